#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""runc, asked for no more open files or processes than this machine may give.

Podman asks for a million processes; a machine whose root may not raise limits refuses to start such a container.
"""

import json
import os
import resource
import sys

KINDS = {"RLIMIT_NOFILE": resource.RLIMIT_NOFILE, "RLIMIT_NPROC": resource.RLIMIT_NPROC}


def lower(config: dict) -> None:
    for limit in config["process"].get("rlimits", []):
        if limit["type"] not in KINDS:
            continue
        most = resource.getrlimit(KINDS[limit["type"]])[1]
        if most != resource.RLIM_INFINITY:
            limit["hard"] = min(limit["hard"], most)
            limit["soft"] = min(limit["soft"], most)


def main(arguments: list[str]) -> None:
    if "create" in arguments and "--bundle" in arguments:
        path = os.path.join(arguments[arguments.index("--bundle") + 1], "config.json")
        with open(path) as file:
            config = json.load(file)
        lower(config)
        with open(path, "w") as file:
            json.dump(config, file)
    os.execvp("runc", ["runc", *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
