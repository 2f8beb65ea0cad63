# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Kubernetes manifests: kube-score."""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

MODULE = "github.com/zegl/kube-score"
# The one optional test that is about security; the others contradict each other.
OPTIONS = ["--enable-optional-test", "container-seccomp-profile", "--output-format", "json", "--output-version", "v2"]
_ALL_OK = 10


class KubeScore(Judge):
    name = "kube-score"
    what = "Kubernetes: limits, probes, network policies, security context"
    quick = True
    version = "1.20.0"
    # It has no rule about the others.
    looks_at = ("kubernetes/services/*.yaml", "kubernetes/network-policies.yaml", "kubernetes/ingress.yaml")
    BAD_RULES = ("container-image-tag", "container-resources", "pod-networkpolicy", "container-security-context-readonlyrootfilesystem")

    def install(self, tools: Path) -> None:
        self.program = toolbox.go_tool(
            tools / f"kube-score-{self.version}", MODULE, f"v{self.version}", f"{MODULE}/cmd/kube-score"
        )

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        manifests = [str(file.relative_to(bundle)) for file in files.manifests(bundle)]
        if not manifests:
            return Verdict([], [])
        verdict = self._run(bundle, manifests)
        every = self._run(bundle, manifests, "--disable-ignore-checks-annotations")
        verdict.suppressed = [finding for finding in every.findings if finding not in verdict.findings]
        return verdict

    def _run(self, bundle: Path, manifests: list[str], *options: str) -> Verdict:
        done = toolbox.run([self.program, "score", *OPTIONS, *options, *manifests], cwd=bundle, ok=(0, 1))
        findings = []
        rules = set()
        seen = set()
        for scored in json.loads(done.stdout) or []:
            file = str(Path(scored["file_name"]).relative_to(bundle))
            seen.add(file)
            name = f"{scored['type_meta']['kind']}/{scored['object_meta']['name']}"
            for check in scored["checks"]:
                rules.add(check["check"]["id"])
                if check["skipped"] or check["grade"] >= _ALL_OK:
                    continue
                for comment in check["comments"] or [{"path": "", "summary": check["check"]["name"]}]:
                    findings.append(
                        Finding(check["check"]["id"], file, scored["file_row"],
                                f"{comment['path']} {comment['summary']}".strip(), name)
                    )
        return Verdict(sorted(seen), findings, len(rules))
