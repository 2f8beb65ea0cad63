# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Prometheus with two exporters, PostgreSQL and Memcached."""

import json

from runtime.workload import Workload, until

PROFILE = "resources/examples/monitoring.skanse.yaml"
NOT_RUN = {"grafana": "Grafana is not in Debian"}


def _metric(workload: Workload, expression: str) -> float:
    said = workload.inside("prometheus", "/bin/promtool", "query", "instant", "--format=json", "http://127.0.0.1:9090", expression)
    return float(json.loads(said)[0]["value"][1])


def work(workload: Workload) -> None:
    # From the database and the cache through their exporters into Prometheus.
    until("both exporters telling that they reach their service",
          lambda: _metric(workload, "pg_up") == 1 and _metric(workload, "memcached_up") == 1, 75)


def after_restart(workload: Workload) -> None:
    # What was measured before the restart is still there.
    assert _metric(workload, "max_over_time(pg_up[10m])") == 1
    work(workload)
