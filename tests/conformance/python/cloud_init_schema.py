# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""cloud-init's own command for each file, in one process: starting it takes longer than what it does.

cloud_init_schema.py FILE... prints a JSON object: file -> [exit code, what it said].
"""

import contextlib
import io
import json
import sys

from cloudinit.cmd.main import main


def check(file: str) -> tuple[int, str]:
    said = io.StringIO()
    code = 0
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            code = main(["cloud-init", "schema", "--config-file", file]) or 0
        except SystemExit as end:
            if isinstance(end.code, str):
                said.write(end.code)
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    return code, said.getvalue()


json.dump({file: check(file) for file in sys.argv[1:]}, sys.stdout)
