# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Puts the bundles before one judge, and the judge to the test with its bad bundle."""

import shutil
import time
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from . import files
from .judge import Finding, Judge, NotInstallable, Verdict
from .toolbox import BUILD, HERE, ToolFailed, say
from .waivers import Waiver, by_profile


@dataclass
class Hearing:
    """All that came of one judge."""

    judge: Judge
    state: str = "ran"  # ran, failed, not run, left out
    why: str = ""
    install_seconds: float = 0
    run_seconds: float = 0
    verdicts: dict[Path, Verdict] = field(default_factory=dict)
    open: list[tuple[Path, Finding]] = field(default_factory=list)
    waived: list[tuple[Path, Finding, Waiver]] = field(default_factory=list)
    by_profile: list[tuple[Path, Finding, str]] = field(default_factory=list)  # with the user's own reason
    complaints: list[str] = field(default_factory=list)  # about the judge, not about the bundles
    bad_rules: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        return self.state == "failed" or bool(self.open) or bool(self.complaints)


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _try_bad_bundle(judge: Judge, results: Path) -> tuple[list[str], list[str]]:
    """The rules it reports in its bad bundle, and what is to be complained about."""
    bad = HERE / "bad" / judge.name
    if not judge.BAD_RULES or not bad.is_dir():
        return [], ["it has no bad bundle, so its silence says nothing"]
    verdict = judge.judge([bad], _fresh(results / "work" / judge.name / "bad"))[bad]
    reported = sorted({finding.rule for finding in verdict.findings})
    missed = sorted(set(judge.BAD_RULES) - set(reported))
    return reported, [f"it did not report {rule} in its bad bundle" for rule in missed]


def _overlooked(judge: Judge, bundles: Iterable[Path], verdicts: dict[Path, Verdict]) -> list[str]:
    """Files that are its business and that it did not look at."""
    complaints = []
    for bundle in bundles:
        if bundle not in verdicts:
            complaints.append(f"it gave no verdict on {bundle.name}")
            continue
        seen = set(verdicts[bundle].files)
        for file in files.matching(bundle, judge.looks_at):
            if file not in seen:
                complaints.append(f"it did not look at {bundle.name}/{file}")
    if bundles and not any(verdict.files for verdict in verdicts.values()):
        complaints.append("it looked at no file")
    return complaints


def hear(
    judge: Judge, bundles: list[Path], random: list[Path], waivers: list[Waiver], results: Path
) -> Hearing:
    hearing = Hearing(judge)
    start = time.monotonic()
    try:
        judge.install(BUILD / "tools")
    except NotInstallable as error:
        hearing.state, hearing.why = "not run", str(error)
        say(f"  {judge.name}: not run: {error}")
        return hearing
    except Exception as error:  # a judge is a plug-in: whatever it raises is reported, not fatal to the others
        hearing.state, hearing.why = "failed", f"installing: {_told(error)}"
        return hearing
    hearing.install_seconds = time.monotonic() - start

    start = time.monotonic()
    try:
        hearing.bad_rules, hearing.complaints = _try_bad_bundle(judge, results)
        todo = bundles + (random if judge.quick else [])
        hearing.verdicts = judge.judge(todo, _fresh(results / "work" / judge.name / "bundles"))
        hearing.complaints += _overlooked(judge, todo, hearing.verdicts)
    except Exception as error:
        hearing.state, hearing.why = "failed", _told(error)
    hearing.run_seconds = time.monotonic() - start
    _sort(hearing, waivers)
    say(
        f"  {judge.name} {judge.version}: {len(hearing.open)} findings, {len(hearing.waived)} waived,"
        f" {len(hearing.by_profile)} by profile"
        f" (install {hearing.install_seconds:.0f} s, run {hearing.run_seconds:.0f} s)"
        + (f" FAILED: {hearing.why}" if hearing.state == "failed" else "")
        + "".join(f"\n    {complaint}" for complaint in hearing.complaints[:10])
    )
    return hearing


def _told(error: Exception) -> str:
    if isinstance(error, ToolFailed):
        return str(error)
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"


def _sort(hearing: Hearing, waivers: list[Waiver]) -> None:
    """What the artifact itself lets pass needs a waiver like anything else: it may be kept quiet, not hidden."""
    name = hearing.judge.name
    for bundle, verdict in hearing.verdicts.items():
        for finding in verdict.findings + verdict.suppressed:
            reason = by_profile(hearing.judge.catalogue or name, bundle, finding)
            waiver = next((w for w in waivers if w.covers(name, bundle, finding)), None)
            if waiver is not None:
                waiver.used += 1
                hearing.waived.append((bundle, finding, waiver))
            elif reason is not None:
                hearing.by_profile.append((bundle, finding, reason))
            else:
                hearing.open.append((bundle, finding))
