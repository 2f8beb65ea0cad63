# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Every YAML file: yamllint."""

from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

PACKAGE = "yamllint==1.37.1"
FILES = ("**/*.yaml", "**/*.yml", "!input.skanse.yaml")  # that one made the golden bundle and is no part of it


class Yamllint(Judge):
    name = "yamllint"
    what = "all YAML: form, double keys, values that readers take for something else"
    quick = True
    version = "1.37.1"
    looks_at = FILES
    BAD_RULES = ("key-duplicates", "truthy", "trailing-spaces")

    def install(self, tools: Path) -> None:
        self.program = toolbox.pip(tools / f"yamllint-{self.version}", PACKAGE) / "yamllint"

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        names = files.matching(bundle, FILES)
        if not names:
            return Verdict([], [])
        findings = self._run(bundle, names)  # with the settings of the bundle, as its reader runs it
        every = self._run(bundle, names, "--config-data", "extends: default")
        return Verdict(names, findings, suppressed=[finding for finding in every if finding not in findings])

    def _run(self, bundle: Path, names: list[str], *options: str) -> list[Finding]:
        done = toolbox.run(
            [self.program, "--strict", "--format", "parsable", *options, *names], cwd=bundle, ok=(0, 1, 2)
        )
        findings = []
        for line in done.stdout.splitlines():
            file, row, _, rest = line.split(":", 3)
            message, _, rule = rest.strip().rpartition(" (")
            findings.append(Finding(rule.rstrip(")"), file, int(row), message))
        return findings
