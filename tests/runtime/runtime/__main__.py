# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The command line of the suite; see ../run.sh."""

import argparse
import os
import sys
from pathlib import Path

from . import engine, names, report, selftest, stand_ins
from .case import Case, cases
from .health import Clock
from .tools import BUILD, TOP, Failed, say
from .trial import hold


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__)
    parser.add_argument("phase", choices=["prepare", "run"], help=argparse.SUPPRESS)
    parser.add_argument("--all", action="store_true", help="the second tier, too, and every workload as pods")
    parser.add_argument("--only", default="", metavar="NAME[,NAME]", help="only these cases")
    parser.add_argument("--skanse-cli", type=Path, metavar="FILE", help="makes the bundles; the newest build if not given")
    parser.add_argument("--results", type=Path, default=BUILD, metavar="DIR", help="where the table is written")
    parser.add_argument("--no-spoiled", action="store_true", help="without the workloads that must not pass")
    parser.add_argument("--list", action="store_true", help="show the cases and stop")
    return parser.parse_args()


def _program(given: Path | None) -> Path:
    if given:
        return given.resolve()
    found = [file for file in (TOP / "build").glob("*/bin/skanse-cli") if file.is_file()]
    if not found:
        raise Failed("skanse-cli is not built: installer/build.sh release")
    return max(found, key=lambda file: file.stat().st_mtime)


def _chosen(options: argparse.Namespace) -> tuple[list[Case], list[Case]]:
    """Those that are run and those that are left out."""
    everyone = cases()
    only = set(filter(None, options.only.split(",")))
    unknown = only - {case.name for case in everyone}
    if unknown:
        raise Failed(f"no such case: {', '.join(sorted(unknown))}")
    chosen = [case for case in everyone if case.name in only or (not only and (options.all or case.tier == 1))]
    for case in chosen:
        case.pods = case.pods or options.all
    left_out = [case for case in everyone if case not in chosen]
    return chosen, left_out


def _prepare(chosen: list[Case], skanse: Path) -> None:
    os.environ.update(engine.settings(engine.STATE))
    wanted: set[str] = set()
    for case in chosen:
        case.generate(skanse)
        wanted |= case.images()
    stand_ins.make(wanted)


def main() -> int:
    options = _arguments()
    if options.list:
        if options.phase == "run":
            for case in cases():
                print(f"{case.name:20} tier {case.tier}  {case.what}")
        return 0
    try:
        chosen, left_out = _chosen(options)
        if options.phase == "prepare":
            _prepare(chosen, _program(options.skanse_cli))
            return 0
        names.listen()
        with engine.Engine() as podman, Clock(podman.podman_socket):
            doubts = [doubt for case in chosen if case.name == "redis" and not options.no_spoiled for doubt in selftest.complaints(case)]
            results = [hold(case) for case in chosen]
            notes = podman.notes()
    except Failed as error:
        say(f"runtime: {error}")
        return 1
    told = report.write(options.results.resolve(), results, left_out, notes, doubts, stand_ins.table())
    print(f"runtime: {told}")
    print(f"runtime: {options.results.resolve() / 'report.md'}")
    return 0 if results and not doubts and all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
