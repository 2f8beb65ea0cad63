# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Which ports of the host lead to which service, as the profile asks for it.

The numbers that a preset brings come from the plan; what is published, and where, is worked out here once more.
"""

import ipaddress
from dataclasses import dataclass
from functools import cache

from . import files
from .flows import Declared
from .toolbox import TOP

WEB = ("http", "https", "grpc", "fastcgi")


@dataclass(frozen=True)
class Published:
    service: str
    address: str  # of the host; empty: every one
    host_port: int
    port: int  # in the container
    protocol: str  # TCP or UDP
    public: bool  # everybody may connect

    @property
    def loopback(self) -> bool:
        return self.address == "127.0.0.1"


@cache
def preset(name: str) -> dict:
    return files.load((TOP / "resources" / "catalogue" / "presets" / f"{name}.yaml").read_text())


def published(said: Declared) -> set[Published]:
    workload = said.profile["workload"]
    planned = {service["name"]: {port["name"]: port for port in service["ports"]} for service in said.plan["services"]}
    found: set[Published] = set()
    behind_proxy = []
    for service in said.profile["services"]:
        facts = preset(service["preset"])
        proxy = facts["kind"] == "proxy"
        certificate = workload.get("tls") == "files" or (facts.get("ownCertificates") and workload.get("hostname"))
        for port in service.get("ports", []):
            exposure = port.get("exposure", "internal")
            known = planned[service["name"]][port["name"]]
            if exposure == "internal":
                continue
            if exposure == "public" and port.get("viaProxy", True) and known["application"] in WEB and not proxy:
                behind_proxy.append(port)
                continue
            found.add(_publication(said, service["name"], port, known))
        names = {port["name"] for port in service.get("ports", [])}
        if proxy and certificate and any(_public_http(one) for one in planned[service["name"]].values()):
            # HTTP redirects to HTTPS, so that is open as well.
            found |= _https(service["name"], planned[service["name"]], names)
    answered = {service["name"] for service in said.profile["services"]}
    for service in said.plan["services"]:
        if service["name"] not in answered and behind_proxy:  # the proxy that the plan adds
            ports = planned[service["name"]]
            host_port = behind_proxy[0].get("hostPort", 80)
            found.add(Published(service["name"], "0.0.0.0", host_port, ports["http"]["port"], "TCP", True))
            if workload.get("tls") == "files":
                found |= _https(service["name"], ports, {"http"})
    return found


def _publication(said: Declared, service: str, port: dict, known: dict) -> Published:
    exposure = port["exposure"]
    usual = {"http": 80, "https": 443}.get(known["application"]) if exposure == "public" else None
    address = {"loopback": "127.0.0.1", "public": "0.0.0.0"}.get(exposure)
    if exposure == "private":
        address = str(ipaddress.ip_address(port["hostAddress"]))
    elif exposure == "public" and said.waives(service, "loopback-binding"):
        address = ""
    return Published(service, address, port.get("hostPort") or usual or known["port"], known["port"],
                     known["protocol"].upper(), exposure == "public")


def _public_http(planned: dict) -> bool:
    return planned["application"] == "http" and (planned.get("published") or {}).get("everybody", False)


def _https(service: str, ports: dict, but: set[str]) -> set[Published]:
    return {
        Published(service, "0.0.0.0", 443, port["port"], "TCP", True)
        for name, port in ports.items() if port["application"] == "https" and name not in but
    }


def senders(said: Declared, port: Published) -> list | None:
    """The networks that may connect to a private port; None when whoever reaches its address may."""
    flows = [flow for flow in said.of(port.service, False) if (flow.port, flow.protocol) == (port.port, port.protocol)]
    networks = [ipaddress.ip_network(flow.source.name) for flow in flows if flow.source.kind == "network"]
    if any(flow.source.kind == "internet" for flow in flows) or not networks:
        return None
    return networks
