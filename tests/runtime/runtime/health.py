# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Asks containers for their health.

Podman leaves that to systemd timers, and there is no systemd in here. The command, its tries and its
grace at the start are the bundle's. Until a container is healthy it is asked every second and not at the
declared interval, to save time; after that, at the interval.
"""

import http.client
import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


class _Connection(http.client.HTTPConnection):
    def __init__(self, at: Path):
        super().__init__("podman", timeout=60)
        self._at = str(at)

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._at)


def ask(at: Path, path: str) -> dict | list:
    connection = _Connection(at)
    try:
        connection.request("GET", "/v4.0.0/libpod" + path)
        return json.loads(connection.getresponse().read() or b"null")
    finally:
        connection.close()


class Clock:
    """Runs the health commands until it is left."""

    def __init__(self, engine: Path):
        self._engine = engine
        self._stop = threading.Event()
        self._due: dict[str, float] = {}
        self._busy: set[str] = set()
        self._pool = ThreadPoolExecutor(max_workers=4)
        self._thread = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> "Clock":
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._stop.set()
        self._thread.join(10)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _tick(self) -> None:
        while not self._stop.wait(0.5):
            try:
                running = ask(self._engine, "/containers/json") or []
            except (OSError, ValueError):
                continue
            for container in running:
                name = container["Id"]
                if name not in self._busy and self._due.get(name, 0) <= time.monotonic():
                    self._busy.add(name)
                    self._pool.submit(self._ask_one, name)

    def _ask_one(self, name: str) -> None:
        wait = 60.0
        try:
            about = ask(self._engine, f"/containers/{name}/json")
            check = (about.get("Config") or {}).get("Healthcheck")
            if check and check.get("Test", ["NONE"])[0] != "NONE":
                said = ask(self._engine, f"/containers/{name}/healthcheck")
                wait = check.get("Interval", 30e9) / 1e9 if said.get("Status") == "healthy" else 1.0
        except (OSError, ValueError, AttributeError):
            wait = 1.0
        self._due[name] = time.monotonic() + wait
        self._busy.discard(name)
