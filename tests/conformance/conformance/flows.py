# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Who may talk to whom, as the profile declares it.

Numbers of ports that the profile leaves to its presets come from `skanse-cli plan`; everything else is read from the
profile, and flows of the plan that no answer asks for are problems.
"""

import ipaddress
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from . import bundles as sources
from . import files, toolbox

# "Any public address" is every one but these: RFC 1918, 6598, 3927, 6890, 4193, 4291.
NOT_PUBLIC = [
    ipaddress.ip_network(text)
    for text in ("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
                 "192.168.0.0/16", "::1/128", "fc00::/7", "fe80::/10")
]
EVERYWHERE = [ipaddress.ip_network("0.0.0.0/0"), ipaddress.ip_network("::/0")]


@dataclass(frozen=True)
class End:
    kind: str  # service, network, name, ingress, internet
    name: str = ""  # of the service, the network or the host


@dataclass(frozen=True)
class Flow:
    source: End
    target: End
    port: int
    protocol: str  # TCP or UDP


@dataclass
class Declared:
    profile: dict
    plan: dict
    flows: set[Flow]
    problems: list[str] = field(default_factory=list)

    @property
    def namespace(self) -> str:
        workload = self.profile["workload"]
        return workload.get("namespace") or workload["name"]

    @property
    def ingress_namespace(self) -> str:
        return self.profile["workload"].get("ingressNamespace") or "ingress-nginx"

    @property
    def services(self) -> list[str]:
        return [service["name"] for service in self.plan["services"]]

    def waives(self, service: str, control: str) -> bool:
        return any(
            waiver["control"] == control
            for one in self.profile["services"] if one["name"] == service
            for waiver in one.get("waivers", [])
        )

    def of(self, service: str, outgoing: bool) -> list[Flow]:
        end = End("service", service)
        return [flow for flow in self.flows if (flow.source if outgoing else flow.target) == end]

    def needs_names(self, service: str) -> bool:
        """Addresses need no name service; services and names do."""
        return self.waives(service, "declared-egress") or any(
            flow.target.kind != "network" for flow in self.of(service, True)
        )


def declared(bundles: list[Path]) -> dict[Path, Declared]:
    cli = sources.built("bin/skanse-cli")

    def one(bundle: Path) -> Declared:
        file = bundle / "profile.skanse.yaml"
        plan = json.loads(toolbox.run([cli, "plan", file, "--format", "json"]).stdout)
        return _declared(files.load(file.read_text()), plan)

    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip(bundles, pool.map(one, bundles)))


def _declared(profile: dict, plan: dict) -> Declared:
    ports = {service["name"]: service["ports"] for service in plan["services"]}
    flows = {
        _asked(service["name"], peer, ports)
        for service in profile["services"]
        for peer in service.get("peers", [])
    }
    flows |= _from_outside(plan) | _through_proxy(profile, plan)
    planned = {Flow(_end(flow["from"]), _end(flow["to"]), flow["port"], flow["protocol"].upper()) for flow in plan["flows"]}
    problems = [f"the plan has a flow that no answer asks for: {flow}" for flow in planned - flows]
    problems += [f"the plan lacks a flow that was declared: {flow}" for flow in flows - planned]
    return Declared(profile, plan, flows, problems)


def _from_outside(plan: dict) -> set[Flow]:
    """Public HTTP reaches a cluster through its ingress controller, which also ends TLS; other ports directly."""
    if "kubernetes" not in plan["targets"]:
        return set()
    return {
        Flow(End("ingress" if port["application"] == "http" else "internet"), End("service", service["name"]),
             port["port"], port["protocol"].upper())
        for service in plan["services"] for port in service["ports"]
        if (port.get("published") or {}).get("everybody") and port["application"] != "https"
    }


def _through_proxy(profile: dict, plan: dict) -> set[Flow]:
    """A public port that speaks the web's protocols is led to by the one proxy that answers the public over HTTP."""
    proxy = next((
        service for service in plan["services"]
        for port in service["ports"]
        if service.get("routes") and port["application"] == "http" and (port.get("published") or {}).get("everybody")
    ), None)
    if proxy is None:
        return set()
    ports = {(service["name"], port["name"]): port for service in plan["services"] for port in service["ports"]}
    return {
        Flow(End("service", proxy["name"]), End("service", service["name"]), known["port"], known["protocol"].upper())
        for service in profile["services"]
        for port in service.get("ports", [])
        for known in [ports[service["name"], port["name"]]]
        if port.get("exposure") == "public" and port.get("viaProxy", True) and not known.get("published")
        and known["application"] in ("http", "https", "grpc", "fastcgi")
    }


def _asked(service: str, peer: dict, ports: dict) -> Flow:
    kind = peer.get("kind", "service")
    if kind == "network":
        other = End(kind, str(ipaddress.ip_network(peer["network"])))
    else:
        other = End(kind, peer.get("service") or peer.get("name") or "")
    here = End("service", service)
    source, target = (other, here) if peer.get("direction") == "from" else (here, other)
    port, protocol = peer.get("port"), peer.get("protocol")
    if target.kind == "service":
        # The first port that fits what is said.
        fitting = [one for one in ports[target.name]
                   if port in (None, one["port"]) and protocol in (None, one["protocol"])]
        port, protocol = fitting[0]["port"], fitting[0]["protocol"]
    return Flow(source, target, port, (protocol or "tcp").upper())


def _end(end: dict) -> End:
    for kind in ("service", "network", "name"):
        if kind in end:
            return End(kind, end[kind])
    return End(end["kind"])


def addresses(end: End, outgoing: bool) -> tuple[list, list]:
    """The networks of an end outside the workload, and what is taken out of them; nothing for services."""
    if end.kind == "network":
        return [ipaddress.ip_network(end.name)], []
    if end.kind in ("name", "internet"):
        return EVERYWHERE, NOT_PUBLIC if outgoing else []
    return [], []
