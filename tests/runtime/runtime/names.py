# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The name server of an outside world that does not exist: every name is unknown, at once.

Without an answer, every look-up of a service would wait for many seconds.
"""

import socket
import threading

_UNKNOWN = 0x8183  # an answer, recursion wanted and there, code 3 (RFC 1035, 4.1.1)


def answer(question: bytes) -> bytes:
    """The same question, with the answer that there is no such name."""
    counts = (1).to_bytes(2, "big") + bytes(6)
    end = 12
    while question[end]:  # labels, up to the empty one
        end += question[end] + 1
    return question[:2] + _UNKNOWN.to_bytes(2, "big") + counts + question[12:end + 5]


def listen(address: str = "127.0.0.1") -> None:
    """Serves until the program ends."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((address, 53))

    def serve() -> None:
        while True:
            question, who = server.recvfrom(4096)
            try:
                server.sendto(answer(question), who)
            except (IndexError, OSError):
                pass  # no question, or nobody there any more

    threading.Thread(target=serve, daemon=True).start()
