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
        verdicts = {bundle: Verdict([], []) for bundle in bundles}
        manifests = {str(file): bundle for bundle in bundles for file in files.manifests(bundle)}
        places = {bundle: files.places(bundle) for bundle in bundles}
        listed = list(manifests)
        for start in range(0, len(listed), 1000):
            done = toolbox.run([self.program, *listed[start:start + 1000]])
            for line in done.stdout.splitlines():
                said = json.loads(line)
                bundle = manifests[said["file"]]
                file = str(Path(said["file"]).relative_to(bundle))
                verdicts[bundle].files = sorted({*verdicts[bundle].files, file})
                if "rule" in said:
                    verdicts[bundle].findings.append(
                        Finding(said["rule"], file, places[bundle][said["object"]][1], said["message"], said["object"])
                    )
        return verdicts
