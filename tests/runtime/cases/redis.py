# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""One Redis."""

from runtime.workload import Workload

PROFILE = "tests/runtime/profiles/redis.skanse.yaml"
PODS = True


def _ask(workload: Workload, *words: str) -> str:
    said = workload.inside("cache", "sh", "-c", f'REDISCLI_AUTH={workload.secret("redis-password")} exec redis-cli "$@"', "sh", *words)
    return said.strip()


def work(workload: Workload) -> None:
    assert _ask(workload, "set", "basket", "three apples") == "OK"


def after_restart(workload: Workload) -> None:
    assert _ask(workload, "get", "basket") == "three apples"
