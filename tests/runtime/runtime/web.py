# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""A client outside of the workload, who reaches what is published and nothing else."""

import http.client
import json
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Answer:
    status: int
    fields: dict[str, str]  # names in lower case
    body: str

    def json(self) -> object:
        try:
            return json.loads(self.body)
        except ValueError as error:
            raise ValueError(f"{self.status}, no JSON: {self.body[:300]}") from error


class _Tls(http.client.HTTPSConnection):
    """Checks the certificate for the name, but connects to the address."""

    def __init__(self, address: str, port: int, name: str, trusted: Path):
        super().__init__(name, port, timeout=90, context=ssl.create_default_context(cafile=str(trusted)))
        self._address = address

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)


def ask(path: str, *, host: str = "localhost", method: str = "GET", body: str | None = None, address: str = "127.0.0.1",
        port: int | None = None, trusted: Path | None = None, fields: dict[str, str] | None = None) -> Answer:
    """With `trusted`, over TLS. Redirects are told, not followed."""
    connection = (_Tls(address, port or 443, host, trusted) if trusted
                  else http.client.HTTPConnection(address, port or 80, timeout=90))
    try:
        connection.request(method, path, body=body, headers={"Host": host, **(fields or {})})
        answer = connection.getresponse()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()},
                      answer.read().decode(errors="replace"))
    finally:
        connection.close()
