# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Kubernetes manifests: the validators of Monokle."""

import json
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

SOURCE = toolbox.HERE / "node" / "monokle"


class Monokle(Judge):
    name = "monokle"
    what = "Kubernetes: security standards, practices, links between objects, labels"
    quick = True
    version = "0.33.0"
    looks_at = files.MANIFESTS
    BAD_RULES = ("PSS103", "PSS203", "KBP003", "KBP001")

    def install(self, tools: Path) -> None:
        self.node = toolbox.node()
        self.modules = toolbox.npm(tools / f"monokle-{self.version}", SOURCE)

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        verdicts = {bundle: Verdict([], []) for bundle in bundles}
        having = [bundle for bundle in bundles if (bundle / "kubernetes").is_dir()]
        if not having:
            return verdicts
        done = toolbox.run([self.node, SOURCE / "check.mjs", self.modules, *having])
        for bundle, said in json.loads(done.stdout).items():
            verdict = verdicts[Path(bundle)]
            verdict.files, verdict.rules = said["files"], said["rules"]
            for found in said["findings"]:
                finding = Finding(found["rule"], found["file"], found["line"], found["message"], found["object"])
                (verdict.suppressed if found["suppressed"] else verdict.findings).append(finding)
        return verdicts
