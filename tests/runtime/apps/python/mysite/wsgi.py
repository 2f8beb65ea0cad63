# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Counts visits in a file of its storage, and says how a request came to it."""

import json
import os
import tempfile
from pathlib import Path

_KEPT = Path(os.environ.get("STATIC_ROOT", tempfile.gettempdir()))


def _answer(path: str, environ: dict) -> object:
    if path == "/healthz":
        return "ok"
    if path == "/scratch":
        with tempfile.NamedTemporaryFile("w+") as file:
            file.write("written")
            file.seek(0)
            return file.read()
    if path == "/publish":
        (_KEPT / "page.txt").write_text("published")
        return "published"
    return {"user": os.getuid(), "proto": environ.get("HTTP_X_FORWARDED_PROTO"), "host": environ.get("HTTP_HOST")}


def application(environ: dict, start_response) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(_answer(environ["PATH_INFO"], environ)).encode()]
