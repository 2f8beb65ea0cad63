# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Kubernetes workloads: kubesec, which scores each by itself."""

import json
from pathlib import Path

from conformance import files, kubernetes_schemas, toolbox
from conformance.judge import Finding, Judge, Verdict

MODULE = "github.com/controlplaneio/kubesec/v2"
WORKLOADS = {"Pod", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"}


class Kubesec(Judge):
    name = "kubesec"
    what = "Kubernetes workloads: a score of the security context"
    quick = True
    version = "2.14.2"
    looks_at = ("kubernetes/services/*.yaml",)
    BAD_RULES = ("Privileged", "RunAsNonRoot", "ReadOnlyRootFilesystem")

    def install(self, tools: Path) -> None:
        self.program = toolbox.go_tool(tools / f"kubesec-{self.version}", MODULE, f"v{self.version}", MODULE)
        self.schemas = kubernetes_schemas.make(tools)

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        workloads = [
            (str(file.relative_to(bundle)), line, value)
            for file in files.manifests(bundle)
            for line, value in files.documents(file)
            if value["kind"] in WORKLOADS
        ]
        if not workloads:
            return Verdict([], [])
        done = toolbox.run(
            [self.program, "scan", "--schema-location",
             f"{self.schemas}/{{{{ .ResourceKind }}}}{{{{ .KindSuffix }}}}.json", "/dev/stdin"],
            # JSON, where nobody takes the name "n" for false; unescaped, since YAML knows no surrogates.
            stdin="\n---\n".join(
                json.dumps(value, default=str, ensure_ascii=False) for _, _, value in workloads
            ),
            ok=(0, 2),
        )
        answers = json.loads(done.stdout)
        if len(answers) != len(workloads):
            raise toolbox.ToolFailed(f"{len(workloads)} workloads, {len(answers)} answers")
        verdict = Verdict(sorted({file for file, _, _ in workloads}), [], 0)
        for (file, line, value), answer in zip(workloads, answers):
            self._take(answer, file, line, files.object_name(value), verdict)
        return verdict

    @staticmethod
    def _take(answer: dict, file: str, line: int, name: str, verdict: Verdict) -> None:
        if not answer["object"].startswith(name):
            raise toolbox.ToolFailed(f"the answer about {name} is about {answer['object']}")
        scoring = answer.get("scoring", {})
        if not answer["valid"]:
            verdict.findings.append(Finding("invalid", file, line, answer["message"], name))
        verdict.rules += sum(len(scoring.get(kind, [])) for kind in ("critical", "advise", "passed"))
        for kind in ("critical", "advise"):
            verdict.findings += [
                Finding(rule["id"], file, line, f"{kind}: {rule['selector']}: {rule['reason']}", name)
                for rule in scoring.get(kind, [])
            ]
