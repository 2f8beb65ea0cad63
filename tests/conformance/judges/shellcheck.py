# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Shell scripts: shellcheck."""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

SCRIPTS = ("ci/*.sh", "host/*.sh")


class Shellcheck(Judge):
    name = "shellcheck"
    what = "the scripts of the server and of the scan gates"
    version = "of the distribution"
    looks_at = SCRIPTS
    BAD_RULES = ("SC2086", "SC2164")

    def install(self, tools: Path) -> None:
        folder = toolbox.unpack(tools / "shellcheck", "shellcheck")
        self.program = folder / "usr/bin/shellcheck"
        self.version = toolbox.unpacked_version(folder)

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        scripts = files.matching(bundle, SCRIPTS)
        if not scripts:
            return Verdict([], [])
        done = toolbox.run([self.program, "--norc", "--severity=style", "--format=json", *scripts], cwd=bundle, ok=(0, 1))
        return Verdict(
            scripts,
            [
                Finding(f"SC{found['code']}", found["file"], found["line"], found["message"])
                for found in json.loads(done.stdout)
            ],
        )
