# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Prometheus with the exporter of PostgreSQL, and Memcached."""

import json

from runtime.workload import Workload, until

PROFILE = "resources/examples/monitoring.skanse.yaml"
NOT_RUN = {
    "grafana": "Grafana is not in Debian",
    "cache-exporter": "the exporter for Memcached is not in Debian",
}
_TALK = 'printf "%b" "$1" | nc -w 1 127.0.0.1 11211'


def _metric(workload: Workload, expression: str) -> float:
    said = workload.inside("prometheus", "/bin/promtool", "query", "instant", "--format=json", "http://127.0.0.1:9090", expression)
    return float(json.loads(said)[0]["value"][1])


def work(workload: Workload) -> None:
    # From the database through its exporter into Prometheus.
    until("the exporter telling that it reaches the database", lambda: _metric(workload, "pg_up") == 1, 75)
    kept = workload.inside("cache", "sh", "-c", _TALK, "sh", r"set fruit 0 60 5\r\napple\r\nget fruit\r\nquit\r\n")
    assert "STORED" in kept and "apple" in kept, kept


def after_restart(workload: Workload) -> None:
    # What was measured before the restart is still there.
    assert _metric(workload, "max_over_time(pg_up[10m])") == 1
    work(workload)
