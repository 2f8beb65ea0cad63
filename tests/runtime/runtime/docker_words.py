# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Between Compose and podman: a socket that speaks Docker's words and hands them on in podman's.

Podman knows no log driver "local"; its own "k8s-file" stands in. Its networks before netavark 1.5 take a
port that is published on 0.0.0.0 for one address of that name; no address means the same and works. It
takes the words of a health command apart at every space, unless they come as one JSON text, and counts
its own work against the time of the command, which therefore gets ten times as much. Everything else
passes as it is.
"""

import json
import re
import socket
import threading
from pathlib import Path

_CREATE = re.compile(rb"^POST \S*/containers/create[ ?]")


def in_podmans_words(body: bytes) -> bytes:
    wanted = json.loads(body)
    host = wanted.get("HostConfig") or {}
    if (host.get("LogConfig") or {}).get("Type") == "local":
        host["LogConfig"] = {"Type": "k8s-file", "Config": {}}
    health = wanted.get("Healthcheck") or {}
    test = health.get("Test") or []
    if health.get("Timeout"):
        health["Timeout"] *= 10
    if test[:1] == ["CMD"] and len(test) > 2:
        health["Test"] = [json.dumps(test[1:])]
    for bindings in (host.get("PortBindings") or {}).values():
        for binding in bindings:
            if binding.get("HostIp") == "0.0.0.0":
                binding["HostIp"] = ""
    return json.dumps(wanted).encode()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def _read_head(client: socket.socket) -> tuple[list[bytes], dict[bytes, bytes], bytes]:
    data = b""
    while b"\r\n\r\n" not in data:
        more = client.recv(65536)
        if not more:
            return [], {}, b""
        data += more
    head, rest = data.split(b"\r\n\r\n", 1)
    lines = head.split(b"\r\n")
    fields = {name.strip().lower(): value.strip() for name, value in (line.split(b":", 1) for line in lines[1:])}
    return lines, fields, rest


def _without(lines: list[bytes], name: bytes) -> list[bytes]:
    return [line for line in lines if not line.lower().startswith(name + b":")]


def _serve(client: socket.socket, engine: Path) -> None:
    with client, socket.socket(socket.AF_UNIX) as podman:
        lines, fields, rest = _read_head(client)
        if not lines:
            return
        if _CREATE.match(lines[0]):
            while len(rest) < int(fields[b"content-length"]):
                rest += client.recv(65536)
            rest = in_podmans_words(rest)
            lines = [*_without(lines, b"content-length"), b"Content-Length: %d" % len(rest)]
        # One request per connection, so that each is seen; a stream (logs, exec) is none of our business.
        if b"upgrade" not in fields:
            lines = [*_without(lines, b"connection"), b"Connection: close"]
        podman.connect(str(engine))
        podman.sendall(b"\r\n".join(lines) + b"\r\n\r\n" + rest)
        threading.Thread(target=_pump, args=(client, podman), daemon=True).start()
        _pump(podman, client)


def listen(at: Path, engine: Path) -> None:
    """Serves until the program ends."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(at))
    server.listen(64)

    def accept() -> None:
        while True:
            client, _ = server.accept()
            threading.Thread(target=_serve, args=(client, engine), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
