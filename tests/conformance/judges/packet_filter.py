# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The packet filter of the host, loaded and probed with packets.

Three network namespaces: the host, what is outside, and a container behind a bridge, with the redirections that Docker
makes for published ports, and with some that it should not have made. Where the engine does not run as root nothing is
redirected: its helper listens on the host itself. Every probe is first sent without the filter and
must arrive: otherwise being refused would prove nothing. Then the filter is loaded, and what still arrives must be what
the profile declares.
"""

import ipaddress
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from conformance import toolbox
from conformance.flows import Declared, declared
from conformance.judge import Finding, Judge, NotInstallable, Verdict
from conformance.netns import Space
from conformance.published import Published, published, senders

FILE = "host/packet-filter.nft"
HOST = {4: "192.0.2.254", 6: "2001:db8:ffff::254"}
STRANGER = {4: "198.51.100.254", 6: "2001:db8:fffe::20"}
CONTAINER = {4: "172.30.0.2", 6: "2001:db8:fffd::2"}
GATEWAY = {4: "172.30.0.1", 6: "2001:db8:fffd::1"}
UNDECLARED = (47808, 47809)  # redirected to the container, and listening on the host, though nobody declared it
SOURCES = 6  # of each kind are tried


@dataclass(frozen=True)
class Probe:
    source: str
    target: str
    protocol: str
    port: int
    answer: int  # the port that answers behind it
    wanted: bool
    why: str


class PacketFilter(Judge):
    name = "packet-filter"
    what = "nftables rules of the host: real packets pass where declared, and nowhere else"
    quick = True
    looks_at = (FILE,)
    BAD_RULES = ("more-than-declared", "less-than-declared")

    def install(self, tools: Path) -> None:
        for name, package in (("nft", "nftables"), ("ip", "iproute2"), ("unshare", "util-linux")):
            try:
                found = toolbox.program(name)
            except NotInstallable:
                toolbox.apt_install(package)
                found = toolbox.program(name)
            if name == "nft":
                self.version = toolbox.run([found, "--version"]).stdout.split()[1].lstrip("v")
        try:
            with Space() as space, Space(space) as other:
                _bridge_and_nat(space, other)
        except toolbox.ToolFailed as error:
            raise NotInstallable(f"no network namespace with a bridge and redirection can be made here: {error}") from error

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        verdicts = {bundle: Verdict([], []) for bundle in bundles}
        looked = declared([bundle for bundle in bundles if (bundle / FILE).is_file()])
        # Most of the time is spent waiting for packets that do not come.
        with ThreadPoolExecutor(max_workers=16) as pool:
            for bundle, findings in zip(looked, pool.map(lambda item: _try(*item), looked.items())):
                verdicts[bundle] = Verdict([FILE], findings)
        return verdicts


def _bridge_and_nat(host: Space, container: Space, bridge: str = "br-skanse") -> None:
    host.run(["ip", "link", "add", bridge, "type", "bridge"],
             ["ip", "link", "add", "ct0", "type", "veth", "peer", "name", "eth0", "netns", container.pid],
             ["nft", "add table inet docker"],
             ["nft", "add chain inet docker prerouting { type nat hook prerouting priority dstnat; }"],
             ["nft", "add rule inet docker prerouting ip daddr 192.0.2.254 tcp dport 80 dnat ip to 172.30.0.2:8080"],
             ["nft", "flush chain inet docker prerouting"])


def _try(bundle: Path, said: Declared) -> list[Finding]:
    case = Case(said)
    with Space() as host, Space(host) as outside, Space(host) as container:
        case.connect(host, outside, container)
        # The filter refuses by silence; without it everything must be there.
        dead = [probe for probe, answer in case.ask(outside, container, False) if answer != probe.answer]
        if dead:
            raise toolbox.ToolFailed(f"{bundle.name}: without the filter, {len(dead)} probes do not arrive, first {dead[0]}")
        host.run(["nft", "-f", bundle / FILE])
        # The host remembers what passed. From the same source port, by chance, a probe would count as part of that.
        for asker in (outside, container):
            asker.run(["sh", "-c", "echo 10000 32767 >/proc/sys/net/ipv4/ip_local_port_range"])
        findings = []
        for probe, answer in case.ask(outside, container, True):
            if (answer is not None) != probe.wanted:
                rule = "less-than-declared" if probe.wanted else "more-than-declared"
                findings.append(Finding(rule, FILE, None, f"{probe.source} to {probe.target} {probe.protocol} "
                                                          f"{probe.port} {'passes' if answer else 'is refused'}: {probe.why}"))
        return findings


class Case:
    def __init__(self, said: Declared):
        self.said = said
        self.published = sorted(published(said), key=lambda one: (one.host_port, one.protocol, one.address))
        host = said.profile.get("host") or {}
        self.rootless = host.get("engine") == "docker-rootless"
        self.bridge = "podman1" if host.get("engine") == "podman" else "br-skanse"
        self.ssh = host.get("sshPort", 22)
        self.admins = [ipaddress.ip_network(text) for text in host.get("adminNetworks", [])]
        self.private = sorted({one.address for one in self.published
                               if one.address and not one.loopback and not one.public and _usable(one.address)})
        self.sources = {4: self._sources(4), 6: self._sources(6)}
        self.probes = list(self._probes())

    def _sources(self, version: int) -> list[str]:
        """A stranger, and for every network that is named one inside and one just outside."""
        taken = {HOST[version], CONTAINER[version], GATEWAY[version], *self.private}
        found = [STRANGER[version]]
        named = self.admins + [network for one in self.published for network in senders(self.said, one) or []]
        inside = [one for one in dict.fromkeys(named) if one.version == version][:SOURCES]
        for network in inside:
            last = int(network[-1])
            for value in (int(network[0]) + (1 if network.num_addresses > 2 else 0), last + 1):
                if value >= 2**network.max_prefixlen:
                    continue
                address = str(ipaddress.ip_address(value) if version == 4 else ipaddress.IPv6Address(value))
                if _usable(address) and address not in taken:
                    found.append(address)
        return list(dict.fromkeys(found))

    def _probes(self):
        dports = {(one.protocol, one.host_port) for one in self.published}
        for version in (4, 6):
            for source in self.sources[version]:
                yield from self._to_host(version, source)
                targets = [HOST[version], *(one for one in self.private if ipaddress.ip_address(one).version == version)]
                for target in targets:
                    for protocol, port in sorted(self._redirected()):
                        if (protocol, port) == ("TCP", self.ssh):
                            continue
                        yield Probe(source, target, protocol, port, self._behind(protocol, port),
                                    self._lets(source, target, protocol, port), "published port"
                                    if (protocol, port) in dports else "nobody declared this port")
                # Past the redirection, as a neighbour on the same wire could.
                for protocol, port in sorted({(one.protocol, one.port) for one in self.published}):
                    yield Probe(source, CONTAINER[version], protocol, port, port, False,
                                "forwarding" if self.rootless else "the container's own address")

    def _to_host(self, version: int, source: str):
        admin = not self.admins or any(ipaddress.ip_address(source) in one for one in self.admins if one.version == version)
        yield Probe(source, HOST[version], "TCP", self.ssh, self.ssh, admin, "SSH")
        for protocol in ("TCP", "UDP"):
            yield Probe(source, HOST[version], protocol, UNDECLARED[1], UNDECLARED[1], False, "a service of the host")

    def _redirected(self) -> set[tuple[str, int]]:
        """On every address of the host, both protocols, whether that was declared or not."""
        ports = {one.host_port for one in self.published} | {UNDECLARED[0]}
        return {(protocol, port) for port in ports for protocol in ("TCP", "UDP")}

    def _behind(self, protocol: str, host_port: int) -> int:
        if self.rootless:
            return host_port
        fitting = [one for one in self.published if one.host_port == host_port]
        return next((one.port for one in fitting if one.protocol == protocol), fitting[0].port if fitting else host_port)

    def _lets(self, source: str, target: str, protocol: str, port: int) -> bool:
        return any(self._lets_one(one, source, target) for one in self.published
                   if (one.protocol, one.host_port) == (protocol, port))

    def _lets_one(self, one: Published, source: str, target: str) -> bool:
        if one.loopback:
            return False
        if one.public:
            return True
        allowed = senders(self.said, one)
        address = ipaddress.ip_address(source)
        return target == one.address and (
            allowed is None or any(address in network for network in allowed if network.version == address.version))

    def connect(self, host: Space, outside: Space, container: Space) -> None:
        _bridge_and_nat(host, container, self.bridge)
        everything = {4: "0.0.0.0/0", 6: "::/0"}
        ip = {4: ["ip", "-4"], 6: ["ip", "-6"]}
        host.run(["ip", "link", "add", "wan0", "type", "veth", "peer", "name", "eth0", "netns", outside.pid])
        forward = ["net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1", "net.ipv4.conf.all.rp_filter=0",
                   "net.ipv4.conf.wan0.rp_filter=0", "net.ipv6.conf.all.accept_dad=0", "net.ipv6.conf.default.accept_dad=0"]
        host.run(*(["sysctl", "-q", "-w", one] for one in forward))
        host.run(["ip", "link", "set", "wan0", "up"], ["ip", "link", "set", self.bridge, "up"],
                 ["ip", "link", "set", "ct0", "master", self.bridge, "up"])
        for space in (outside, container):
            space.run(["ip", "link", "set", "eth0", "up"])
        for version in (4, 6):
            length = 32 if version == 4 else 128
            no_dad = ["nodad"] if version == 6 else []
            mine = [HOST[version], *(one for one in self.private if ipaddress.ip_address(one).version == version)]
            host.run(*([*ip[version], "address", "add", f"{one}/{length}", "dev", "wan0", *no_dad] for one in mine))
            host.run([*ip[version], "address", "add", f"{GATEWAY[version]}/{24 if version == 4 else 64}", "dev", self.bridge, *no_dad],
                     [*ip[version], "route", "add", everything[version], "dev", "wan0"])
            outside.run(*([*ip[version], "address", "add", f"{one}/{length}", "dev", "eth0", *no_dad]
                          for one in self.sources[version]))
            outside.run([*ip[version], "route", "add", f"{HOST[version]}/{length}", "dev", "eth0"],
                        [*ip[version], "route", "add", everything[version], "via", HOST[version], "dev", "eth0"])
            container.run([*ip[version], "address", "add", f"{CONTAINER[version]}/{24 if version == 4 else 64}", "dev", "eth0", *no_dad],
                          [*ip[version], "route", "add", everything[version], "via", GATEWAY[version], "dev", "eth0"])
        if not self.rootless:
            host.run(*self.redirections())
        inner = {(probe.protocol, probe.answer) for probe in self.probes if probe.answer not in (self.ssh, UNDECLARED[1])}
        inner |= {(one.protocol, one.port) for one in self.published}
        both = {("TCP", UNDECLARED[0]), ("UDP", UNDECLARED[0])}
        own = {("TCP", self.ssh), ("TCP", UNDECLARED[1]), ("UDP", UNDECLARED[1])}
        if self.rootless:
            self._listen_for_engine(host, own)
        for space, at, ports in ((container, CONTAINER, inner), (host, HOST, own), (outside, STRANGER, both)):
            space.listen([(protocol, address, port) for protocol, port in ports for address in at.values()])

    def _listen_for_engine(self, host: Space, own: set) -> None:
        """The helper of the engine, on every address of the host, and somebody who listens undeclared."""
        addresses = [*HOST.values(), *self.private]
        host.listen([(protocol, address, port) for protocol, port in self._redirected() - own for address in addresses])

    def redirections(self) -> list[list[str]]:
        """The commands that make what Docker makes for published ports, in its table."""
        rules = []
        for version, family in ((4, "ip"), (6, "ip6")):
            to = CONTAINER[version] if version == 4 else f"[{CONTAINER[version]}]"
            addresses = ", ".join([HOST[version], *(one for one in self.private if ipaddress.ip_address(one).version == version)])
            for protocol, port in sorted(self._redirected()):
                if (protocol, port) != ("TCP", self.ssh):
                    rules.append(f"add rule inet docker prerouting {family} daddr {{ {addresses} }} {protocol.lower()} dport {port} "
                                 f"dnat {family} to {to}:{self._behind(protocol, port)}")
        return [["nft", rule] for rule in rules]

    def ask(self, outside: Space, container: Space, filtered: bool):
        """Each probe with what answered. What should pass and does not is asked again: a busy machine is no filter."""
        answers = self._send(outside, self.probes)
        for _ in range(2):
            again = [at for at, probe in enumerate(self.probes)
                     if answers[at] is None and (probe.wanted or not filtered)]
            if not again:
                break
            for at, answer in zip(again, self._send(outside, [self.probes[at] for at in again])):
                answers[at] = answer
        yield from zip(self.probes, answers)
        if self.rootless:
            return
        own = [Probe(CONTAINER[version], STRANGER[version], protocol, UNDECLARED[0], UNDECLARED[0], True,
                     "a connection of the container's own") for version in (4, 6) for protocol in ("TCP", "UDP")]
        yield from zip(own, self._send(container, own))

    @staticmethod
    def _send(space: Space, probes: list[Probe]) -> list:
        answers = []
        for at in range(0, len(probes), 400):
            answers += space.probe([[one.source, one.target, one.protocol, one.port] for one in probes[at:at + 400]])
        return answers


def _usable(address: str) -> bool:
    one = ipaddress.ip_address(address)
    return not (one.is_loopback or one.is_link_local or one.is_multicast or one.is_unspecified or int(one) >> 28 == 0xF)
