# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Dockerfiles and Kubernetes manifests: trivy config."""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

MODULE = "github.com/aquasecurity/trivy"
OPTIONS = ["--skip-check-update", "--skip-version-check", "--disable-telemetry", "--quiet",
           "--misconfig-scanners", "dockerfile,kubernetes", "--format", "json", "--include-non-failures"]


class Trivy(Judge):
    name = "trivy"
    what = "trivy config: Dockerfiles and Kubernetes, all severities"
    tier = 2  # building it takes longer than all other judges together
    version = "0.74.0"
    looks_at = ("docker/*/Dockerfile", *files.MANIFESTS)
    BAD_RULES = ("DS-0002", "KSV-0014", "KSV-0017")

    def install(self, tools: Path) -> None:
        self.program = toolbox.go_tool(
            tools / f"trivy-{self.version}", MODULE, f"v{self.version}", f"{MODULE}/cmd/trivy", GOEXPERIMENT="jsonv2"
        )

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle, work) for bundle in bundles}

    def _bundle(self, bundle: Path, work: Path) -> Verdict:
        # In the bundle, so that its own trivy.yaml counts, as it does for its reader.
        verdict = self._run(bundle, work)
        nothing = work / "nothing.ignore"
        nothing.touch()
        every = self._run(bundle, work, "--ignorefile", nothing)
        verdict.suppressed = [finding for finding in every.findings if finding not in verdict.findings]
        return verdict

    def _run(self, bundle: Path, work: Path, *options) -> Verdict:
        done = toolbox.run([self.program, "config", "--cache-dir", work, *OPTIONS, *options, "."], cwd=bundle)
        verdict = Verdict([], [], 0)
        for result in json.loads(done.stdout).get("Results") or []:
            verdict.files.append(result["Target"])
            verdict.rules += result["MisconfSummary"]["Successes"] + result["MisconfSummary"]["Failures"]
            verdict.findings += [
                self._finding(result["Target"], found)
                for found in result.get("Misconfigurations") or [] if found["Status"] != "PASS"
            ]
        return verdict

    @staticmethod
    def _finding(file: str, found: dict) -> Finding:
        line = found.get("CauseMetadata", {}).get("StartLine")
        return Finding(found["ID"], file, line, f"{found['Severity']}: {found['Message']}")
