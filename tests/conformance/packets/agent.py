# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Lives in a network namespace of its own, listens and probes there, until its input ends.

Nobody names the namespace, so it is gone when this process is, however that ends. One command a line of JSON, one
answer a line: {"run": [[words]...]}, {"listen": [[protocol, address, port]...]}, {"probe": [[source, target, protocol, port]...]},
{"hold": [source, target, port, count]}, {"flood": [target, port, count, flags, source]}.
"""

import asyncio
import ipaddress
import json
import os
import socket
import struct
import subprocess
import sys

CONNECT_SECONDS = 2.5
HOLD_AT_ONCE, HOLD_PAUSE = 25, 0.4  # slower than any limit on new connections
FLOOD_MOST = 10000
UDP_REPEATS = (0.0, 0.6, 1.2)


class Agent:
    def __init__(self):
        self.open = []

    async def listen(self, ports):
        """Answers with the number of the port. At one address: from any, UDP answers with whichever the kernel likes."""
        loop = asyncio.get_running_loop()
        for protocol, address, port in ports:
            if protocol == "TCP":
                self.open.append(await asyncio.start_server(lambda r, w, p=port: self._greet(w, p), address, port))
            else:
                transport, _ = await loop.create_datagram_endpoint(lambda p=port: Echo(p), local_addr=(address, port))
                self.open.append(transport)

    @staticmethod
    async def _greet(writer, port):
        try:
            writer.write(str(port).encode())
            await writer.drain()
        except OSError:
            pass
        writer.close()

    async def probe(self, probes):
        return await asyncio.gather(*(self._one(*probe) for probe in probes))

    async def _one(self, source, target, protocol, port):
        """The port that answered, or nothing."""
        try:
            ask = self._tcp if protocol == "TCP" else self._udp
            return await asyncio.wait_for(ask(source, target, port), CONNECT_SECONDS)
        except (OSError, asyncio.TimeoutError):
            return None

    @staticmethod
    async def _tcp(source, target, port):
        reader, writer = await asyncio.open_connection(target, port, local_addr=(source, 0))
        text = await reader.read(16)
        writer.close()
        return int(text) if text else None

    @staticmethod
    async def _udp(source, target, port):
        loop = asyncio.get_running_loop()
        answer = loop.create_future()
        transport, _ = await loop.create_datagram_endpoint(
            lambda: Ask(answer), local_addr=(source, 0), remote_addr=(target, port))
        try:
            for wait in UDP_REPEATS:
                await asyncio.sleep(wait - (UDP_REPEATS[UDP_REPEATS.index(wait) - 1] if wait else 0))
                if answer.done():
                    break
                transport.sendto(b"?")
            return await answer
        finally:
            transport.close()


    async def hold(self, source, target, port, count):
        """Opens connections and keeps them until the end; how many came about."""
        held = 0
        for begin in range(0, count, HOLD_AT_ONCE):
            tries = [asyncio.wait_for(asyncio.open_connection(target, port, local_addr=(source, 0)), CONNECT_SECONDS)
                     for _ in range(min(HOLD_AT_ONCE, count - begin))]
            for one in await asyncio.gather(*tries, return_exceptions=True):
                if not isinstance(one, BaseException):
                    held += 1
                    self.open.append(one)
            await asyncio.sleep(HOLD_PAUSE)
        return held

    @staticmethod
    def flood(target, port, count, flags, source):
        """Lone TCP segments, from one source or from as many as there are segments, in 100.64.0.0/10."""
        with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW) as raw:
            for number in range(min(count, FLOOD_MOST)):
                sender = source or str(ipaddress.ip_address("100.64.0.1") + number)
                raw.sendto(segment(sender, target, 1024 + number % 60000, port, flags), (target, 0))


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def segment(source, target, source_port, port, flags):
    """An IPv4 packet with a TCP header and nothing else; the kernel fills in the checksum of the former."""
    ends = socket.inet_aton(source) + socket.inet_aton(target)
    header = struct.pack("!HHIIBBHHH", source_port, port, int.from_bytes(os.urandom(4), "big"), 0, 5 << 4, flags, 65535, 0, 0)
    total = checksum(ends + struct.pack("!BBH", 0, socket.IPPROTO_TCP, len(header)) + header)
    header = header[:16] + struct.pack("!H", total) + header[18:]
    return struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(header), 0, 0, 64, socket.IPPROTO_TCP, 0) + ends + header


class Echo(asyncio.DatagramProtocol):
    def __init__(self, port):
        self.port = port

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(str(self.port).encode(), address)


class Ask(asyncio.DatagramProtocol):
    def __init__(self, answer):
        self.answer = answer

    def datagram_received(self, data, address):
        if not self.answer.done():
            self.answer.set_result(int(data))

    def error_received(self, error):
        """A refusal by ICMP is no answer; the next one may be."""


def run(commands):
    for words in commands:
        done = subprocess.run(words, capture_output=True, text=True, timeout=30)
        if done.returncode:
            return f"{' '.join(words)}: {done.stderr.strip()}"
    return ""


async def main():
    agent = Agent()
    lines = asyncio.StreamReader(limit=1 << 24)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        command = json.loads(line)
        answer = {}
        try:
            if "run" in command:
                answer["error"] = run(command["run"])
            if "listen" in command:
                await agent.listen(command["listen"])
            if "probe" in command:
                answer["answers"] = await agent.probe(command["probe"])
            if "hold" in command:
                answer["answers"] = await agent.hold(*command["hold"])
            if "flood" in command:
                agent.flood(*command["flood"])
        except Exception as error:
            answer["error"] = f"{type(error).__name__}: {error}"
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
