# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""HAProxy with TLS before a Node service."""

from runtime import web
from runtime.workload import Workload

PROFILE = "tests/runtime/profiles/haproxy.skanse.yaml"
APPS = {"src/app": "node"}
_NAME = "site.example.org"


def work(workload: Workload) -> None:
    plain = web.ask("/", host=_NAME)
    assert plain.status == 301 and plain.fields["location"] == f"https://{_NAME}/", plain
    trusted = workload.bundle / "secrets" / "tls-certificate"
    assert web.ask("/", host=_NAME, trusted=trusted).body == '"hello from 65532"'
    seen = web.ask("/headers", host=_NAME, trusted=trusted).json()
    assert seen["x-forwarded-proto"] == "https", seen
    assert web.ask("/", host=_NAME, trusted=trusted, method="POST", body="x" * 10485761).status == 413


def after_restart(workload: Workload) -> None:
    work(workload)
