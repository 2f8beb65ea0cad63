# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""WordPress with read-only code behind a proxy, MariaDB."""

import urllib.parse

from runtime import web
from runtime.workload import Workload

PROFILE = "resources/examples/wordpress.skanse.yaml"
_NAME = "blog.example.org"
_TITLE = "The stand-in blog"
HARMLESS = {"db": {r"Incorrect definition|io_uring|memory\.pressure": "MariaDB does without, and says so at every start"}}


def _ask(workload: Workload, path: str, **how) -> web.Answer:
    return web.ask(path, host=_NAME, trusted=workload.bundle / "secrets" / "tls-certificate", **how)


def _front_page(workload: Workload) -> None:
    page = _ask(workload, "/")
    assert page.status == 200 and _TITLE in page.body, (page.status, page.body[:500])


def work(workload: Workload) -> None:
    asked = _ask(workload, "/")
    assert asked.status == 302 and "install.php" in asked.fields["location"], asked
    form = urllib.parse.urlencode({"weblog_title": _TITLE, "user_name": "editor", "admin_password": "long enough 4 a test",
                                   "admin_password2": "long enough 4 a test", "admin_email": "editor@example.org",
                                   "Submit": "Install WordPress", "language": ""})
    made = _ask(workload, "/wp-admin/install.php?step=2", method="POST", body=form,
                fields={"Content-Type": "application/x-www-form-urlencoded"})
    assert made.status == 200 and "Success" in made.body, made.body[-2000:]
    _front_page(workload)
    # Uploads are what may be written; the code may not.
    workload.inside("blog", "sh", "-c", "echo picture > wp-content/uploads/picture.txt")
    assert workload.inside("blog", "sh", "-c", "echo x 2>/dev/null > wp-includes/x.php || echo refused").strip() == "refused"
    assert _ask(workload, "/wp-content/uploads/picture.txt").body == "picture\n"


def after_restart(workload: Workload) -> None:
    _front_page(workload)
    assert _ask(workload, "/wp-content/uploads/picture.txt").body == "picture\n"
