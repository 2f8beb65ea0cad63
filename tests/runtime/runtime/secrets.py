# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Makes a bundle's secret files the way its secrets/README.md says: by running what stands there.

What is made at random there, is; for what somebody else decides, an editor of our own types the value.
"""

import re
from pathlib import Path

from .tools import Failed, run

_EDITOR = """#!/bin/sh
# Types what the test has prepared for this file.
exec cp "{values}/$(basename "$1")" "$1"
"""
_SUDO = """#!/bin/sh
exec "$@"
"""


def _commands(readme: str) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", readme, flags=re.MULTILINE | re.DOTALL)
    return [block for block in blocks if "kubectl" not in block]


def certificate(name: str, into: Path) -> None:
    """A certificate for the name, signed by itself, as tls-certificate and tls-key."""
    run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}",
         "-out", into / "tls-certificate", "-keyout", into / "tls-key"])


def make(bundle: Path, work: Path, given: dict[str, str], hostname: str) -> None:
    """Raises Failed if a file that compose.yaml reads is not there afterwards."""
    readme = bundle / "secrets" / "README.md"
    if not readme.exists():
        return
    values, programs = work / "values", work / "programs"
    values.mkdir(parents=True)
    programs.mkdir()
    for name, text in given.items():
        (values / name).write_text(text)
    certificate(hostname or "localhost", values)
    for name, text in (("type-it", _EDITOR.format(values=values)), ("sudo", _SUDO)):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    search = {"EDITOR": str(programs / "type-it"), "PATH": f"{programs}:/usr/sbin:/usr/bin:/sbin:/bin"}
    for block in _commands(readme.read_text()):
        run(["sh", "-e", "-u", "-c", block], cwd=bundle, env=search)
    for name in re.findall(r'file: "?\./secrets/([^"\s]+)', (bundle / "compose.yaml").read_text()):
        if not (bundle / "secrets" / name).is_file():
            raise Failed(f"secrets/README.md does not make secrets/{name}")
