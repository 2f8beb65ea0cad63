# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The Python site: proxy, gunicorn, a static server that shares a volume with it, PostgreSQL, Redis without persistence."""

from runtime import web
from runtime.workload import Workload

PROFILE = "resources/examples/django-site.skanse.yaml"
APPS = {"src/site": "python"}
GIVEN = {"django-secret-key": "a long text that only the application knows", "smtp-password": "from the mail provider"}
_NAME = "www.example.org"


def _ask(workload: Workload, path: str) -> web.Answer:
    return web.ask(path, host=_NAME, trusted=workload.bundle / "secrets" / "tls-certificate")


def work(workload: Workload) -> None:
    assert _ask(workload, "/").json() == {"user": 10101, "proto": "https", "host": _NAME}
    assert _ask(workload, "/scratch").json() == "written"
    # Written by one service, served by another one, which may only read.
    assert _ask(workload, "/publish").json() == "published"
    assert _ask(workload, "/static/static/page.txt").body == "published"
    assert workload.inside("static", "sh", "-c", "touch /usr/share/nginx/html/static/x 2>/dev/null || echo refused").strip() == "refused"


def after_restart(workload: Workload) -> None:
    assert _ask(workload, "/static/static/page.txt").body == "published"
    work(workload)
