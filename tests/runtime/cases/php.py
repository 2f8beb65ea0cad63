# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""PHP-FPM behind Caddy, which may read the uploads and does not run programs among them."""

from runtime import web
from runtime.workload import Workload

PROFILE = "tests/runtime/profiles/php.skanse.yaml"
TIER = 2
APPS = {"src/app": "php"}
_NAME = "members.example.org"


def _ask(path: str, **how) -> web.Answer:
    # Caddy would fetch a certificate from the internet. An ingress controller, which has one, may stand in front.
    return web.ask(path, host=_NAME, fields={"X-Forwarded-Proto": "https"}, **how)


def work(workload: Workload) -> None:
    plain = web.ask("/", host=_NAME)
    assert plain.status == 301 and plain.fields["location"] == f"https://{_NAME}/", plain
    assert _ask("/?to=upload", method="POST", body="a picture").body == "kept by 10101"
    assert _ask("/uploads/picture.txt").body == "a picture"
    workload.inside("app", "sh", "-c", "echo '<?php echo 1;' > /app/public/uploads/x.php")
    assert _ask("/uploads/x.php").status == 404


def after_restart(workload: Workload) -> None:
    assert _ask("/uploads/picture.txt").body == "a picture"
    work(workload)
