# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Kubernetes manifests: kube-linter."""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

MODULE = "golang.stackrox.io/kube-linter"
# schema-validation fetches schemas (kubeconform does it here); the others ask for what only the
# owner of a cluster knows, or for three copies of everything.
EXCLUDED = ("schema-validation", "priority-class-name", "no-node-affinity", "dnsconfig-options",
            "minimum-three-replicas", "required-annotation-email", "required-label-owner", "sorted-keys")


class KubeLinter(Judge):
    name = "kube-linter"
    what = "Kubernetes: all built-in checks of kube-linter that need no knowledge of the cluster"
    quick = True
    version = "0.8.3"
    looks_at = ("kubernetes/services/*.yaml",)
    BAD_RULES = ("latest-tag", "privileged-container", "run-as-non-root", "unset-cpu-requirements")

    def install(self, tools: Path) -> None:
        self.program = toolbox.go_tool(
            tools / f"kube-linter-{self.version}", MODULE, f"v{self.version}", f"{MODULE}/cmd/kube-linter"
        )

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        manifests = [str(file.relative_to(bundle)) for file in files.manifests(bundle)]
        if not manifests:
            return Verdict([], [])
        done = toolbox.run(
            [self.program, "lint", "--add-all-built-in", "--exclude", ",".join(EXCLUDED), "--format", "json",
             "--fail-if-no-objects-found", "--fail-on-invalid-resource", *manifests],
            cwd=bundle, ok=(0, 1),
        )
        answer = json.loads(done.stdout)
        findings = []
        for report in answer.get("Reports") or []:
            at = report["Object"]
            kind, name = at["K8sObject"]["GroupVersionKind"]["Kind"], at["K8sObject"]["Name"]
            findings.append(
                Finding(report["Check"], at["Metadata"]["FilePath"], None, report["Diagnostic"]["Message"], f"{kind}/{name}")
            )
        return Verdict(manifests, findings, len(answer.get("Checks") or []))
