# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Network namespaces with a process in each, which no route leaves.

Root makes them directly, others inside a user namespace.
"""

import json
import os
import subprocess
import sys

from .toolbox import HERE, ToolFailed, environment

AGENT = HERE / "packets" / "agent.py"


class Space:
    """A namespace with its agent; `beside` is one in whose user namespace it lies."""

    def __init__(self, beside: "Space | None" = None):
        if beside is not None and os.geteuid() != 0:
            enter = ["nsenter", f"--target={beside.pid}", "--user", "--preserve-credentials", "--keep-caps"]
        else:
            enter = []
        rights = ["--user", "--map-root-user"] if beside is None and os.geteuid() != 0 else []
        self._process = subprocess.Popen(
            [*enter, "unshare", *rights, "--net", sys.executable, str(AGENT)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())
        # The program replaces unshare and nsenter, so this is its number.
        self.pid = self._process.pid
        self.run(["ip", "link", "set", "lo", "up"])

    def __enter__(self) -> "Space":
        return self

    def __exit__(self, *_) -> None:
        self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._process.stderr.close()

    def run(self, *commands: list) -> None:
        self._say({"run": [[str(word) for word in command] for command in commands]})

    def listen(self, ports: list) -> None:
        self._say({"listen": sorted(ports)})

    def probe(self, probes: list) -> list:
        return self._say({"probe": probes})["answers"]

    def hold(self, source: str, target: str, port: int, count: int) -> int:
        """Opens that many TCP connections, keeps them, and says how many came about."""
        return self._say({"hold": [source, target, port, count]})["answers"]

    def flood(self, target: str, port: int, count: int, flags: int = 0x02, source: str = "") -> None:
        """Lone TCP segments, SYN unless told otherwise, from forged sources unless one is named."""
        self._say({"flood": [target, port, count, flags, source]})

    def _say(self, command: dict) -> dict:
        try:
            self._process.stdin.write(json.dumps(command) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise ToolFailed(f"the network namespace ended: {self._process.stderr.read().strip()[-300:]}")
        answer = json.loads(line)
        if answer.get("error"):
            raise ToolFailed(answer["error"])
        return answer
