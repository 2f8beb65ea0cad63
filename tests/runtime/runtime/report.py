# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The table: preset x result, as Markdown for people and JSON for programs."""

import json
from pathlib import Path

from .kubernetes import DIFFERENCES
from .stand_ins import Table
from .tools import TOP

_NOT_RUN = "not run"


def _every_preset() -> list[str]:
    return sorted(file.stem for file in (TOP / "resources" / "catalogue" / "presets").glob("*.yaml"))


def _by_preset(results: list, left_out: list) -> dict[str, dict[str, str]]:
    """preset: case/service: what came of it."""
    table: dict[str, dict[str, str]] = {preset: {} for preset in _every_preset()}
    for result in results:
        for service, preset in result.case.presets().items():
            why = result.case.not_run.get(service)
            seen = f"{_NOT_RUN}: {why}" if why else "passed" if result.passed else "failed"
            table.setdefault(preset, {})[f"{result.case.name}/{service}"] = seen
    for case in left_out:
        for service, preset in case.presets_of_profile().items():
            table.setdefault(preset, {}).setdefault(f"{case.name}/{service}", "left out: second tier (--all), or not chosen (--only)")
    return table


def _state(preset: str, seen: dict[str, str], why_never: dict[str, str]) -> str:
    states = set(seen.values())
    if "failed" in states:
        return "failed"
    if "passed" in states:
        return "passed"
    reasons = sorted(states) or [f"{_NOT_RUN}: {why_never.get(preset, 'no case has it')}"]
    return reasons[0]


def _cell(text: object) -> str:
    return " ".join(str(text).replace("|", "\\|").replace("<", "&lt;").split())


def _table(head: list[str], rows: list[list]) -> list[str]:
    lines = ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in [head, *rows]]
    return [lines[0], "|" + "---|" * len(head), *lines[1:], ""]


def summary(results: list, states: dict[str, str]) -> str:
    ran = [preset for preset, state in states.items() if state in ("passed", "failed")]
    parts = [f"{sum(result.passed for result in results)} of {len(results)} workloads passed",
             f"{len(ran)} of {len(states)} presets ran on stand-ins"]
    failed = [result.case.name for result in results if not result.passed]
    if failed:
        parts.append(f"failed: {', '.join(failed)}")
    return "; ".join(parts)


def write(folder: Path, results: list, left_out: list, notes: list[str], doubts: list[str], stock: Table) -> str:
    """Writes report.md and report.json; returns the summary."""
    folder.mkdir(parents=True, exist_ok=True)
    seen = _by_preset(results, left_out)
    states = {preset: _state(preset, seen[preset], stock.never) for preset in sorted(seen)}
    used = sorted({name for result in results for name in
                   (image.name for image in (stock.find(reference) for reference in result.case.images()) if image)})
    told = summary(results, states) + (f"; {len(doubts)} spoiled workloads were not noticed" if doubts else "")
    lines = ["# Bundles that were really started", "", told + ".", "",
             "Every image here is a stand-in made from Debian packages. No official image was pulled or run.", "",
             "## Presets", ""]
    lines += _table(["preset", "result", "where"], [[preset, state, ", ".join(seen[preset])] for preset, state in states.items()])
    lines += ["## Workloads", ""]
    lines += _table(["workload", "what", "result", "built here", "not run", "seconds by step"],
                    [[result.case.name, result.case.what, "passed" if result.passed else "failed", ", ".join(result.built),
                      "; ".join(f"{service}: {why}" for service, why in result.case.not_run.items()),
                      ", ".join(f"{name} {took:.1f}" for name, took in result.steps)] for result in results])
    complaints = [f"- {result.case.name}: {_cell(text)}" for result in results for text in result.complaints]
    if complaints:
        lines += ["## What did not hold", "", *complaints, ""]
    if doubts:
        lines += ["## Spoiled workloads that nobody noticed", "", *(f"- {_cell(doubt)}" for doubt in doubts), ""]
    if left_out:
        lines += ["## Left out", "", "The second tier, run by `--all`, or not chosen with `--only`: " + ", ".join(case.name for case in left_out) + ".", ""]
    harmless = [[result.case.name, service, f"`{pattern}`", why] for result in results
                for service, known in result.case.harmless.items() for pattern, why in known.items()]
    if harmless:
        lines += ["## Lines of logs that look like a refusal and are none", ""]
        lines += _table(["workload", "service", "pattern", "why"], harmless)
    lines += ["## Stand-ins, and where they differ", ""]
    lines += _table(["stand-in", "for", "differs"],
                    [[image.name, ", ".join(image.patterns), "; ".join(image.differs)]
                     for image in stock.images if image.name in used])
    if any(result.case.pods for result in results):
        lines += ["## Pods: what podman kube play does not know", "",
                  "The workloads " + ", ".join(result.case.name for result in results if result.case.pods)
                  + " were also played as pods, from the manifests in kubernetes/.", "",
                  *(f"- {text}" for text in DIFFERENCES), ""]
    lines += ["## What this machine and its engine could not give", "",
              "- The log driver `local` is Docker's; podman's `k8s-file` stood in.",
              "- Ports on `0.0.0.0` and the words of health commands were handed to podman in its own form.",
              "- `enable_ip_masquerade` is an option of Docker's networks that podman does not know.",
              "- Health commands were run by the suite: podman leaves that to systemd. Until healthy they were run every second, "
              "and with ten times their time, since podman counts its own work, too.",
              *[f"- {note}" for note in notes], ""]
    (folder / "report.md").write_text("\n".join(lines))
    (folder / "report.json").write_text(json.dumps({
        "summary": told,
        "stand_ins": True,
        "not_noticed": doubts,
        "presets": {preset: {"state": state, "where": seen[preset]} for preset, state in states.items()},
        "workloads": [{"name": result.case.name, "passed": result.passed, "built": result.built, "not_run": result.case.not_run,
                       "steps": [{"name": name, "seconds": round(took, 1)} for name, took in result.steps],
                       "complaints": result.complaints} for result in results],
        "left_out": [case.name for case in left_out],
        "differences_of_stand_ins": {image.name: list(image.differs) for image in stock.images if image.name in used},
        "pods": [result.case.name for result in results if result.case.pods],
        "differences_of_pods": DIFFERENCES,
        "machine": notes,
    }, indent=1, ensure_ascii=False) + "\n")
    return told
