# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""PHP-FPM behind nginx, which may read the uploads and does not run programs among them."""

from runtime import web
from runtime.workload import Workload

PROFILE = "tests/runtime/profiles/php.skanse.yaml"
TIER = 2
APPS = {"src/app": "php"}
_NAME = "members.example.org"


def _ask(workload: Workload, path: str, **how) -> web.Answer:
    return web.ask(path, host=_NAME, trusted=workload.bundle / "secrets" / "tls-certificate", **how)


def work(workload: Workload) -> None:
    plain = web.ask("/", host=_NAME)
    assert plain.status == 301 and plain.fields["location"] == f"https://{_NAME}/", plain
    assert _ask(workload, "/?to=upload", method="POST", body="a picture").body == "kept by 10101"
    assert _ask(workload, "/uploads/picture.txt").body == "a picture"
    workload.inside("app", "sh", "-c", "echo '<?php echo 1;' > /app/public/uploads/x.php")
    assert _ask(workload, "/uploads/x.php").status == 404


def after_restart(workload: Workload) -> None:
    assert _ask(workload, "/uploads/picture.txt").body == "a picture"
    work(workload)
