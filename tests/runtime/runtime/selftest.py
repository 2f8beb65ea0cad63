# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Workloads that must not pass: their silence would mean that the suite proves nothing."""

import re
import shutil

import yaml

from . import checks, secrets
from .case import Case
from .tools import Failed, say
from .workload import Workload

# name: what is spoiled in the compose file of the Redis case, and the complaint that has to come.
_SPOILED = {
    "writes where nothing is declared": (
        {"read_only": False, "command": ["sh", "-c", "umask 077; touch /tmp/left && exec redis-server"]},
        r"wrote outside of what is declared: A /tmp/left"),
    "is refused a write and goes on": (
        {"command": ["sh", "-c", "touch /left; exec redis-server"]},
        r"was refused something: .*Read-only file system"),
    "starts as another user than the plan says": (
        {"user": "999:999"},
        r"runs as 999:999, not 999:1000"),
    "keeps capabilities": (
        {"cap_drop": []},
        r"has capabilities"),
    "does not start without the path that was forgotten": (
        {"volumes": [], "command": ["redis-server", "--dir", "/forgotten"]},
        r"ended with 1|not healthy|took longer"),
}


def complaints(case: Case) -> list[str]:
    """What was let pass; empty is good. `case` is the one with a single Redis."""
    found = []
    for name, (change, expected) in _SPOILED.items():
        folder = case.folder.with_name("spoiled")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(case.bundle, folder / "bundle")
        secrets.make(folder / "bundle", folder / "work", {}, "")
        as_planned = yaml.safe_load((folder / "bundle" / "compose.yaml").read_text())
        spoiled = yaml.safe_load((folder / "bundle" / "compose.yaml").read_text())
        spoiled["services"]["cache"].update(change)
        (folder / "bundle" / "compose.yaml").write_text(yaml.safe_dump(spoiled))
        workload = Workload(folder / "bundle")
        try:
            workload.up(30)
            workload.file = as_planned
            said = checks.complaints(workload, "cache")
        except Failed as error:
            said = [str(error)]
        finally:
            workload.down()
        caught = any(re.search(expected, line) for line in said)
        say(f"runtime: a workload that {name}: {'noticed' if caught else 'NOT NOTICED'}")
        if not caught:
            found.append(f"nobody noticed a workload that {name}; what was said: {said}")
    return found
