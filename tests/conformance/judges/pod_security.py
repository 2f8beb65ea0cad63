# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Workloads against the Pod Security Standard "restricted", by the library of the API server."""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict


class PodSecurity(Judge):
    name = "pod-security"
    what = "Pod Security admission, level restricted, by its own library"
    quick = True
    catalogue = "psa"
    version = "0.37.2"
    looks_at = ("kubernetes/services/*.yaml",)
    BAD_RULES = ("privileged", "runAsNonRoot", "capabilities_restricted", "seccompProfile_restricted")

    def install(self, tools: Path) -> None:
        self.program = toolbox.go_program(
            tools / f"pod-security-{self.version}", toolbox.HERE / "go" / "pod_security"
        )

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        verdict = Verdict([], [])
        manifests = files.manifests(bundle)
        if not manifests:
            return verdict
        places = files.places(bundle)
        done = toolbox.run([self.program, *manifests])
        for line in done.stdout.splitlines():
            said = json.loads(line)
            file = str(Path(said["file"]).relative_to(bundle))
            verdict.files = sorted({*verdict.files, file})
            if "rule" in said:
                verdict.findings.append(
                    Finding(said["rule"], file, places[said["object"]][1], said["message"], said["object"])
                )
        return verdict
