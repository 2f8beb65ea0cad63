# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Valkey and RabbitMQ, with a client beside them."""

from runtime.workload import Workload, until

PROFILE = "tests/runtime/profiles/stores.skanse.yaml"

_QUEUE = """
import pika, sys
who = pika.PlainCredentials("app", open("/run/secrets/queue-password").read().strip())
channel = pika.BlockingConnection(pika.ConnectionParameters("queue", credentials=who)).channel()
channel.queue_declare("jobs", durable=True)
if sys.argv[1] == "put":
    channel.confirm_delivery()
    channel.basic_publish("", "jobs", sys.argv[2].encode(), pika.BasicProperties(delivery_mode=2), mandatory=True)
else:
    print(channel.basic_get("jobs", auto_ack=True)[2].decode())
"""


def _kv(workload: Workload, *words: str) -> str:
    return workload.inside("probe", "sh", "-c", 'REDISCLI_AUTH=$(cat /run/secrets/valkey-password) exec redis-cli -h kv "$@"',
                           "sh", *words).strip()


def _queue(workload: Workload, *words: str) -> str:
    return workload.inside("probe", "python3", "-c", _QUEUE, *words).strip()


def work(workload: Workload) -> None:
    assert _kv(workload, "set", "fruit", "apple") == "OK"
    _queue(workload, "put", "first")
    assert _queue(workload, "get") == "first"
    _queue(workload, "put", "second")


def after_restart(workload: Workload) -> None:
    assert _kv(workload, "get", "fruit") == "apple"
    assert until("the message that was kept over the restart", lambda: _queue(workload, "get")) == "second"
