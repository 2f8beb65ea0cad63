# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Puts one case through all it has to stand."""

import shutil
import time
import traceback
from dataclasses import dataclass, field

from . import builds, checks, kubernetes, secrets
from .case import Case
from .tools import Failed, run, say
from .workload import Workload


@dataclass
class Result:
    case: Case
    steps: list[tuple[str, float]] = field(default_factory=list)  # what was done, in seconds
    complaints: list[str] = field(default_factory=list)
    built: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return bool(self.steps) and not self.complaints


def _told(error: Exception) -> str:
    if isinstance(error, Failed):
        return str(error)
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({where.filename.rsplit('/', 1)[-1]}:{where.lineno}: {where.line})"


def hold(case: Case) -> Result:
    """All steps in order; the first that fails ends it, and what was started is taken down in any case."""
    result = Result(case)
    say(f"runtime: {case.name}: {case.what}")

    def step(name: str, action) -> None:
        start = time.monotonic()
        try:
            action()
        except Exception as error:
            raise Failed(f"{name}: {_told(error)}") from error
        result.steps.append((name, time.monotonic() - start))

    def examine(workload: Workload) -> None:
        for service in case.services():
            result.complaints += checks.complaints(workload, service, tuple(case.harmless.get(service, {})))

    def drill() -> None:
        run(["sh", "verify/drill.sh", "--podman", "--compose", "docker-compose"], cwd=case.bundle, timeout=300)

    def live(prefix: str, workload: Workload) -> None:
        """Start, work, end all, start again, work: with one engine."""
        try:
            step(f"{prefix}up", workload.up)
            step(f"{prefix}work", lambda: case.work(workload))
            step(f"{prefix}examine", lambda: examine(workload))
            if not prefix and not case.not_run and (case.bundle / "verify" / "drill.sh").is_file():
                step("drill", drill)
            step(f"{prefix}restart", workload.restart)
            step(f"{prefix}work after restart", lambda: case.after_restart(workload))
            step(f"{prefix}examine after restart", lambda: examine(workload))
        except Failed as error:
            result.complaints.append(str(error))
        step(f"{prefix}down", workload.down)

    try:
        work = case.folder / "work"
        shutil.rmtree(work, ignore_errors=True)
        step("secrets", lambda: secrets.make(case.bundle, work, case.given, case.hostname()))
        step("build", lambda: result.built.extend(builds.build(case)))
        live("", Workload(case.bundle, sorted(case.services()) if case.not_run else None))
        if case.pods and not result.complaints:
            live("pods: ", kubernetes.Pods(case))
    except Failed as error:
        result.complaints.append(str(error))
    for complaint in result.complaints:
        say(f"  {complaint}")
    say(f"  {'passed' if result.passed else 'FAILED'}: " + ", ".join(f"{name} {took:.0f} s" for name, took in result.steps))
    return result
