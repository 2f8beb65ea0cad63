# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The packet filter while things happen: Docker starts again, one sender knocks too often, opens too much, floods.

Real packets between network namespaces that this makes itself and that have no route out; every flood is counted
beforehand. What the filter lets through at rest is the conformance suite's matter (judges/packet_filter.py), whose
namespaces and redirections are used here.
"""

import os
import sys
import tempfile
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(TOP / "tests" / "conformance")]
os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
from conformance.flows import declared  # noqa: E402
from conformance.netns import Space  # noqa: E402
from fixture import bundle_of  # noqa: E402
from judges.packet_filter import HOST, STRANGER, Case  # noqa: E402

PROFILE = """
skanse: 1
workload: {{name: shop}}
host: {{region: "NO", system: debian-13{host}}}
services:
  - {{name: web, preset: nginx, ports: [{{name: http, exposure: public}}]}}
"""
# As the filter says them (core/policy/plan.h, FloodLimits).
SSH_BURST = 10
NEW_BURST, NEW_PER_SECOND, OPEN = 300, 100, 400
PROBE_SECONDS = 3


class Packets(unittest.TestCase):
    def setUp(self):
        self.work = tempfile.TemporaryDirectory(prefix="skanse-packets-")
        self.addCleanup(self.work.cleanup)

    def network(self, host=""):
        """The three namespaces, joined, with the filter not yet loaded."""
        self.bundle = bundle_of(PROFILE.format(host=host), Path(self.work.name) / "profile")
        self.case = Case(declared([self.bundle])[self.bundle])
        spaces = []
        for beside in (None, 0, 0):
            space = Space(spaces[0] if beside is not None else None)
            space.__enter__()
            self.addCleanup(space.__exit__)
            spaces.append(space)
        self.host, self.outside, self.container = spaces
        self.case.connect(*spaces)

    def load(self):
        self.host.run(["nft", "-f", self.bundle / "host" / "packet-filter.nft"])

    def as_declared(self):
        for probe, answer in self.case.ask(self.outside, self.container, True):
            self.assertEqual(probe.wanted, answer is not None, probe)

    def answered(self, count, version, port, source=None):
        source = source or STRANGER[version]
        return sum(one is not None for one in self.outside.probe([[source, HOST[version], "TCP", port]] * count))

    def second_sender(self, version):
        other = {4: "203.0.113.77", 6: "2001:db8:fffc::77"}[version]
        self.outside.run(["ip", f"-{version}", "address", "add", other, "dev", "eth0", *(["nodad"] if version == 6 else [])])
        return other


class Restart(Packets):
    def test_docker_starts_again(self):
        """Docker throws its tables away and writes them anew, in whatever order the two are loaded."""
        self.network(", adminNetworks: [192.0.2.128/25]")
        self.load()
        self.as_declared()
        rewrite = [["nft", "add table inet docker"],
                   ["nft", "add chain inet docker prerouting { type nat hook prerouting priority dstnat; }"],
                   ["nft", "add chain inet docker forward { type filter hook forward priority filter; policy accept; }"],
                   ["nft", "add rule inet docker forward oifname br-skanse accept"], *self.case.redirections()]
        self.host.run(["nft", "delete table inet docker"], *rewrite)
        self.as_declared()
        # And the filter is loaded again while Docker runs: nothing of Docker's is lost.
        self.load()
        self.as_declared()

    def test_without_the_filter_docker_opens_everything(self):
        """Otherwise the test above would prove nothing."""
        self.network()
        self.assertEqual(5, self.answered(5, 4, 47808))
        self.load()
        self.assertEqual(0, self.answered(5, 4, 47808))


class TooOften(Packets):
    def test_ssh(self):
        self.network()
        self.load()
        for version in (4, 6):
            with self.subTest(version=version):
                passed = self.answered(SSH_BURST + 10, version, 22)
                self.assertTrue(SSH_BURST <= passed <= SSH_BURST + 1, passed)
                self.assertEqual(0, self.answered(3, version, 22))
                self.assertEqual(3, self.answered(3, version, 22, self.second_sender(version)))

    def test_a_network_counts_as_one_sender_in_ipv6(self):
        self.network()
        self.load()
        self.answered(SSH_BURST + 5, 6, 22)
        neighbour = "2001:db8:fffe::21"  # the same network of length 64
        self.outside.run(["ip", "-6", "address", "add", neighbour, "dev", "eth0", "nodad"])
        self.assertEqual(0, self.answered(3, 6, 22, neighbour))

    def test_administrators_are_not_limited(self):
        self.network(", adminNetworks: [198.51.100.0/24]")
        self.load()
        self.assertEqual(SSH_BURST + 10, self.answered(SSH_BURST + 10, 4, 22))

    def test_published_ports(self):
        self.network()
        count = 900
        most = NEW_BURST + NEW_PER_SECOND * (PROBE_SECONDS + 1)
        self.assertGreater(self.answered(count, 4, 80), most)  # a busy machine may lose some
        self.load()
        for version in (4, 6):
            with self.subTest(version=version):
                passed = self.answered(count, version, 80)
                self.assertGreaterEqual(passed, NEW_BURST)
                self.assertLessEqual(passed, most)
                self.assertEqual(20, self.answered(20, version, 80, self.second_sender(version)))


class TooMany(Packets):
    def test_open_at_the_same_time(self):
        self.network()
        self.load()
        held = self.outside.hold(STRANGER[4], HOST[4], 80, OPEN + 60)
        self.assertTrue(OPEN <= held <= OPEN + 2, held)
        self.assertEqual(20, self.answered(20, 4, 80, self.second_sender(4)))


class Flood(Packets):
    def test_forged_senders(self):
        """5000 SYN from addresses that do not answer: a visitor still gets in."""
        self.network()
        self.load()
        self.outside.flood(HOST[4], 80, 5000)
        self.assertEqual(20, self.answered(20, 4, 80))

    def test_no_syn(self):
        """What is no beginning of a connection does not reach the container."""
        self.network()
        self.container.run(["nft", "add table inet seen"],
                           ["nft", "add chain inet seen input { type filter hook input priority 0; }"],
                           ["nft", "add rule inet seen input tcp flags & (syn|ack) == ack counter drop"])
        for filtered, reached in ((False, 50), (True, 50)):
            if filtered:
                self.load()
            self.outside.flood(HOST[4], 80, 50, flags=0x10, source=STRANGER[4])
            # The second time nothing is added to what the first brought.
            self.container.run(["sh", "-c", f"nft list table inet seen | grep -q 'packets {reached} '"])

if __name__ == "__main__":
    unittest.main(verbosity=1)
