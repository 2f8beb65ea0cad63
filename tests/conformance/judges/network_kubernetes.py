# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""NetworkPolicies allow what the profile declares, no more and no less.

Two analyzers look (go/netpol): np-guard computes all connections at once, but of IPv4 only; Cyclonus decides single
ones, IPv6 as well. Beside the workload stand pods that are no part of it: an ingress controller, the name service, and
strangers in their namespaces and in others.
"""

import ipaddress
import json
from dataclasses import dataclass
from pathlib import Path

from conformance import files, toolbox
from conformance.flows import Declared, addresses, declared
from conformance.judge import Finding, Judge, Verdict

KINDS = {"Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod", "NetworkPolicy", "Namespace"}
FILE = "kubernetes/network-policies.yaml"
ALL = ("all", 1, 65535)
UNDECLARED = 9  # the discard port; no preset has it, and where a profile does, it is no longer undeclared


@dataclass(frozen=True)
class Pod:
    name: str
    namespace: str
    labels: tuple = ()
    workload: bool = False  # one of the bundle's services


class NetworkKubernetes(Judge):
    name = "network-kubernetes"
    what = "NetworkPolicies: the connections they allow are those declared"
    quick = True
    version = "netpol-analyzer 1.1.0, cyclonus 0.5.6"  # go/netpol/go.mod
    looks_at = (FILE, "kubernetes/services/*.yaml")
    BAD_RULES = ("more-than-declared", "less-than-declared")

    def install(self, tools: Path) -> None:
        self.program = toolbox.go_program(tools / "netpol", toolbox.HERE / "go" / "netpol")

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        verdicts = {bundle: Verdict([], []) for bundle in bundles}
        looked = [bundle for bundle in bundles if (bundle / FILE).is_file()]
        cases = [Case(bundle, said, work / bundle.name) for bundle, said in declared(looked).items()]
        done = toolbox.run([self.program], stdin="".join(case.job() + "\n" for case in cases), timeout=1200)
        answers = done.stdout.splitlines()
        if len(answers) != len(cases):
            raise toolbox.ToolFailed(f"{len(cases)} folders, {len(answers)} answers")
        for case, answer in zip(cases, answers):
            verdicts[case.bundle] = Verdict(files.matching(case.bundle, self.looks_at), case.findings(json.loads(answer)))
        return verdicts


class Case:
    def __init__(self, bundle: Path, said: Declared, work: Path):
        self.bundle, self.said, self.work = bundle, said, work
        objects = [value for file in files.manifests(bundle) for _, value in files.documents(file)]
        objects = [value for value in objects if value.get("kind") in KINDS]
        self.pods = [
            Pod(value["metadata"]["name"], value["metadata"].get("namespace", "default"),
                tuple(sorted(value["spec"]["template"]["metadata"]["labels"].items())), True)
            for value in objects if value["kind"] in ("Deployment", "StatefulSet", "DaemonSet")
        ] + [
            Pod("controller", said.ingress_namespace),
            Pod("kube-dns", "kube-system", (("k8s-app", "kube-dns"),)),
            Pod("system-stranger", "kube-system"),
            Pod("stranger", "elsewhere"),
            Pod("inner-stranger", said.namespace),
        ]
        self.problems = [] if sorted(pod.name for pod in self.pods if pod.workload) == sorted(said.services) else [
            Finding("less-than-declared", FILE, None, "the workloads are not the services of the profile")]
        self.probes = _probes(said)
        self._write(objects)

    def _write(self, objects: list[dict]) -> None:
        """What np-guard reads: workloads, policies without IPv6, and the other pods."""
        self.work.mkdir(parents=True)
        others = [
            {"apiVersion": "v1", "kind": "Pod",
             "metadata": {"name": pod.name, "namespace": pod.namespace, "labels": dict(pod.labels)},
             "spec": {"containers": [{"name": "main", "image": "none"}]}}
            for pod in self.pods if not pod.workload
        ]
        there = {value["metadata"]["name"] for value in objects if value["kind"] == "Namespace"}
        spaces = [
            {"apiVersion": "v1", "kind": "Namespace",
             "metadata": {"name": name, "labels": {"kubernetes.io/metadata.name": name}}}
            for name in sorted({pod.namespace for pod in self.pods} - there)
        ]
        for value in objects:
            if value["kind"] == "Namespace":  # the API server gives it this label
                value["metadata"].setdefault("labels", {})["kubernetes.io/metadata.name"] = value["metadata"]["name"]
        # As JSON, which is YAML: other writers leave words plain that Go takes for numbers.
        documents = [_without_ipv6(value) for value in objects] + spaces + others
        (self.work / "manifests.yaml").write_text("\n".join(map(json.dumps, documents)))

    def job(self) -> str:
        ends = [
            # Addresses of pods are outside every range that a profile is likely to name.
            {"IP": f"100.127.255.{number + 1}", "Namespace": pod.namespace, "Labels": dict(pod.labels)}
            for number, pod in enumerate(self.pods)
        ] + [{"IP": str(address)} for address in self.probes]
        self.queries = list(self._queries())
        return json.dumps({
            "Folder": str(self.work), "Policies": str(self.bundle / FILE), "Peers": ends,
            "Queries": [{"From": one, "To": two, "Port": port, "Protocol": protocol}
                        for one, two, port, protocol in self.queries],
        })

    def _queries(self):
        count = len(self.pods)
        for one, source in enumerate(self.pods):
            for two, target in enumerate(self.pods):
                if one != two and (source.workload or target.workload or source.namespace == target.namespace):
                    for port in self._ports(source, target):
                        yield from ((one, two, port, protocol) for protocol in ("TCP", "UDP"))
        for number in range(count, count + len(self.probes)):
            for pod in range(count):
                if self.pods[pod].workload:
                    for port in self._ports(self.pods[pod]):
                        for protocol in ("TCP", "UDP"):
                            yield pod, number, port, protocol
                            yield number, pod, port, protocol

    def _ports(self, *pods: Pod) -> list[int]:
        """Those of all flows at either end, the name service's, and one that nobody declared."""
        ports = {flow.port for pod in pods for out in (True, False) for flow in self.said.of(pod.name, out)}
        return sorted(ports | {53, UNDECLARED})

    def findings(self, answer: dict) -> list[Finding]:
        findings = list(self.problems)
        findings += [Finding("plan", "profile.skanse.yaml", None, text) for text in self.said.problems]
        for (one, two, port, protocol), allowed in zip(self.queries, answer["Allowed"]):
            wanted = self._decide(one, two, port, protocol)
            if allowed != wanted:
                findings.append(_finding(allowed, f"{self._name(one)} to {self._name(two)}, {protocol} {port} (cyclonus)"))
        findings += self._compare_all(answer["Connections"] or [])
        return findings

    def _name(self, number: int) -> str:
        if number >= len(self.pods):
            return str(self.probes[number - len(self.pods)])
        return f"{self.pods[number].namespace}/{self.pods[number].name}"

    # What the declaration says of one connection.

    def _decide(self, one: int, two: int, port: int, protocol: str) -> bool:
        return self._lets(one, two, True, port, protocol) and self._lets(two, one, False, port, protocol)

    def _lets(self, here: int, there: int, outgoing: bool, port: int, protocol: str) -> bool:
        allowed = self._allowed(here, there, outgoing)
        return ALL in allowed or (protocol, port, port) in allowed

    def _allowed(self, here: int, there: int, outgoing: bool, by_address: bool = True) -> set:
        """What the pod's own side allows with the other end."""
        if here >= len(self.pods):
            return {ALL}
        pod = self.pods[here]
        other = self.pods[there] if there < len(self.pods) else None
        if pod.namespace != self.said.namespace:
            return {ALL}
        if not pod.workload:
            return set()
        allowed = set()
        if outgoing and self.said.waives(pod.name, "declared-egress"):
            return {ALL}
        if not outgoing and self.said.waives(pod.name, "segmented-networks") and other is not None \
                and other.namespace == pod.namespace:
            return {ALL}
        for flow in self.said.of(pod.name, outgoing):
            if self._is(flow.target if outgoing else flow.source, there, other, outgoing, by_address):
                allowed.add((flow.protocol, flow.port, flow.port))
        if outgoing and other is not None and other.name == "kube-dns" and self.said.needs_names(pod.name):
            allowed |= {("TCP", 53, 53), ("UDP", 53, 53)}
        return allowed

    def _is(self, end, there: int, other: Pod | None, outgoing: bool, by_address: bool) -> bool:
        if other is not None and end.kind == "service":
            return other.workload and other.name == end.name
        if other is not None and end.kind == "ingress":
            return other.namespace == self.said.ingress_namespace
        if other is not None and not by_address:
            return False
        address = ipaddress.ip_address(f"100.127.255.{there + 1}") if other else self.probes[there - len(self.pods)]
        inside, outside = addresses(end, outgoing)
        return any(address in one for one in inside) and not any(address in one for one in outside)

    # All connections at once.

    def _compare_all(self, connections: list[dict]) -> list[Finding]:
        number = {f"{pod.namespace}/{pod.name}": at for at, pod in enumerate(self.pods)}
        between: dict[tuple[int, int], set] = {}
        outside: dict[tuple[int, bool], dict] = {}
        for line in connections:
            ends = [number.get(text.split("[")[0]) if "[" in text else _range(text) for text in (line["From"], line["To"])]
            ports = {ALL} if line["All"] else {(one["Protocol"], one["First"], one["Last"]) for one in line["Ports"]}
            if None in ends:
                raise toolbox.ToolFailed(f"np-guard names an end that is not there: {line}")
            if all(isinstance(end, int) for end in ends):
                between[tuple(ends)] = ports
                continue
            pod, addresses_, outgoing = (ends[0], ends[1], True) if isinstance(ends[0], int) else (ends[1], ends[0], False)
            for port in ports:
                outside.setdefault((pod, outgoing), {}).setdefault(port, []).append(addresses_)
        findings = []
        for one, source in enumerate(self.pods):
            for two, target in enumerate(self.pods):
                if one == two or not (source.workload or target.workload):
                    continue
                wanted = _both(self._allowed(one, two, True, False), self._allowed(two, one, False, False))
                findings += _differences(wanted, between.get((one, two), set()), f"{self._name(one)} to {self._name(two)}")
        for at, pod in enumerate(self.pods):
            if not pod.workload:
                continue
            for outgoing in (True, False):
                wanted = self._ranges(pod, outgoing)
                read = {port: _merged(ranges) for port, ranges in outside.get((at, outgoing), {}).items()}
                for port in sorted(wanted.keys() | read.keys()):
                    if wanted.get(port, []) != read.get(port, []):
                        more = _covers_more(read.get(port, []), wanted.get(port, []))
                        findings.append(_finding(more, f"{pod.name} {'to' if outgoing else 'from'} outside, {port}: declared "
                                                       f"{_shown(wanted.get(port))}, found {_shown(read.get(port))} (np-guard)"))
        return findings

    def _ranges(self, pod: Pod, outgoing: bool) -> dict:
        """The IPv4 addresses outside that each port may be reached at, or from."""
        if outgoing and self.said.waives(pod.name, "declared-egress"):
            return {ALL: [(0, 2**32 - 1)]}
        found: dict = {}
        for flow in self.said.of(pod.name, outgoing):
            inside, out = addresses(flow.target if outgoing else flow.source, outgoing)
            networks = [one for one in inside if one.version == 4]
            for hole in (one for one in out if one.version == 4):
                networks = [part for one in networks for part in (
                    one.address_exclude(hole) if hole.subnet_of(one) else [one])]
            if networks:
                found.setdefault((flow.protocol, flow.port, flow.port), []).extend(
                    (int(one[0]), int(one[-1])) for one in networks)
        return {port: _merged(ranges) for port, ranges in found.items()}


def _probes(said: Declared) -> list:
    """The first and last address of each network that matters, and those just outside: between them nothing changes."""
    networks = {one for flow in said.flows for end in (flow.source, flow.target) for out in (True, False)
                for side in addresses(end, out) for one in side}
    networks |= {ipaddress.ip_network("198.51.100.7/32"), ipaddress.ip_network("2001:db8:ffff::7/128")}
    found = set()
    for one in networks:
        kind = ipaddress.ip_address(one[0]).__class__
        for value in (int(one[0]) - 1, int(one[0]), int(one[-1]), int(one[-1]) + 1):
            if 0 <= value < 2**one.max_prefixlen:
                found.add(kind(value))
    return sorted(found, key=lambda address: (address.version, address))


def _without_ipv6(value: dict) -> dict:
    if value["kind"] != "NetworkPolicy":
        return value
    value = json.loads(json.dumps(value))
    for rules, side in (("ingress", "from"), ("egress", "to")):
        kept = []
        for rule in value["spec"].get(rules) or []:
            if rule.get(side):
                rule[side] = [peer for peer in rule[side] if ":" not in (peer.get("ipBlock") or {}).get("cidr", "")]
                if not rule[side]:
                    continue  # without any peer a rule would mean everybody
            kept.append(rule)
        if rules in value["spec"]:
            value["spec"][rules] = kept
    return value


def _range(text: str) -> tuple[int, int]:
    first, last = text.split("-")
    return int(ipaddress.IPv4Address(first)), int(ipaddress.IPv4Address(last))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _covers_more(read: list, wanted: list) -> bool:
    return _merged(read + wanted) != wanted


def _shown(ranges: list | None) -> str:
    return ", ".join(f"{ipaddress.IPv4Address(first)}-{ipaddress.IPv4Address(last)}" for first, last in ranges or []) or "none"


def _both(one: set, two: set) -> set:
    if ALL in one:
        return two
    return one if ALL in two else one & two


def _differences(wanted: set, read: set, where: str) -> list[Finding]:
    return [_finding(True, f"{where}, {port} (np-guard)") for port in sorted(read - wanted)] + [
        _finding(False, f"{where}, {port} (np-guard)") for port in sorted(wanted - read)]


def _finding(more: bool, text: str) -> Finding:
    return Finding("more-than-declared" if more else "less-than-declared", FILE, None, text)
