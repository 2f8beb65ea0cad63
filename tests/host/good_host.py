# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""A server as a bundle wants it. What containers run with is read from compose.yaml, not from the script that is tested."""

import json
import re
from pathlib import Path

import yaml

from fixture import Server

HERE = Path(__file__).parent
SYSTEMS = yaml.safe_load((HERE / "systems.yaml").read_text())
UNITS = {"b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
# (include/uapi/linux/capability.h)
CAPABILITIES = {"CHOWN": 0, "NET_BIND_SERVICE": 10}
REMAPPED = 231072


class GoodHost:
    def __init__(self, server: Server, bundle: Path, system: str):
        self.server = server
        self.bundle = bundle
        self.facts = SYSTEMS[system]
        self.profile = yaml.safe_load((bundle / "profile.skanse.yaml").read_text())
        self.compose = yaml.safe_load((bundle / "compose.yaml").read_text())
        self.workload = self.compose["name"]
        self.host = self.profile["host"]
        self.engine = self.host.get("engine", "docker")
        self.apt = self.facts["group"] == "sudo"
        self.processes: dict[str, int] = {}
        self.ids: dict[str, str] = {}

    def make(self) -> None:
        self._machine()
        self._installed()
        self._system()
        self._access()
        self._network()
        self._engine()
        self._containers()

    def _machine(self) -> None:
        server, release = self.server, self.facts["release"]
        server.write("proc/sys/kernel/osrelease", release)
        server.write(f"boot/vmlinuz-{release}")
        server.write("boot/vmlinuz-0-rescue-abc")
        server.says("systemd-detect-virt --vm", "kvm")
        server.says("systemd-detect-virt --container", "none", 1)
        server.write("proc/cpuinfo", "".join(f"processor\t: {one}\nflags\t\t: fpu avx aes hypervisor\n" for one in range(8)))
        server.write("proc/meminfo", "MemTotal:       33554432 kB")
        server.says("df -P -k /", "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/vda1 524288000 9 9 10% /")
        data = {"docker": "/var/lib/docker", "docker-rootless": "/home/skanse/.local/share/docker",
                "podman": "/var/lib/containers"}[self.engine]
        (server.root / data.lstrip("/")).mkdir(parents=True)
        server.says(f"df -P {data}", "Filesystem 1024-blocks Used Available Capacity Mounted on\n"
                                     f"/dev/nvme0n1p2 524288000 9 9 10% {data}")
        server.write("sys/block/nvme0n1/queue/rotational", "0")
        server.write("proc/mounts", f"/dev/vda1 / ext4 rw,relatime 0 0\n/dev/nvme0n1p2 {data} ext4 rw,relatime 0 0")
        server.says("lsblk -n -s -o TYPE /dev/nvme0n1p2", "part\ndisk")
        server.write("proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n/dev/zram0 partition 1048572 0 100")

    def _installed(self) -> None:
        user_data = yaml.safe_load((self.bundle / "host" / "user-data.yaml").read_text())
        for file in user_data["write_files"]:
            self.server.write(file["path"], file["content"])

    def _system(self) -> None:
        server = self.server
        if self.apt:
            server.says("apt-config dump APT::Periodic::Unattended-Upgrade", 'APT::Periodic::Unattended-Upgrade "1";')
            server.says("apt-get -s -o Debug::NoLocking=1 upgrade", "Reading package lists...\nInst tzdata [2025a] (2025b Debian:13)")
            for package in ("docker-ce", "podman"):
                server.says(f"apt-cache policy {package}", f"{package}:\n  Installed: 5:29.0\n  Candidate: 5:29.0")
        else:
            server.says("dnf -q -C check-update", "\ntzdata.noarch  2025b-1.el9  baseos", 100)
            server.says("dnf -q -C updateinfo list --security", "")
            for package in ("docker-ce", "podman"):
                server.says(f"dnf -q -C list --upgrades {package}", "", 1)
            server.says("needs-restarting -r", "Reboot should not be necessary.")
        for unit in ("fstrim.timer", "skanse-packet-filter.service", "dnf-automatic.timer"):
            server.says(f"systemctl is-enabled {unit}", "enabled")
            server.says(f"systemctl is-active {unit}", "active")
        server.says("timedatectl show -p NTPSynchronized --value", "yes")
        server.says("auditctl -l", "-a always,exit -F path=/usr/bin/dockerd -F perm=wxa -F key=docker")
        for line in (self.bundle / "host" / "sysctl-60-skanse.conf").read_text().splitlines():
            if line and not line.startswith("#"):
                key, value = line.split(" = ")
                server.write("proc/sys/" + key.replace(".", "/"), value)

    def _access(self) -> None:
        server = self.server
        settings = [line.split(" ", 1) for line in (self.bundle / "host" / "sshd-00-skanse.conf").read_text().splitlines()
                    if line and not line.startswith("#")]
        server.says("sshd -T", "\n".join(f"{key.lower()} {value}" for key, value in settings))
        self.admin = self.host.get("adminUser", "admin")
        server.write("etc/passwd", f"root:x:0:0:root:/root:/bin/bash\n{self.admin}:x:1000:1000::/home/{self.admin}:/bin/bash\n"
                                   "skanse:x:1900:1900::/home/skanse:/usr/sbin/nologin")
        server.write("etc/shadow", f"root:*:20000:0:99999:7:::\n{self.admin}:!:20000:0:99999:7:::\nskanse:!:20000::::::")
        server.write("etc/group", f"root:x:0:\n{self.facts['group']}:x:27:{self.admin}\ndocker:x:999:")
        for name in ("subuid", "subgid"):
            server.write(f"etc/{name}", f"dockremap:{REMAPPED}:65536\nskanse:165536:65536")

    def published(self) -> list[tuple[str, int, int, str]]:
        return [port_of(port) for service in self.compose["services"].values() for port in service.get("ports", [])]

    def _network(self) -> None:
        server = self.server
        ssh = self.host.get("sshPort", 22)
        beyond = [one for one in self.published() if one[0] != "127.0.0.1"]
        chain = (self.bundle / "host" / "packet-filter.nft").read_text()
        server.says("nft list table inet skanse", chain)
        for name in re.findall(r"chain (\w+) \{", chain):
            body = re.search(r"    chain %s \{\n.*?\n    \}" % name, chain, re.S).group(0)
            server.says(f"nft list chain inet skanse {name}", f"table inet skanse {{\n{body}\n}}")
        lines = [f"tcp LISTEN 0 128 0.0.0.0:{ssh} 0.0.0.0:*", f"tcp LISTEN 0 128 [::]:{ssh} [::]:*",
                 "udp UNCONN 0 0 127.0.0.1:323 0.0.0.0:*", "udp UNCONN 0 0 10.0.0.7%eth0:68 0.0.0.0:*",
                 "tcp LISTEN 0 4096 127.0.0.53%lo:53 0.0.0.0:*", "udp UNCONN 0 0 [::1]:323 [::]:*"]
        if self.engine == "docker-rootless":
            lines += [f"{protocol} LISTEN 0 4096 {address}:{port} *:*" for address, port, _, protocol in beyond]
        self.listen(lines)
        nat = ["*nat", ":PREROUTING ACCEPT [0:0]"]
        for address, port, target, protocol in self.published():
            where = f"-d {address}/32 " if address not in ("", "0.0.0.0") else ""
            nat.append(f"-A DOCKER {where}! -i br-1234 -p {protocol} -m {protocol} --dport {port} -j DNAT "
                       f"--to-destination 172.30.0.2:{target}")
        server.says("iptables-save -t nat", "\n".join([*nat, "COMMIT"]))
        server.says("ip6tables-save -t nat", "*nat\nCOMMIT")
        server.says("nft list ruleset", chain)

    def listen(self, lines: list[str]) -> None:
        self.server.says("ss -H -l -t -u -n", "\n".join(lines))
        self.server.says("ss -H -l -t -n", "\n".join(line.split(" ", 1)[1] for line in lines if line.startswith("tcp")))

    def engine_says(self, words: str, text: str, code: int = 0) -> None:
        prefix = {"docker": "docker", "docker-rootless": "docker -H unix:///run/user/1900/docker.sock", "podman": "podman"}[self.engine]
        self.server.says(f"{prefix} {words}", text, code)

    def _engine(self) -> None:
        podman = self.engine == "podman"
        mac = "apparmor" if self.apt else "selinux"
        options = ["seccomp", "no-new-privileges", *(["rootless"] if self.engine == "docker-rootless" else [mac])]
        if self.host.get("userNamespaces"):
            options.append("userns")
        self.engine_says("info", "Security Options:\n" + "".join(f"  {one}\n" for one in options) + " Kernel Version: 6")
        self.engine_says("version --format {{.Client.Version}}" if podman else "version --format {{.Server.Version}}", "29.0.1")
        if podman:
            self.engine_says("info --format {{.Host.Security.SECCOMPEnabled}}", "true")
            self.engine_says("info --format {{.Host.Security.AppArmorEnabled}}", "true")
            self.engine_says("info --format {{.Host.Security.SELinuxEnabled}}", "true")
            self.engine_says("info --format {{.Host.NetworkBackend}}", "netavark")
            return
        daemon = json.loads((self.bundle / "host" / "daemon.json").read_text())
        self.engine_says("info --format {{.LiveRestoreEnabled}}", "true")
        self.engine_says("info --format {{.LoggingDriver}}", daemon["log-driver"])
        self.engine_says('network inspect bridge --format {{index .Options "com.docker.network.bridge.enable_icc"}}', "false")
        self.engine_says("info --format {{range .DefaultAddressPools}}{{.Base}} {{end}}",
                         "".join(f"{one['base']} " for one in daemon["default-address-pools"]))

    def _containers(self) -> None:
        project = ("{{index .Labels \"com.docker.compose.project\"}}" if self.engine == "podman"
                   else "{{.Label \"com.docker.compose.project\"}}")
        lines, names, ids = [], [], []
        self.server.link("proc/1/ns/net", "net:[4026531840]")
        for number, (name, service) in enumerate(self.compose["services"].items()):
            identity, pid = f"c{number:063d}", 4000 + number
            ids.append(identity)
            names.append(f"{self.workload} {self.workload}-{name}-1")
            opened = ", ".join(f"{address or '0.0.0.0'}:{port}->{target}/{protocol}"
                               for address, port, target, protocol in map(port_of, service.get("ports", [])))
            lines.append(f"{identity[:12]} image \"run\" 2 days ago Up 2 days (healthy) {opened} {self.workload}-{name}-1")
            self.engine_says(f"ps -q --no-trunc --filter label=com.docker.compose.project={self.workload} "
                             f"--filter label=com.docker.compose.service={name}", identity)
            self.engine_says("inspect --format {{.State.Pid}} " + identity, str(pid))
            self.engine_says("inspect --format {{.State.Health.Status}} " + identity, "healthy")
            self.engine_says("inspect --format {{.HostConfig.Privileged}} {{.Name}} " + identity, f"false /{name}")
            self.engine_says("inspect --format {{range $name, $one := .NetworkSettings.Networks}}{{$name}} {{end}} " + identity,
                             "".join(f"{self.workload}_{one} " for one in sorted(service.get("networks", []))))
            self.processes[name], self.ids[name] = pid, identity
            self._process(pid, service)
        self.engine_says("ps", "CONTAINER ID IMAGE COMMAND CREATED STATUS PORTS NAMES\n" + "\n".join(lines))
        self.engine_says("ps -q --no-trunc", "\n".join(ids))
        self.engine_says(f"ps --format {project} {{{{.Names}}}}", "\n".join(names))

    def outside(self, number: int) -> int:
        """The user of a container as the machine sees it."""
        if self.engine == "docker-rootless":
            return 165536 + number - 1 if number else 1900
        return REMAPPED + number if self.host.get("userNamespaces") else number

    def _process(self, pid: int, service: dict) -> None:
        server = self.server
        uid, gid = (self.outside(int(one)) for one in service["user"].split(":"))
        added = sum(1 << CAPABILITIES[one] for one in service.get("cap_add", []))
        server.write(f"proc/{pid}/status", "\n".join([
            "Name:\tserver", "\t".join(["Uid:"] + [str(uid)] * 4), "\t".join(["Gid:"] + [str(gid)] * 4),
            f"CapEff:\t{added:016x}", f"CapBnd:\t{added:016x}",
            f"NoNewPrivs:\t{int('no-new-privileges:true' in service['security_opt'])}", "Seccomp:\t2"]))
        server.write(f"proc/{pid}/mountinfo", f"500 400 0:50 / / {'ro' if service.get('read_only') else 'rw'},relatime - overlay overlay rw\n"
                                              "501 500 0:51 / /proc rw,nosuid - proc proc rw")
        files = service["ulimits"]["nofile"]
        server.write(f"proc/{pid}/limits", "Limit                     Soft Limit           Hard Limit           Units\n"
                                           f"Max open files            {files['soft']:<20} {files['hard']:<20} files")
        group = f"/system.slice/docker-{pid}.scope"
        server.write(f"proc/{pid}/cgroup", f"0::{group}")
        server.write(f"sys/fs/cgroup{group}/memory.max", str(int(service["mem_limit"][:-1]) * UNITS[service["mem_limit"][-1]]))
        server.write(f"sys/fs/cgroup{group}/cpu.max", f"{round(float(service['cpus']) * 100000)} 100000")
        server.write(f"sys/fs/cgroup{group}/pids.max", str(service["pids_limit"]))
        server.write(f"proc/{pid}/attr/current", "docker-default (enforce)")
        server.link(f"proc/{pid}/ns/net", f"net:[{4026532000 + pid}]")
        server.write(f"proc/{pid}/root/proc/sys/kernel/osrelease", self.facts["release"])


def port_of(text: str) -> tuple[str, int, int, str]:
    """Compose's short form: [address:]published:target[/protocol]."""
    numbers, _, protocol = str(text).partition("/")
    rest, target = numbers.rsplit(":", 1)
    address, _, published = rest.rpartition(":")
    return address.strip("[]"), int(published), int(target), protocol or "tcp"
