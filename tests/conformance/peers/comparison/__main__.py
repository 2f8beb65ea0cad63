# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The command line of the comparison; see ../run.sh."""

import argparse
import shutil
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from conformance import discover, toolbox, waivers
from conformance.judge import Judge, NotInstallable

from .page import write
from .peers import GOLDEN, PEERS, Peer

# Tools of the field about compose files, Dockerfiles and manifests. The others look at what only Skanse writes,
# or hold a bundle against its own plan, which the peers do not have.
ASKED = (
    "api-server", "checkov", "compose", "compose-config", "dclint", "hadolint", "kube-linter", "kube-score", "kubeconform",
    "kubectl", "kubescape", "kubesec", "kustomize", "monokle", "pod-security", "polaris", "trivy", "yamllint",
)
# Lent to every output: a waiver may ask them for the preset of a service and for its reason. So the same count for all.
LENT = {"profile.skanse.yaml", "HARDENING.md"}


@dataclass
class Output:
    peer: Peer
    folder: Path
    version: str = ""
    failed: str = ""


@dataclass
class Answer:
    """What one judge said of one output."""

    files: int = 0
    rules: Counter = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)  # by rule
    waived: int = 0
    failed: str = ""


def _outputs(folder: Path) -> list[Output]:
    outputs = []
    for peer in PEERS:
        out = folder / peer.name.replace(" ", "-")
        output = Output(peer, out)
        out.mkdir(parents=True)
        try:
            output.version = peer.make(toolbox.BUILD / "tools", out)
        except (toolbox.ToolFailed, NotInstallable) as error:
            output.failed = str(error)
        for name in LENT:
            shutil.copy(GOLDEN / name, out)
        toolbox.say(f"  {peer.name} {output.version}{output.failed}")
        outputs.append(output)
    return outputs


def _ask(judge: Judge, output: Output, work: Path, allowed: list) -> Answer:
    """One output at a time: a file that breaks a tool does not take the others along."""
    answer = Answer()
    work.mkdir(parents=True)
    try:
        verdict = judge.judge([output.folder], work)[output.folder]
    except Exception as error:  # a judge is a plug-in; what it raises stands in the table
        answer.failed = str(error).splitlines()[0] if str(error) else type(error).__name__
        return answer
    answer.files = len(set(verdict.files) - LENT)
    for finding in verdict.findings:
        if finding.file in LENT:
            continue
        if any(waiver.covers(judge.name, output.folder, finding) for waiver in allowed):
            answer.waived += 1
        else:
            answer.rules[finding.rule] += 1
            answer.examples.setdefault(finding.rule, finding.message)
    return answer


def main() -> int:
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__)
    parser.add_argument("--without", default="", metavar="NAME[,NAME]", help="judges to leave out")
    without = set(filter(None, parser.parse_args().without.split(",")))

    work = toolbox.BUILD / "comparison"
    shutil.rmtree(work, ignore_errors=True)
    outputs = _outputs(work / "outputs")
    allowed = waivers.load()
    answers: dict[str, list[Answer]] = {}
    versions: dict[str, str] = {}
    not_run: dict[str, str] = {name: "left out by the one who ran it" for name in sorted(without)}
    for judge in discover.judges():
        if judge.name not in ASKED or judge.name in without:
            continue
        try:
            judge.install(toolbox.BUILD / "tools")
        except NotInstallable as error:
            not_run[judge.name] = str(error)
            continue
        answers[judge.name] = [
            Answer(failed="it made nothing") if output.failed
            else _ask(judge, output, work / "judges" / judge.name / output.folder.name, allowed)
            for output in outputs
        ]
        versions[judge.name] = judge.version
        toolbox.say(f"  {judge.name} {judge.version}: "
                    + ", ".join(str(sum(answer.rules.values())) if answer.files else "-" for answer in answers[judge.name]))
    page = toolbox.TOP / "resources" / "docs" / "comparison.md"
    write(page, outputs, answers, versions, not_run)
    print(f"comparison: {page.relative_to(toolbox.TOP)}")
    return 1 if any(output.failed for output in outputs) or not answers else 0


if __name__ == "__main__":
    sys.exit(main())
