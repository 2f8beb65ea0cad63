# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""compose.yaml connects what the profile declares, no more and no less.

Computed from its networks, their flags and the published ports, as Docker understands them: services on a common
network reach each other, both ways and on every port; an internal network leads nowhere else; a network without
masquerading answers, but opens no connection to the outside.
"""

import ipaddress
import re
from itertools import combinations
from pathlib import Path

from conformance import files
from conformance.flows import Declared, declared
from conformance.judge import Finding, Judge, Verdict
from conformance.published import Published, published

FILE = "compose.yaml"
MASQUERADE = "com.docker.network.bridge.enable_ip_masquerade"
DEFAULT = "default"


class NetworkCompose(Judge):
    name = "network-compose"
    what = "Compose: networks and published ports connect what was declared"
    quick = True
    version = "1"
    looks_at = (FILE,)
    BAD_RULES = ("more-than-declared", "less-than-declared")

    def install(self, tools: Path) -> None:
        """Its rules stand below; it needs no other tool."""

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        verdicts = {bundle: Verdict([], []) for bundle in bundles}
        looked = [bundle for bundle in bundles if (bundle / FILE).is_file()]
        for bundle, said in declared(looked).items():
            compose = files.load((bundle / FILE).read_text())
            verdicts[bundle] = Verdict([FILE], _findings(compose, said))
        return verdicts


def _findings(compose: dict, said: Declared) -> list[Finding]:
    findings = [Finding("plan", "profile.skanse.yaml", None, text) for text in said.problems]
    for what, wanted, found in (
        ("reach each other", _declared_pairs(said), _pairs(compose)),
        ("opens connections to the outside", _declared_egress(said), _egress(compose)),
        ("opens IPv6 connections to the outside", _declared_egress6(said), _egress6(compose)),
        ("is published", {_entry(one) for one in published(said)}, _published(compose)),
    ):
        findings += [Finding("more-than-declared", FILE, None, f"{one} {what}") for one in sorted(found - wanted, key=str)]
        findings += [Finding("less-than-declared", FILE, None, f"{one} should be: {what}")
                     for one in sorted(wanted - found, key=str)]
    for name, service in compose["services"].items():
        for key in ("network_mode", "links", "external_links", "extra_hosts", "dns"):
            if key in service:
                findings.append(Finding("more-than-declared", FILE, None, f"{name} has {key}, which goes past its networks"))
    return findings


# What the file says.

def _networks(service: dict) -> list[str]:
    return list(service.get("networks") or [DEFAULT])


def _settings(compose: dict, network: str) -> dict:
    return (compose.get("networks") or {}).get(network) or {}


def _pairs(compose: dict) -> set[frozenset]:
    members: dict[str, list[str]] = {}
    for name, service in compose["services"].items():
        for network in _networks(service):
            members.setdefault(network, []).append(name)
    return {frozenset(pair) for names in members.values() for pair in combinations(names, 2)}


def _leads_out(settings: dict) -> bool:
    options = settings.get("driver_opts") or {}
    return not settings.get("internal") and options.get(MASQUERADE) != "false"


def _egress(compose: dict) -> set[str]:
    return {name for name, service in compose["services"].items()
            if any(_leads_out(_settings(compose, network)) for network in _networks(service))}


def _egress6(compose: dict) -> set[str]:
    return {name for name, service in compose["services"].items()
            if any(_leads_out(one) and one.get("enable_ipv6")
                   for one in (_settings(compose, network) for network in _networks(service)))}


_PORT = re.compile(r"(?:(?P<address>\[[0-9a-f:]+\]|[0-9.]+):)?(?P<host>\d+):(?P<port>\d+)(?:/(?P<protocol>tcp|udp))?")


def _published(compose: dict) -> set[tuple]:
    """A port is open only when one of the service's networks leads to the host's other interfaces."""
    found = set()
    for name, service in compose["services"].items():
        reachable = any(not _settings(compose, network).get("internal") for network in _networks(service))
        for text in service.get("ports") or []:
            match = _PORT.fullmatch(text)
            if match is None:
                raise ValueError(f"{name}: the port {text!r} is in no form that is known here")
            address = (match["address"] or "").strip("[]")
            if reachable:
                found.add((name, str(ipaddress.ip_address(address)) if address else "", int(match["host"]),
                           int(match["port"]), (match["protocol"] or "tcp").upper()))
    return found


# What the profile says.

def _entry(one: Published) -> tuple:
    return one.service, one.address, one.host_port, one.port, one.protocol


def _declared_pairs(said: Declared) -> set[frozenset]:
    flows = [(flow.source.name, flow.target.name) for flow in said.flows
             if flow.source.kind == flow.target.kind == "service"]
    shared = {name for pair in flows for name in pair if any(said.waives(one, "segmented-networks") for one in pair)}
    return {frozenset(pair) for pair in flows} | {frozenset(pair) for pair in combinations(sorted(shared), 2)}


def _declared_egress(said: Declared) -> set[str]:
    return {name for name in said.services
            if said.waives(name, "declared-egress")
            or any(flow.target.kind in ("network", "name", "internet") for flow in said.of(name, True))}


def _declared_egress6(said: Declared) -> set[str]:
    """Compose gets IPv6 for an address that is one; names and the internet are reached by IPv4."""
    return {name for name in said.services
            if any(flow.target.kind == "network" and ":" in flow.target.name for flow in said.of(name, True))}
