# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Dockerfiles and Kubernetes manifests: checkov."""

import json
import shutil
from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

PACKAGE = "checkov==3.3.13"
LOOKS_AT = ("docker/*/Dockerfile", *files.MANIFESTS)
OPTIONS = ["--framework", "dockerfile", "kubernetes", "--skip-download", "--compact", "--output", "json"]

# Its own parallel workers wait for each other for ever when there is much to tell.
ENVIRONMENT = {"BC_SKIP_MAPPING": "TRUE", "CHECKOV_PARALLELIZATION_TYPE": "none"}


class Checkov(Judge):
    name = "checkov"
    what = "Dockerfiles and Kubernetes: policies of Prisma Cloud"
    version = "3.3.13"
    looks_at = ("docker/*/Dockerfile", "kubernetes/services/*.yaml")
    BAD_RULES = ("CKV_DOCKER_2", "CKV_DOCKER_7", "CKV_K8S_14", "CKV_K8S_16", "CKV_K8S_22", "CKV_K8S_43")

    def install(self, tools: Path) -> None:
        self.program = toolbox.pip(tools / f"checkov-{self.version}", PACKAGE) / "checkov"

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        verdicts = {}
        for index, bundle in enumerate(bundles):
            verdicts[str(index)] = Verdict([], [])
            for file in files.matching(bundle, LOOKS_AT):
                copy = work / str(index) / file
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(bundle / file, copy)
        done = toolbox.run([self.program, "--directory", work, *OPTIONS], ok=(0, 1), env=ENVIRONMENT)
        answer = json.loads(done.stdout)
        for part in answer if isinstance(answer, list) else [answer]:
            if "results" in part:  # it answers with bare numbers when there was nothing to look at
                self._take(part["results"], verdicts)
        return {bundle: verdicts[str(index)] for index, bundle in enumerate(bundles)}

    @staticmethod
    def _take(results: dict, verdicts: dict[str, Verdict]) -> None:
        seen: dict[str, set[str]] = {}
        rules = set()
        for kind in ("passed_checks", "failed_checks", "skipped_checks"):
            for check in results[kind]:
                index, file = check["file_path"].lstrip("/").split("/", 1)
                seen.setdefault(index, set()).add(file)
                rules.add(check["check_id"])
                parts = check["resource"].split(".")
                found = Finding(
                    check["check_id"], file, check["file_line_range"][0], check["check_name"],
                    f"{parts[0]}/{parts[-1]}" if check["check_id"].startswith("CKV_K8S") else "",
                )
                if kind == "failed_checks":
                    verdicts[index].findings.append(found)
                elif kind == "skipped_checks":
                    verdicts[index].suppressed.append(found)
        for file in results["parsing_errors"]:
            index, name = file.split("/bundles/", 1)[1].split("/", 1)
            verdicts[index].findings.append(Finding("parsing-error", name, None, "cannot be read"))
        for index, names in seen.items():
            verdicts[index].files = sorted({*verdicts[index].files, *names})
            verdicts[index].rules = (verdicts[index].rules or 0) + len(rules)
