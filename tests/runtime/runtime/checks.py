# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""What has to hold in every container of a workload that has worked."""

import re
from pathlib import Path, PurePosixPath

from .tools import run
from .workload import Workload

# What the engine itself puts into a container, with its parents.
_ENGINES = ("/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/etc/mtab", "/run/.containerenv", "/run/secrets",
            "/run/podman-init", "/dev", "/proc", "/sys", "/catatonit")

_REFUSED = re.compile(r"permission denied|operation not permitted|read-only file ?system|\b(EACCES|EROFS|EPERM)\b"
                      r"|access denied|not writable|no space left", re.IGNORECASE)


def _is_or_holds(place: str, inner: str) -> bool:
    return place == inner or PurePosixPath(place) in PurePosixPath(inner).parents


def strange_writes(changes: list[str], mounts: list[str]) -> list[str]:
    """Lines of podman diff that are neither a mount, nor on the way to one, nor the engine's own."""
    known = [*mounts, *_ENGINES]
    strange = []
    for line in changes:
        path = line[2:]
        if not any(_is_or_holds(path, place) or _is_or_holds(place, path) for place in known):
            strange.append(line)
    return strange


def refusals(log: str, harmless: tuple[str, ...]) -> list[str]:
    return [line for line in log.splitlines()
            if _REFUSED.search(line) and not any(re.search(pattern, line) for pattern in harmless)]


def _process(pid: int) -> dict[str, str]:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {name: value.strip() for name, value in (line.split(":", 1) for line in lines)}


def _writable(about: dict) -> list[str]:
    return [mount["Destination"] for mount in about.get("Mounts", [])] + list((about["HostConfig"].get("Tmpfs") or {}))


def complaints(workload: Workload, service: str, harmless: tuple[str, ...] = ()) -> list[str]:
    """What does not hold; empty is good."""
    asked = workload.file["services"][service]
    about = workload.inspect(service)
    found = []
    if not about["State"]["Running"]:
        return [f"{service} does not run"]
    if about.get("RestartCount"):
        found.append(f"{service} was restarted {about['RestartCount']} times")
    if "healthcheck" in asked and workload.knows_health:
        # Compose writes $$ for $; and what is not asked in the words of the file proves nothing.
        wanted = [word.replace("$$", "$") for word in asked["healthcheck"]["test"]]
        if about["Config"]["Healthcheck"]["Test"] != wanted:
            found.append(f"{service} is asked for its health by {about['Config']['Healthcheck']['Test']}, not {wanted}")
        health = (about["State"].get("Health") or about["State"].get("Healthcheck") or {}).get("Status")
        if health != "healthy":
            found.append(f"{service} is {health}")
    process = _process(about["State"]["Pid"])
    if "user" in asked:
        uid, gid = str(asked["user"]).split(":")
        if process["Uid"].split()[0] != uid or process["Gid"].split()[0] != gid:
            found.append(f"{service} runs as {process['Uid'].split()[0]}:{process['Gid'].split()[0]}, not {uid}:{gid}")
    if asked.get("cap_drop") == ["ALL"] and not asked.get("cap_add") and int(process["CapBnd"], 16):
        found.append(f"{service} has capabilities: {process['CapBnd']}")
    if "no-new-privileges:true" in asked.get("security_opt", []) and process["NoNewPrivs"] != "1":
        found.append(f"{service} may gain privileges")
    if process["Seccomp"] != "2":
        found.append(f"{service} has no seccomp filter")
    if asked.get("read_only") and not about["HostConfig"]["ReadonlyRootfs"]:
        found.append(f"{service} has a writable root")
    changes = run(["podman", "diff", workload.container(service)]).splitlines()
    found += [f"{service} wrote outside of what is declared: {line}" for line in strange_writes(changes, _writable(about))]
    found += [f"{service} was refused something: {line[:300]}" for line in refusals(workload.log(service), harmless)[:5]]
    return found
