# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Kubernetes manifests against the API's own schemas: kubeconform."""

import json
from pathlib import Path

from conformance import files, kubernetes_schemas, toolbox
from conformance.judge import Finding, Judge, Verdict

MODULE = "github.com/yannh/kubeconform"


class Kubeconform(Judge):
    name = "kubeconform"
    what = f"Kubernetes: only fields and values the API of {kubernetes_schemas.VERSION} knows"
    quick = True
    version = "0.7.0"
    looks_at = files.MANIFESTS
    BAD_RULES = ("invalid",)

    def install(self, tools: Path) -> None:
        self.program = toolbox.go_tool(
            tools / f"kubeconform-{self.version}", MODULE, f"v{self.version}", f"{MODULE}/cmd/kubeconform"
        )
        self.schemas = kubernetes_schemas.make(tools)

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        manifests = {str(file): bundle for bundle in bundles for file in files.manifests(bundle)}
        verdicts = {bundle: Verdict([], [], 0) for bundle in bundles}
        listed = list(manifests)
        for start in range(0, len(listed), 500):
            part = listed[start:start + 500]
            done = toolbox.run(
                [self.program, "-strict", "-verbose", "-output", "json", "-n", "2", "-schema-location",
                 f"{self.schemas}/{{{{ .ResourceKind }}}}{{{{ .KindSuffix }}}}.json", *part],
                ok=(0, 1),
            )
            for found in json.loads(done.stdout)["resources"]:
                if not found["kind"] and not found["status"]:
                    continue  # the comments before the first "---"
                bundle = manifests[found["filename"]]
                self._take(found, str(Path(found["filename"]).relative_to(bundle)), verdicts[bundle])
        return verdicts

    @staticmethod
    def _take(found: dict, file: str, verdict: Verdict) -> None:
        verdict.files = sorted({*verdict.files, file})
        verdict.rules += 1  # one schema for each object
        if found["status"] != "statusValid":
            rule = found["status"].removeprefix("status").lower()
            verdict.findings.append(Finding(rule, file, None, found["msg"], f"{found['kind']}/{found['name']}"))
