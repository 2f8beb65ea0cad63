# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The table: tool x bundle x findings, as Markdown for people and JSON for programs."""

import json
from collections import Counter
from pathlib import Path

from .bundles import is_hostile
from .court import Hearing
from .waivers import Waiver

_SHOWN = 400  # findings listed one by one in the Markdown; the JSON has them all


def _cell(text: object) -> str:
    return " ".join(str(text).replace("|", "\\|").replace("<", "&lt;").split())


def _row(*cells: object) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _table(head: list[str], rows: list[list]) -> list[str]:
    return [_row(*head), "|" + "---|" * len(head), *(_row(*row) for row in rows), ""]


def summary(hearings: list[Hearing], bundles: int, random: int, unused: list[Waiver]) -> str:
    ran = [hearing for hearing in hearings if hearing.state == "ran"]
    parts = [
        f"{len(ran)} judges, {bundles} bundles"
        + (f" and {random} generated ones" if random else ""),
        f"{sum(len(hearing.open) for hearing in hearings)} findings",
        f"{sum(len(hearing.waived) for hearing in hearings)} waived",
        f"{sum(len(hearing.by_profile) for hearing in hearings)} switched off by the profile",
    ]
    for state in ("failed", "not run", "left out"):
        names = [hearing.judge.name for hearing in hearings if hearing.state == state]
        if names:
            parts.append(f"{state}: {', '.join(names)}")
    doubtful = [hearing.judge.name for hearing in ran if hearing.complaints]
    if doubtful:
        parts.append(f"not to be trusted: {', '.join(doubtful)}")
    if unused:
        parts.append(f"{len(unused)} waivers that nothing needs")
    return "; ".join(parts)


def markdown(hearings: list[Hearing], bundles: list[Path], random: list[Path], waivers: list[Waiver],
             unused: list[Waiver], about: dict) -> str:
    lines = ["# What the field's own tools say", "", summary(hearings, len(bundles), len(random), unused) + ".", ""]
    lines += [f"Commit {about['commit']}, seed {about['seed']}.", ""]
    lines += ["## Judges", ""]
    lines += _table(
        ["judge", "version", "what", "state", "rules", "files", "findings", "waived", "by profile", "reports in its bad bundle",
         "install s", "run s"],
        [
            [
                hearing.judge.name,
                getattr(hearing.judge, "version", ""),
                hearing.judge.what,
                hearing.state + (f": {hearing.why}" if hearing.why else ""),
                max((verdict.rules or 0 for verdict in hearing.verdicts.values()), default=0) or "",
                sum(len(verdict.files) for verdict in hearing.verdicts.values()),
                len(hearing.open),
                len(hearing.waived),
                len(hearing.by_profile),
                len(hearing.bad_rules),
                f"{hearing.install_seconds:.1f}",
                f"{hearing.run_seconds:.1f}",
            ]
            for hearing in hearings
        ],
    )
    complaints = [f"- {hearing.judge.name}: {text}" for hearing in hearings for text in hearing.complaints]
    if complaints:
        lines += ["## Judges that cannot be trusted", "", *complaints, ""]

    ran = [hearing for hearing in hearings if hearing.verdicts]
    lines += ["## Findings by bundle", "", "Open findings, of how many files; empty: nothing of its kind.", ""]

    def cell(hearing: Hearing, folders: list[Path]) -> str:
        seen = sum(len(hearing.verdicts[folder].files) for folder in folders if folder in hearing.verdicts)
        found = sum(1 for folder, _ in hearing.open if folder in folders)
        return f"{found} of {seen}" if seen or found else ""

    groups = [(bundle.name, [bundle]) for bundle in bundles]
    if random:
        groups += [
            ("random profiles", [bundle for bundle in random if not is_hostile(bundle)]),
            ("hostile texts", [bundle for bundle in random if is_hostile(bundle)]),
        ]
    lines += _table(
        ["bundle", *(hearing.judge.name for hearing in ran)],
        [[name, *(cell(hearing, folders) for hearing in ran)] for name, folders in groups],
    )

    open_findings = [(hearing.judge.name, bundle, finding) for hearing in hearings for bundle, finding in hearing.open]
    if open_findings:
        counts = Counter((name, finding.rule) for name, _, finding in open_findings)
        lines += ["## Open findings", ""]
        lines += _table(["judge", "rule", "how many"], [[*key, count] for key, count in counts.most_common()])
        lines += _table(
            ["judge", "rule", "where", "object", "what"],
            [
                [name, finding.rule, f"{bundle.name}/{finding.file}" + (f":{finding.line}" if finding.line else ""),
                 finding.object, finding.message[:200]]
                for name, bundle, finding in open_findings[:_SHOWN]
            ],
        )
        if len(open_findings) > _SHOWN:
            lines += [f"... and {len(open_findings) - _SHOWN} more, see report.json.", ""]
    chosen = sorted({(hearing.judge.name, finding.rule, bundle.name, reason)
                     for hearing in hearings for bundle, finding, reason in hearing.by_profile if bundle in bundles})
    if chosen:
        lines += ["## Switched off by the profile", "",
                  "What the user of a profile does without, with the reason given there; a tool is right to report it.", ""]
        lines += _table(["judge", "rule", "bundle", "control and reason"], [list(row) for row in chosen])
    if waivers:
        lines += ["## Waivers", ""]
        lines += _table(
            ["judge", "rule", "only", "used", "reason", "decision"],
            [
                [waiver.tool, waiver.rule, ", ".join(f"{key} {value}" for key, value in sorted(waiver.match.items())),
                 waiver.used, waiver.reason, waiver.decision]
                for waiver in waivers
            ],
        )
    return "\n".join(lines)


def as_json(hearings: list[Hearing], bundles: list[Path], random: list[Path], waivers: list[Waiver],
            unused: list[Waiver], about: dict) -> str:
    def finding(bundle: Path, found) -> dict:
        return {"bundle": bundle.name, **vars(found)}

    return json.dumps(
        {
            "summary": summary(hearings, len(bundles), len(random), unused),
            **about,
            "bundles": [bundle.name for bundle in bundles],
            "random": len(random),
            "judges": [
                {
                    "name": hearing.judge.name,
                    "what": hearing.judge.what,
                    "version": getattr(hearing.judge, "version", None),
                    "tier": hearing.judge.tier,
                    "state": hearing.state,
                    "why": hearing.why,
                    "install_seconds": round(hearing.install_seconds, 1),
                    "run_seconds": round(hearing.run_seconds, 1),
                    "complaints": hearing.complaints,
                    "reports_in_bad_bundle": hearing.bad_rules,
                    "verdicts": [
                        {
                            "bundle": bundle.name,
                            "files": verdict.files,
                            "rules": verdict.rules,
                            "findings": [finding(bundle, f) for where, f in hearing.open if where == bundle],
                            "waived": [finding(bundle, f) for where, f, _ in hearing.waived if where == bundle],
                            "by_profile": [{**finding(bundle, f), "reason": reason}
                                           for where, f, reason in hearing.by_profile if where == bundle],
                        }
                        for bundle, verdict in hearing.verdicts.items()
                    ],
                }
                for hearing in hearings
            ],
            "waivers": [
                {"tool": w.tool, "rule": w.rule, "only": w.match, "used": w.used, "reason": w.reason,
                 "decision": w.decision}
                for w in waivers
            ],
            "unused_waivers": [f"{w.tool} {w.rule} {w.match}" for w in unused],
        },
        indent=1,
        ensure_ascii=False,
    )
