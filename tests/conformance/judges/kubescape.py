# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Kubernetes manifests against the NSA framework of Kubescape.

Kubescape's program fetches its rules when it is started. Here its own library of rules, which is a Go module,
is evaluated with Open Policy Agent, which is what Kubescape does, too.
"""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

LIBRARY = "github.com/kubescape/regolibrary/v2"
FRAMEWORK = "nsaframework"


class Kubescape(Judge):
    name = "kubescape"
    what = "Kubescape's rules of the NSA framework that need no cluster, by Open Policy Agent"
    tier = 2
    quick = True
    version = "2.0.1"
    looks_at = files.MANIFESTS
    BAD_RULES = ("C-0013", "C-0016", "C-0017", "C-0030", "C-0057", "C-0270")

    def install(self, tools: Path) -> None:
        self.library = toolbox.go_module(LIBRARY, f"v{self.version}")
        self.program = toolbox.go_program(
            tools / f"kubescape-rules-{self.version}", toolbox.HERE / "go" / "kubescape_rules"
        )

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        # Dates are no part of JSON; as text they are what the YAML says.
        requests = [
            json.dumps([value for file in files.manifests(bundle) for _, value in files.documents(file)], default=str)
            for bundle in bundles
        ]
        done = toolbox.run([self.program, self.library, FRAMEWORK], stdin="\n".join(requests))
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        return {bundle: self._verdict(bundle, answer) for bundle, answer in zip(bundles, answers, strict=True)}

    @staticmethod
    def _verdict(bundle: Path, answer: dict) -> Verdict:
        places = files.places(bundle)
        seen = sorted({file for file, _ in places.values()})
        findings = []
        for found in answer["findings"]:
            file, line = places.get(found["object"], ("kubernetes/kustomization.yaml", None))
            findings.append(Finding(found["rule"], file, line, found["message"], found["object"]))
        return Verdict(seen, findings, answer["controls"] if seen else None)
