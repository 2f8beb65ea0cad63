# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Kubernetes manifests: polaris."""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

MODULE = "github.com/fairwindsops/polaris"
COMMIT = "dafa0b74"  # the release 10.2.2: its module path has no /v10, so it can only be had by its commit


class Polaris(Judge):
    name = "polaris"
    what = "Kubernetes: the default checks of polaris"
    quick = True
    version = "10.2.2"
    looks_at = ("kubernetes/services/*.yaml",)
    BAD_RULES = ("runAsPrivileged", "tagNotSpecified", "cpuLimitsMissing")

    def install(self, tools: Path) -> None:
        self.program = toolbox.go_tool(tools / f"polaris-{self.version}", MODULE, COMMIT, MODULE)

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        if not files.manifests(bundle):
            return Verdict([], [])
        done = toolbox.run([self.program, "audit", "--audit-path", bundle / "kubernetes", "--format", "json"])
        places = files.places(bundle)
        verdict = Verdict([], [], 0)
        for audited in json.loads(done.stdout)["Results"]:
            name = f"{audited['Kind']}/{audited['Name']}"
            file, line = places[name]
            verdict.files = sorted({*verdict.files, file})
            pod = audited.get("PodResult") or {}
            containers = pod.get("ContainerResults") or []
            for results in (audited.get("Results"), pod.get("Results"), *(one["Results"] for one in containers)):
                for check in (results or {}).values():
                    verdict.rules += 1
                    if not check["Success"]:
                        verdict.findings.append(Finding(check["ID"], file, line, check["Message"], name))
        return verdict
