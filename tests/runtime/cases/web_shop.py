# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The web shop: proxy with TLS, two Node services, PostgreSQL, Redis as a queue."""

from runtime import web
from runtime.workload import Workload, until

PROFILE = "resources/examples/web-shop.skanse.yaml"
PODS = True
APPS = {"src/api": "node"}
GIVEN = {"payment-key": "from the payment provider", "smtp-password": "from the mail provider"}
_NAME = "butikk.example.org"


def _ask(workload: Workload, path: str, **how) -> web.Answer:
    return web.ask(path, host=_NAME, trusted=workload.bundle / "secrets" / "tls-certificate", **how)


def _orders(workload: Workload) -> list[dict]:
    answer = _ask(workload, "/orders")
    assert answer.status == 200, answer.body
    return answer.json()


def work(workload: Workload) -> None:
    plain = web.ask("/orders", host=_NAME)
    assert plain.status == 301 and plain.fields["location"] == f"https://{_NAME}/orders", plain
    assert _ask(workload, "/orders", method="POST", body="three apples").status == 200
    # From the proxy to the service, into the database, through the queue to the worker, and back.
    until("the worker taking the order from the queue",
          lambda: _orders(workload) == [{"what": "three apples", "state": "done"}])
    assert _ask(workload, "/scratch").body == '"written"'
    seen = _ask(workload, "/headers", fields={"X-Forwarded-For": "203.0.113.9", "X-Real-IP": "203.0.113.9"}).json()
    assert seen["x-forwarded-proto"] == "https" and seen["host"] == _NAME, seen


def after_restart(workload: Workload) -> None:
    assert _orders(workload) == [{"what": "three apples", "state": "done"}]
    assert _ask(workload, "/orders", method="POST", body="one pear").status == 200
    until("the worker taking the second order", lambda: _orders(workload)[1:] == [{"what": "one pear", "state": "done"}])
