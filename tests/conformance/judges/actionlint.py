# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The workflow for GitHub Actions: actionlint, which has shellcheck look at the steps."""

import json
from pathlib import Path

from conformance import toolbox
from conformance.judge import Finding, Judge, Verdict

MODULE = "github.com/rhysd/actionlint"
FILE = "ci/github-actions.yml"


class Actionlint(Judge):
    name = "actionlint"
    what = "the workflow for GitHub Actions, and the shell in it"
    quick = True
    version = "1.7.7"
    looks_at = (FILE,)
    BAD_RULES = ("syntax-check", "runner-label", "expression")

    def install(self, tools: Path) -> None:
        self.program = toolbox.go_tool(
            tools / f"actionlint-{self.version}", MODULE, f"v{self.version}", f"{MODULE}/cmd/actionlint"
        )
        self.shellcheck = toolbox.unpack(tools / "shellcheck", "shellcheck") / "usr/bin/shellcheck"

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        if not (bundle / FILE).exists():
            return Verdict([], [])
        done = toolbox.run(
            [self.program, "-format", "{{json .}}", "-shellcheck", self.shellcheck, FILE], cwd=bundle, ok=(0, 1)
        )
        return Verdict([FILE], [
            Finding(found["kind"], FILE, found["line"], found["message"]) for found in json.loads(done.stdout)
        ])
