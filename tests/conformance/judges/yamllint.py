# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Every YAML file: yamllint."""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

PACKAGE = "yamllint==1.37.1"
FILES = ("**/*.yaml", "**/*.yml", "!input.skanse.yaml")  # that one made the golden bundle and is no part of it


class Yamllint(Judge):
    name = "yamllint"
    what = "all YAML: form, double keys, values that readers take for something else"
    version = "1.37.1"
    looks_at = FILES
    BAD_RULES = ("key-duplicates", "truthy", "trailing-spaces")

    def install(self, tools: Path) -> None:
        self.python = toolbox.pip(tools / f"yamllint-{self.version}", PACKAGE) / "python"

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        names = {str(bundle): files.matching(bundle, FILES) for bundle in bundles}
        done = toolbox.run([self.python, toolbox.HERE / "python" / "yamllint_files.py"], stdin=json.dumps(names))
        return {
            Path(bundle): self._verdict(names[bundle], *found) for bundle, found in json.loads(done.stdout).items()
        }

    @staticmethod
    def _verdict(names: list[str], found: list[list], every: list[list]) -> Verdict:
        """With the settings of the bundle, as its reader runs it, and what these keep quiet."""
        findings = [Finding(*one) for one in found]
        return Verdict(names, findings, suppressed=[Finding(*one) for one in every if one not in found])
