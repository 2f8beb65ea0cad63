# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""A bundle that is started with Compose, its file unchanged."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from .tools import Failed, run


class Workload:
    """`services` are those to start; None: all of them."""

    knows_health = True  # the engine itself keeps the state of health

    def __init__(self, bundle: Path, services: list[str] | None = None):
        self.bundle = bundle
        self.file = yaml.safe_load((bundle / "compose.yaml").read_text())
        self.project = self.file["name"]
        self.services = services or sorted(self.file["services"])
        self._partly = services is not None

    def compose(self, *words: object, timeout: float = 120) -> str:
        return run(["docker-compose", "--file", self.bundle / "compose.yaml", *words], timeout=timeout)

    def _fill_shared_volumes(self) -> None:
        """Docker fills an empty volume, and gives it its owner, from any image that has the folder, when a
        container is created. Podman asks only the first container that starts: here it is one that writes."""
        users: dict[str, list[tuple[str, str, bool]]] = {}
        for service in self.services:
            for mount in self.file["services"][service].get("volumes", []):
                if mount.get("type") == "volume":
                    users.setdefault(mount["source"], []).append((service, mount["target"], mount.get("read_only", False)))
        shared = {volume: writers[0] for volume, mounts in users.items()
                  if len(mounts) > 1 and (writers := [mount for mount in mounts if not mount[2]])}
        if shared:
            self.compose("create", "--no-build", "--pull", "never")
        for volume, (service, place, _) in shared.items():
            asked = self.file["services"][service]
            made = run(["podman", "create", "--pull=never", f"--user={asked['user']}",
                        f"--volume={self.project}_{volume}:{place}", asked["image"]]).strip()
            run(["podman", "init", made])
            run(["podman", "rm", "--force", made])

    def up(self, timeout: int = 150) -> None:
        """Starts and waits until every container that has a health check is healthy and the others run."""
        self._fill_shared_volumes()
        words = ["up", "--detach", "--wait", "--wait-timeout", timeout, "--no-build", "--pull", "never"]
        try:
            self.compose(*words, *(["--no-deps", *self.services] if self._partly else []), timeout=timeout + 10)
        except Failed as error:
            raise Failed(f"{error}\n{self.tail()}") from error

    def restart(self, timeout: int = 150) -> None:
        """Ends every container as its stop signal and grace say, and starts it again, with the same volumes."""
        self.compose("stop", timeout=timeout + 60)
        killed = [service for service in self.services if self.inspect(service)["State"]["ExitCode"] == 137]
        if killed:
            raise Failed(f"did not end by the stop signal and had to be killed: {', '.join(killed)}")
        self.compose("down", timeout=timeout + 60)
        self.up(timeout)

    def down(self) -> None:
        self.compose("down", "--volumes", "--timeout", 30, timeout=180)

    def container(self, service: str, number: int = 1) -> str:
        return f"{self.project}-{service}-{number}"

    def inspect(self, service: str) -> dict:
        return json.loads(run(["podman", "inspect", self.container(service)]))[0]

    def inside(self, service: str, *command: object, timeout: float = 60, stdin: str = "") -> str:
        return run(["podman", "exec", "--interactive", self.container(service), *command], timeout=timeout, stdin=stdin)

    def log(self, service: str) -> str:
        return run(["sh", "-c", 'podman logs "$1" 2>&1', "sh", self.container(service)], ok=(0, 1, 125))

    def tail(self) -> str:
        ends = []
        for service in self.services:
            lines = self.log(service).strip().splitlines()[-8:]
            ends += [f"  {service}: {line}" for line in lines]
        return "\n".join(ends)

    def secret(self, name: str) -> str:
        return (self.bundle / "secrets" / name).read_text().strip()


def until(what: str, true: Callable[[], object], seconds: float = 30) -> object:
    """Tries until it is true or time is up; an exception counts as not true."""
    end = time.monotonic() + seconds
    last: Exception | None = None
    while time.monotonic() < end:
        try:
            if answer := true():
                return answer
        except Exception as error:  # what is not there yet may fail in any way
            last = error
        time.sleep(0.5)
    raise Failed(f"{what} did not happen in {seconds:.0f} s" + (f": {last}" if last else ""))
