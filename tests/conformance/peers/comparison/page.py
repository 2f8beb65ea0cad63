# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The page: versions, findings side by side, what each finding was, what could not be run."""

import subprocess
from collections import Counter
from pathlib import Path

from conformance import files, toolbox

_SHOWN = 150  # of a message

INTRODUCTION = """\
# The same workload, made by others

Written by `tests/conformance/peers/run.sh`; do not edit by hand. The web shop of [the example profile](../../{example})
was given to tools that turn something short into configuration, each in the form that is natural to it
([inputs](../../tests/conformance/peers/inputs)), and what they wrote was put before the same judges, with the same
options and the same [waivers](../../tests/conformance/waivers.yaml). Nothing was edited in between, but for one place
that composerize leaves to its user, the name of the project.

The numbers count findings; they are no measure of anybody's worth. These tools promise other things than Skanse does:
`kubectl create` makes the beginning of a file, kompose translates what it is given, composerize too, cdk8s-plus is a
library in which one can say far more than its defaults. A tool that writes less also gives the judges less to look at:
so each cell says of how many files, and the table below counts the objects. The judges were Skanse's yardstick while
it was made, and were not the others'. The API server puts what brings no Pod Security level of its own into a namespace
that enforces `restricted`.
"""

NOT_RUN = """\
## Not run

- `docker init`: part of Docker Desktop, its source is closed, and no package registry has it.
- Dockerfiles: only Skanse writes them, of those that were run here.
"""

AGAIN = """\
## Run it again

```sh
tests/conformance/peers/run.sh                         # builds the API server the first time
tests/conformance/peers/run.sh --without api-server    # a few minutes when the judges are there
```
"""


def _cell(text: object) -> str:
    return " ".join(str(text).replace("|", "\\|").replace("<", "&lt;").split())


def _table(head: list, rows: list[list]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines] + [""]


def _commit() -> str:
    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=toolbox.TOP, capture_output=True, text=True, check=True).stdout.strip()

    changed = git("status", "--porcelain", "--", "core", "templates", "tests/golden", "tests/conformance")
    return git("rev-parse", "--short=12", "HEAD") + (" and changes" if changed else "")


def _made(folder: Path) -> str:
    """What is in an output: kinds of objects, services, Dockerfiles."""
    kinds: Counter = Counter()
    for file in sorted(folder.glob("kubernetes/**/*.yaml")):
        if file.name != "kustomization.yaml":
            kinds.update(value["kind"] for value in files.load_all(file.read_text()) if value)
    parts = [f"{count} {kind}" for kind, count in sorted(kinds.items())]
    compose = folder / "compose.yaml"
    if compose.exists():
        parts.append(f"compose.yaml with {len(files.load(compose.read_text())['services'])} services")
    dockerfiles = len(list(folder.glob("docker/*/Dockerfile")))
    return ", ".join(parts + ([f"{dockerfiles} Dockerfiles"] if dockerfiles else []))


def _number(answer) -> str:
    if answer.failed:
        return "failed"
    if not answer.files:
        return "" if not answer.rules else str(answer.rules.total())
    waived = f", {answer.waived} more waived" if answer.waived else ""
    return f"{answer.rules.total()} of {answer.files}{waived}"


def _example(rule: str, row: list) -> str:
    text = next(answer.examples[rule] for answer in row if rule in answer.examples)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + " ..."


def write(page: Path, outputs: list, answers: dict[str, list], versions: dict[str, str], not_run: dict[str, str]) -> None:
    names = [output.peer.name for output in outputs]
    lines = [INTRODUCTION.format(example=outputs[0].peer.input), f"Measured on commit {_commit()}.", ""]
    lines += ["## Who wrote what", ""]
    lines += _table(
        ["tool", "version", "was given", "wrote"],
        [[output.peer.name, output.version, output.peer.what, output.failed or _made(output.folder)] for output in outputs])
    lines += ["## Findings, of how many files", "",
              "Empty: the tool wrote nothing of the kind that the judge looks at.", ""]
    lines += _table(
        ["judge", "version", *names],
        [[judge, versions[judge], *(_number(answer) for answer in row)] for judge, row in answers.items()])
    failures = [(judge, name, answer.failed) for judge, row in answers.items()
                for name, answer in zip(names, row) if answer.failed]
    if failures:
        lines += ["Failed means that the judge gave no verdict:", ""]
        lines += [f"- {judge} on {name}: {_cell(why)}" for judge, name, why in failures] + [""]
    lines += ["## Which rules", ""]
    for judge, row in answers.items():
        rules = sorted({rule for answer in row for rule in answer.rules})
        if rules:
            lines += [f"### {judge}", ""]
            lines += _table(
                ["rule", *names, "says, for example"],
                [[rule, *(answer.rules[rule] or "" for answer in row), _example(rule, row)] for rule in rules])
    lines += [NOT_RUN.rstrip()]
    lines += [f"- The judge {name}: {_cell(why)}" for name, why in not_run.items()]
    lines += ["", AGAIN.rstrip()]
    page.write_text("\n".join(lines) + "\n")
