# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Services in Go, Java and Rust behind one proxy."""

from runtime import web
from runtime.workload import Workload, until

PROFILE = "tests/runtime/profiles/languages.skanse.yaml"
TIER = 2
APPS = {f"src/{name}": name for name in ("go", "java", "rust")}
HARMLESS = {"front": {r"connect\(\) failed|Connection refused": "the proxy asked before the service listened"}}


def work(workload: Workload) -> None:
    def ask(path: str) -> str:
        return web.ask(path, host="site.example.org", trusted=workload.bundle / "secrets" / "tls-certificate").body

    for name, place in (("go", "/"), ("java", "/java/"), ("rust", "/rust/")):
        until(f"an answer of {name}", lambda name=name, place=place: ask(place) == f"{name} as 65532")
        assert ask(f"{place}scratch") == "written", ask(f"{place}scratch")


def after_restart(workload: Workload) -> None:
    work(workload)
