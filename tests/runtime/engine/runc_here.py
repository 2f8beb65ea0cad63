#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The OCI runtime podman calls: runc, after two changes to what it was asked for.

Podman gives a container with a read-only root writable places that nobody asked for (/run, /tmp and
/var/tmp), and copies the image's files into the tmpfs that somebody did ask for. Docker does neither,
and a path missing in the catalogue would not be noticed. Both are taken back.

A machine whose root may not raise limits cannot give 65536 open files. Limits are lowered to what it
can give, and that is written down.

usage: runc_here.py NOTES-FILE what runc is called with
"""

import json
import os
import resource
import sys

_EXTRA = {"/run", "/tmp", "/var/tmp"}


def unasked(mount: dict) -> bool:
    return (mount.get("type") == "tmpfs" and mount["destination"] in _EXTRA
            and not any(option.startswith("size=") for option in mount.get("options", [])))


def lowered(process: dict, hard_limits: dict[str, int]) -> list[str]:
    """Changes the limits of `process`; what was taken from it."""
    notes = []
    for limit in process.get("rlimits") or []:
        most = hard_limits.get(limit["type"])
        if most is not None and limit["hard"] > most:
            notes.append(f"{limit['type']} {limit['hard']} lowered to {most}")
            limit["hard"], limit["soft"] = most, min(limit["soft"], most)
    return notes


def as_docker_mounts(config: dict) -> None:
    if config["root"].get("readonly"):
        config["mounts"] = [mount for mount in config["mounts"] if not unasked(mount)]
    for mount in config["mounts"]:
        if mount.get("type") == "tmpfs":
            mount["options"] = [option for option in mount.get("options", []) if option != "tmpcopyup"]


def limits_of_this_machine() -> dict[str, int]:
    """Hard limits that may not be raised; none for a root that may."""
    found = {}
    for name in ("NOFILE", "NPROC", "CORE", "MEMLOCK"):
        number = getattr(resource, f"RLIMIT_{name}")
        soft, hard = resource.getrlimit(number)
        if hard == resource.RLIM_INFINITY:
            continue
        try:
            resource.setrlimit(number, (soft, hard + 1))
            resource.setrlimit(number, (soft, hard))
        except (ValueError, PermissionError):
            found[f"RLIMIT_{name}"] = hard
    return found


def _adapt(file: str, whole: bool, notes_file: str) -> None:
    """`whole`: the file describes a container, not only one more process in it."""
    with open(file) as stream:
        read = json.load(stream)
    if whole:
        as_docker_mounts(read)
    notes = lowered(read["process"] if whole else read, limits_of_this_machine())
    with open(file, "w") as stream:
        json.dump(read, stream)
    if notes:
        with open(notes_file, "a") as stream:
            stream.writelines(note + "\n" for note in notes)


def main(notes_file: str, *arguments: str) -> None:
    if "create" in arguments and "--bundle" in arguments:
        _adapt(os.path.join(arguments[arguments.index("--bundle") + 1], "config.json"), True, notes_file)
    elif "exec" in arguments and "--process" in arguments:
        _adapt(arguments[arguments.index("--process") + 1], False, notes_file)
    os.execvp("runc", ["runc", *arguments])


if __name__ == "__main__":
    main(*sys.argv[1:])
