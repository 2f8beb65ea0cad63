# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The command line of the suite; see ../run.sh."""

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import bundles as sources
from . import report, waivers
from .court import Hearing, hear
from .discover import judges
from .toolbox import BUILD, TOP, ToolFailed, say


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__)
    parser.add_argument("--all", action="store_true", help="the second tier, too")
    parser.add_argument("--profiles", type=int, default=200, metavar="N", help="random profiles (200)")
    parser.add_argument("--seed", type=int, default=1, help="what the random profiles follow from (1)")
    parser.add_argument("--only", default="", metavar="NAME[,NAME]", help="only these judges")
    parser.add_argument("--bundles", type=Path, metavar="DIR", help="a bundle, or a folder of bundles, not the goldens")
    parser.add_argument("--skanse-cli", type=Path, metavar="FILE", help="makes the bundles of the random profiles")
    parser.add_argument("--results", type=Path, default=BUILD, metavar="DIR", help="where the table is written")
    parser.add_argument("--list", action="store_true", help="show the judges and stop")
    return parser.parse_args()


def _commit() -> str:
    done = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], cwd=TOP, capture_output=True, text=True, check=False)
    changed = subprocess.run(["git", "status", "--porcelain"], cwd=TOP, capture_output=True, text=True, check=False)
    return (done.stdout.strip() or "unknown") + (" and changes" if changed.stdout.strip() else "")


def main() -> int:
    options = _arguments()
    everyone = judges()
    if options.list:
        for judge in everyone:
            print(f"{judge.name:24} tier {judge.tier}{' quick' if judge.quick else '':6} {judge.what}")
        return 0

    only = set(filter(None, options.only.split(",")))
    unknown = only - {judge.name for judge in everyone}
    if unknown:
        say(f"conformance: no such judge: {', '.join(sorted(unknown))}")
        return 2
    chosen = [judge for judge in everyone if not only or judge.name in only]
    called = [judge for judge in chosen if options.all or judge.tier == 1 or judge.name in only]
    left_out = [Hearing(judge, "left out", "second tier, see --all") for judge in chosen if judge not in called]

    results = options.results.resolve()
    results.mkdir(parents=True, exist_ok=True)
    allowed = waivers.load()
    try:
        found = sources.of_folder(options.bundles) if options.bundles else sources.goldens()
        count = options.profiles if not options.bundles and any(judge.quick for judge in called) else 0
        random = sources.random(count, options.seed, results / "random", options.skanse_cli)
    except ToolFailed as error:
        say(f"conformance: {error}")
        return 1
    if not found:
        say("conformance: there is no bundle to judge")
        return 1

    say(f"conformance: {len(called)} judges, {len(found)} bundles, {len(random)} generated ones")
    # Two at a time: while one is fetched or built, another one can look.
    with ThreadPoolExecutor(max_workers=2) as pool:
        hearings = list(pool.map(lambda judge: hear(judge, found, random, allowed, results), called))
    hearings = sorted(hearings + left_out, key=lambda hearing: hearing.judge.name)

    ran = {hearing.judge.name for hearing in hearings if hearing.state == "ran"}
    known = {judge.name for judge in everyone}
    used = {(waiver.tool, waiver.exception) for waiver in allowed if waiver.exception and waiver.used}
    unused = [
        waiver for waiver in allowed
        if not waiver.used and (waiver.tool, waiver.exception) not in used and (waiver.tool not in known or (waiver.tool in ran and not options.bundles))
    ]
    about = {"commit": _commit(), "seed": options.seed}
    (results / "report.md").write_text(report.markdown(hearings, found, random, allowed, unused, about))
    (results / "report.json").write_text(report.as_json(hearings, found, random, allowed, unused, about) + "\n")
    for waiver in unused:
        say(f"  the waiver {waiver.tool} {waiver.rule} {waiver.match} is needed by nothing")
    print(f"conformance: {report.summary(hearings, len(found), len(random), unused)}")
    print(f"conformance: {results / 'report.md'}")
    return 1 if unused or any(hearing.failed for hearing in hearings) else 0


if __name__ == "__main__":
    sys.exit(main())
