# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""verify-host.sh before machines of every kind, the supported systems, and servers with one thing wrong."""

import json
import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import yaml  # noqa: E402
from fixture import Server, bundle_of, shells  # noqa: E402
from good_host import SYSTEMS, GoodHost  # noqa: E402

HERE = Path(__file__).parent
SHELLS = shells()
PROFILE = """
skanse: 1
workload: {{name: shop}}
host: {{region: "NO", system: {system}, adminUser: drift, adminNetworks: [192.0.2.0/24], diskKind: nvme{host}}}
services:
  - name: web
    preset: nginx
    ports: [{{name: http, exposure: public}}]
    peers: [{{service: api}}]
  - name: api
    preset: node
    peers: [{{service: db}}]
    secrets: [{{name: db-password, use: file}}]
  - name: db
    preset: postgres
    storage: [{{path: /var/lib/postgresql/data, size: 2Gi}}]
    secrets: [{{name: db-password, use: file}}]
"""
HOSTS = ("", ", userNamespaces: true", ", engine: docker-rootless", ", engine: podman")
# Not to be had from these fixtures: nobody asked to measure, and the secrets do not exist in a bundle.
UNKNOWN = {"random reads of 4 KiB"}
# Where busybox asks the real df.
REAL_DISK = {"disk", "disk less than 80 % full", "kind of disk", "encryption of the data"}


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Path(tempfile.mkdtemp(prefix="skanse-verify-"))
        cls.bundles = {}

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work)

    @classmethod
    def bundle(cls, system="debian-13", host="") -> Path:
        key = (system, host)
        if key not in cls.bundles:
            cls.bundles[key] = bundle_of(PROFILE.format(system=system, host=host), cls.work / f"profile-{len(cls.bundles)}")
        return cls.bundles[key]

    def server(self, shell) -> Server:
        return Server(Path(tempfile.mkdtemp(dir=self.work)), shell)

    def good(self, shell, system="debian-13", host="") -> tuple[GoodHost, Path]:
        bundle = self.bundle(system, host)
        good = GoodHost(self.server(shell), bundle, system)
        good.make()
        return good, bundle / "host" / "verify-host.sh"


class Machines(Case):
    def test_every_kind(self):
        script = self.bundle() / "host" / "verify-host.sh"
        kinds = yaml.safe_load((HERE / "machines.yaml").read_text())
        for shell in SHELLS:
            for kind in kinds:
                with self.subTest(shell=shell, machine=kind["name"]):
                    server = self.server(shell)
                    server.write("proc/sys/kernel/osrelease", kind["release"])
                    server.write("proc/cpuinfo", f"processor : 0\nflags : {kind.get('flags', 'fpu sse2')}")
                    if "dmi" in kind:
                        server.write("sys/class/dmi/id/sys_vendor", kind["dmi"][0])
                        server.write("sys/class/dmi/id/product_name", kind["dmi"][1])
                    for path, text in kind.get("files", {}).items():
                        server.write(path, text)
                    for command, text in kind["commands"].items():
                        # systemd-detect-virt says none with exit code 1
                        server.says(command, text, 1 if text == "none" else 0)
                    found = self.judge(server, script)
                    self.assertEqual((kind["state"], True), (found["state"], kind["seen"] in found["seen"]), found)
                    self.assertEqual("own-kernel", found["control"])

    def judge(self, server, script):
        done = server.run(script, "--json")
        return next(one for one in json.loads(done.stdout)["results"] if one["check"] == "own kernel")


class Systems(Case):
    def test_a_server_as_planned(self):
        for shell in SHELLS:
            for system in SYSTEMS:
                # The engines on one system with each kind of packages; the other shell once with each.
                some = system in ("debian-13", "rocky-9")
                for host in HOSTS if some and shell == "dash" else HOSTS[:1] if some or shell == "dash" else ():
                    with self.subTest(shell=shell, system=system, host=host):
                        good, script = self.good(shell, system, host)
                        for one in good.server.results(script).values():
                            if shell == "busybox" and one["check"] in REAL_DISK:
                                continue
                            if one["check"].startswith("secrets/"):
                                self.assertEqual("unknown", one["state"], one)
                            elif one["check"] in UNKNOWN:
                                self.assertEqual("unknown", one["state"], one)
                            else:
                                self.assertEqual("ok", one["state"], one)

    def test_controls_are_in_the_catalogue(self):
        known = {file.stem for file in (HERE.parents[1] / "resources" / "catalogue" / "controls").glob("*.yaml")}
        good, script = self.good("dash")
        controls = {one["control"] for one in good.server.results(script).values()}
        self.assertLessEqual(controls - {""}, known)
        self.assertGreater(len(controls), 20)

    def test_without_root(self):
        good, script = self.good("dash")
        good.server.says("id -u", "1000")
        found = good.server.results(script)
        for check in ("sshd permitrootlogin", "packet filter loaded", "audit rules for the engine", "redirected by the kernel"):
            self.assertEqual("unknown", found[check]["state"], found[check])

    def test_no_engine(self):
        good, script = self.good("dash")
        good.server.commands = {key: value for key, value in good.server.commands.items() if not key.startswith("docker")}
        found = good.server.results(script)
        for check in ("web: user and group", "published by containers", "docker live-restore"):
            self.assertEqual("unknown", found[check]["state"], found[check])


class OneThingWrong(Case):
    """One change to a server as planned, and the checks that have to tell. Nothing else may change."""

    def changes(self):
        def status(line, by):
            def change(good):
                path = f"proc/{good.processes['web']}/status"
                good.server.write(path, re.sub(rf"^{line}:.*$", f"{line}:\t{by}", good.server.read(path), flags=re.M))
            return change

        def group(file, by):
            return lambda good: good.server.write(f"sys/fs/cgroup/system.slice/docker-{good.processes['web']}.scope/{file}", by)

        def file(path, by):
            return lambda good: good.server.write(path.format(pid=good.processes["web"]), by)

        def says(command, text, code=0):
            return lambda good: good.server.says(command, text, code)

        def sshd(key, by):
            def change(good):
                text, _ = good.server.commands["sshd -T"]
                good.server.says("sshd -T", re.sub(rf"^{key} .*$", f"{key} {by}", text, flags=re.M))
            return change

        def adds(command, line):
            def change(good):
                text, code = good.server.commands[command]
                good.server.says(command, f"{text}\n{line}", code)
            return change

        def listener(line):
            def change(good):
                text, _ = good.server.commands["ss -H -l -t -u -n"]
                good.listen([*text.splitlines(), line])
            return change

        def inspect(template, text):
            return lambda good: good.server.says(f"docker inspect --format {template} {good.ids['web']}", text)

        yield "runs as root", status("Uid", "0\t0\t0\t0"), ["web: user and group"]
        yield "another group", status("Gid", "0\t0\t0\t0"), ["web: user and group"]
        yield "all capabilities", status("CapBnd", "000001ffffffffff"), ["web: capabilities"]
        yield "one capability", status("CapBnd", "0000000000002000"), ["web: capabilities"]
        yield "may gain privileges", status("NoNewPrivs", "0"), ["web: no new privileges"]
        yield "no filter for system calls", status("Seccomp", "0"), ["web: system call filter"]
        yield "writable root", file("proc/{pid}/mountinfo", "500 400 0:50 / / rw,relatime - overlay overlay rw"), \
            ["web: root file system"]
        yield "the engine's socket", lambda good: good.server.write(
            f"proc/{good.processes['web']}/mountinfo", "500 400 0:50 / / ro,relatime - overlay overlay rw\n"
            "501 500 0:51 /docker.sock /run/docker.sock rw - tmpfs tmpfs rw"), ["web: engine's socket"]
        yield "no memory limit", group("memory.max", "max"), ["web: memory"]
        yield "no CPU limit", group("cpu.max", "max 100000"), ["web: CPU"]
        yield "no limit of processes", group("pids.max", "max"), ["web: processes"]
        yield "more open files", file("proc/{pid}/limits", "Max open files            1048576              1048576              files"), \
            ["web: open files"]
        yield "no profile", file("proc/{pid}/attr/current", "unconfined"), ["web: AppArmor profile"]
        yield "the machine's network", lambda good: good.server.link(f"proc/{good.processes['web']}/ns/net", "net:[4026531840]"), \
            ["web: network of its own"]
        yield "on one more network", inspect("{{range $name, $one := .NetworkSettings.Networks}}{{$name}} {{end}}",
                                             "bridge shop_web-outside shop_web-to-api "), ["web: networks"]
        yield "not healthy", inspect("{{.State.Health.Status}}", "unhealthy"), ["web: health"]
        yield "privileged", inspect("{{.HostConfig.Privileged}} {{.Name}}", "true /web"), \
            ["containers that may do everything"]
        yield "a stranger", adds('docker ps --format {{.Label "com.docker.compose.project"}} {{.Names}}', " miner"), \
            ["containers that are not of this bundle"]
        yield "one more published", adds("docker ps", "abc image run 1s Up 0.0.0.0:5432->5432/tcp, [::]:5432->5432/tcp db2"), \
            ["published by containers"]
        yield "a redirection left behind", adds("iptables-save -t nat", "-A DOCKER ! -i br-1 -p tcp -m tcp --dport 5432 -j DNAT "
                                                "--to-destination 172.30.0.9:5432"), ["redirected by the kernel"]
        yield "a redirection for IPv6", adds("ip6tables-save -t nat", "-A DOCKER ! -i br-1 -p tcp -m tcp --dport 9000 -j DNAT "
                                             "--to-destination [fd00::2]:9000"), ["redirected by the kernel"]
        yield "a redirection by nftables", adds("nft list ruleset", "  ip daddr 198.51.100.7 tcp dport 8080 counter dnat ip to 172.30.0.2:80"), \
            ["redirected by the kernel"]
        yield "one more listener", listener("tcp LISTEN 0 128 0.0.0.0:3306 0.0.0.0:*"), ["listening beyond this machine"]
        yield "one more listener on IPv6", listener("udp UNCONN 0 0 [::]:5353 [::]:*"), ["listening beyond this machine"]
        yield "Docker's API on the network", listener("tcp LISTEN 0 4096 *:2375 *:*"), \
            ["engine's API on the network", "listening beyond this machine"]
        yield "no packet filter", lambda good: (good.server.says("nft list table inet skanse", "", 1),
                                                good.server.says("nft list chain inet skanse input", "", 1),
                                                good.server.says("nft list chain inet skanse to_containers", "", 1)), \
            ["packet filter loaded", "ports the filter lets in", "ports the filter lets to containers"]
        yield "one more port in the filter", adds("nft list chain inet skanse to_containers",
                                                  "        ct original proto-dst 0x1538 accept"), ["ports the filter lets to containers"]
        yield "the filter does not start", says("systemctl is-enabled skanse-packet-filter.service", "disabled", 1), \
            ["packet filter at boot"]
        yield "passwords by SSH", sshd("passwordauthentication", "yes"), ["sshd passwordauthentication"]
        yield "root by SSH", sshd("permitrootlogin", "yes"), ["sshd permitrootlogin"]
        yield "everybody by SSH", sshd("allowusers", "drift guest"), ["sshd allowusers"]
        yield "a second root", lambda good: good.server.write("etc/passwd", good.server.read("etc/passwd") + "toor:x:0:0::/:/bin/sh"), \
            ["accounts with user id 0"]
        yield "a password", lambda good: good.server.write("etc/shadow", good.server.read("etc/shadow") + "guest:$y$j9T$x:20000:::::: "), \
            ["accounts with a password"]
        yield "a member of docker", lambda good: good.server.write("etc/group", good.server.read("etc/group").replace(
            "docker:x:999:", "docker:x:999:drift")), ["members of docker"]
        yield "one more with sudo", lambda good: good.server.write("etc/group", good.server.read("etc/group").replace(
            "sudo:x:27:drift", "sudo:x:27:drift,guest")), ["members of sudo"]
        yield "a setting of the kernel", file("proc/sys/net/ipv4/tcp_syncookies", "0"), ["net.ipv4.tcp_syncookies"]
        yield "an older kernel runs", file("boot/vmlinuz-6.12.100+deb13-amd64", ""), ["running the newest kernel"]
        yield "a restart is due", file("run/reboot-required", ""), ["restart needed"]
        yield "security updates wait", adds("apt-get -s -o Debug::NoLocking=1 upgrade",
                                            "Inst openssl [3.5.1] (3.5.2 Debian-Security:13/stable-security)"), ["updates waiting"]
        yield "no updates by themselves", says("apt-config dump APT::Periodic::Unattended-Upgrade",
                                               'APT::Periodic::Unattended-Upgrade "0";'), ["security updates by themselves"]
        yield "a newer engine", says("apt-cache policy docker-ce", "docker-ce:\n  Installed: 5:29.0\n  Candidate: 5:29.1"), \
            ["version of the engine"]
        yield "the clock", says("timedatectl show -p NTPSynchronized --value", "no"), ["clock synchronised"]
        yield "no audit", says("auditctl -l", "No rules"), ["audit rules for the engine"]
        yield "no live restore", says("docker info --format {{.LiveRestoreEnabled}}", "false"), ["docker live-restore"]
        yield "logs without end", says("docker info --format {{.LoggingDriver}}", "json-file"), ["docker log-driver"]
        yield "other address pools", says("docker info --format {{range .DefaultAddressPools}}{{.Base}} {{end}}", ""), \
            ["docker default-address-pools"]
        yield "containers talk to each other", says(
            'docker network inspect bridge --format {{index .Options "com.docker.network.bridge.enable_icc"}}', "true"), ["docker icc"]
        yield "another kernel inside", file("proc/{pid}/root/proc/sys/kernel/osrelease", "4.4.0"), ["kernel as containers see it"]
        yield "nosuid on the data", file("proc/mounts", "/dev/vda1 / ext4 rw 0 0\n/dev/nvme0n1p2 /var/lib/docker ext4 rw,nosuid 0 0"), \
            ["mount of the containers' data"]
        yield "swap in the open", file("proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n/swapfile file 2097148 0 -2"), ["swap"]
        yield "a full disk", says("df -P /var/lib/docker", "F 1 2 3 4 5\n/dev/nvme0n1p2 524288000 9 9 93% /var/lib/docker"), \
            ["disk less than 80 % full"]
        yield "a disk that turns", lambda good: (
            good.server.says("df -P /var/lib/docker", "F 1 2 3 4 5\n/dev/sda2 524288000 9 9 10% /var/lib/docker"),
            good.server.write("sys/block/sda/queue/rotational", "1"),
            good.server.says("lsblk -n -s -o TYPE /dev/sda2", "part\ndisk")), ["kind of disk"]
        yield "little memory", file("proc/meminfo", "MemTotal: 400000 kB"), ["memory"]
        yield "one CPU", file("proc/cpuinfo", "processor : 0\nflags : fpu aes"), ["vCPU"]
        yield "a changed file", file("etc/docker/daemon.json", "{}"), [
            f"/etc/docker/daemon.json ({one})" for one in ("daemon-limits", "daemon-live-restore", "daemon-logs", "daemon-network",
                                                           "daemon-privileges", "graceful-stop")]
        yield "a file that is gone", lambda good: good.server.remove("etc/skanse/packet-filter.nft"), [
            f"/etc/skanse/packet-filter.nft ({one})" for one in ("edge-proxy", "packet-filter")]

    def test_each_is_told_and_nothing_else(self):
        good, script = self.good("dash")
        before = good.server.results(script)
        for name, change, checks in self.changes():
            with self.subTest(name):
                good, script = self.good("dash")
                change(good)
                after = good.server.results(script)
                told = sorted(check for check, one in after.items() if one["state"] != before[check]["state"])
                self.assertEqual(sorted(checks), told, [after[one] for one in told])
                for check in checks:
                    self.assertEqual("differs", after[check]["state"])


class Words(Case):
    def test_languages(self):
        good, script = self.good("dash")
        english = good.server.run(script, language="en_GB.UTF-8")
        norwegian = good.server.run(script, language="nb_NO.UTF-8")
        asked = good.server.run(script, "--lang", "nb", language="en_GB.UTF-8")
        self.assertIn("own kernel, the hypervisor is the boundary", english.stdout)
        self.assertIn("egen kjerne, hypervisoren er grensen", norwegian.stdout)
        self.assertEqual(norwegian.stdout, asked.stdout)
        self.assertEqual(["", "", ""], [english.stderr, norwegian.stderr, asked.stderr])
        self.assertEqual(len(english.stdout.splitlines()), len(norwegian.stdout.splitlines()))

    def test_columns_stand_below_each_other(self):
        good, script = self.good("dash")
        for language in ("en", "nb"):
            for line in good.server.run(script, "--lang", language).stdout.splitlines():
                if line.startswith(("OK ", "? ")) and len(line) > 55:
                    self.assertNotEqual(" ", line[9], line)

    def test_json_is_the_same_in_both_languages(self):
        good, script = self.good("dash")
        both = [json.loads(good.server.run(script, "--json", "--lang", one).stdout)["results"] for one in ("en", "nb")]
        self.assertEqual(*both)

    def test_wrong_use(self):
        good, script = self.good("dash")
        for options in (["--what"], ["--lang", "fr"], ["--rtt"], ["--rtt", "a b"], ["--rtt", "-f"], ["--rtt", "$(id)"]):
            done = good.server.run(script, *options)
            self.assertEqual((2, ""), (done.returncode, done.stdout), options)
            self.assertIn("--json", done.stderr)
        self.assertEqual(0, good.server.run(script, "--help").returncode)

    def test_hostile_names_stay_text(self):
        good, script = self.good("dash")
        good.engine_says('ps --format {{.Label "com.docker.compose.project"}} {{.Names}}', 'x a"b\\c\td$(reboot)`id`\x01é')
        seen = good.server.results(script)["containers that are not of this bundle"]["seen"]
        self.assertTrue(seen.startswith('a"b\\c'), seen)
        self.assertTrue(seen.isascii() and seen.isprintable(), seen)


class Asked(Case):
    def test_round_trip(self):
        for shell in ("dash",): # busybox would really ask
            for answer in ("rtt min/avg/max/mdev = 11.1/12.5/13.9/0.5 ms", "round-trip min/avg/max = 11.1/12.5/13.9 ms"):
                good, script = self.good(shell)
                good.server.says("ping -c 5 -w 15 192.0.2.1", answer)
                found = good.server.results(script, "--rtt", "192.0.2.1", "--rtt", "192.0.2.2")
                self.assertEqual(("ok", "12.5 ms"), (found["round trip to 192.0.2.1"]["state"], found["round trip to 192.0.2.1"]["seen"]))
                self.assertEqual("differs", found["round trip to 192.0.2.2"]["state"])

    def test_nothing_is_sent_unasked(self):
        good, script = self.good("dash")
        for program in ("ping", "curl", "wget", "fio"):
            good.server.says(f"{program} never", "")
        good.server._install()
        called = good.server.folder / "called"
        for program in ("ping", "curl", "wget", "fio"):
            (good.server.programs / program).write_text(f"#!/bin/sh\necho {program} >>{called}\n")
        good.server._install = lambda: None
        good.server.results(script)
        self.assertFalse(called.exists())

    def test_disk(self):
        for figure, state in (("67485", "ok"), ("900", "differs"), ("", "unknown")):
            good, script = self.good("dash")
            good.server._install()
            fio = good.server.programs / "fio"
            fio.write_text(f"#!/bin/sh\nprintf '3;fio-3.39;skanse;0;0;1;2;{figure};4\\n'\n")
            fio.chmod(0o755)
            good.server._install = lambda: None
            before = set(Path("/var/tmp").glob("skanse-fio.*"))
            found = good.server.results(script, "--fio")["random reads of 4 KiB"]
            self.assertEqual(state, found["state"], found)
            self.assertLessEqual(set(Path("/var/tmp").glob("skanse-fio.*")), before)


class ReadsOnly(Case):
    def test_nothing_of_the_server_changes(self):
        good, script = self.good("dash")

        def state():
            return {path.relative_to(good.server.root): (path.lstat().st_mode, path.lstat().st_mtime_ns, path.lstat().st_ctime_ns)
                    for path in good.server.root.rglob("*")}

        good.server._install()
        before = state()
        good.server.results(script)
        self.assertEqual(before, state())


if __name__ == "__main__":
    unittest.main(verbosity=1)
