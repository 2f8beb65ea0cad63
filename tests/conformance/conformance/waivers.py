# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The findings that a decision says we live with. A waiver nothing needs is an error."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from . import files
from .judge import Finding
from .toolbox import HERE, TOP

EXCEPTIONS = TOP / "resources" / "catalogue" / "exceptions"
CONTROLS = TOP / "resources" / "catalogue" / "controls"
_NEEDED = {"tool", "rule", "reason", "decision"}
_MATCHES = {"kind", "preset", "file", "object", "message"}


@cache
def _rules_of_controls() -> dict[tuple[str, str], set[str]]:
    """(tool, rule) -> the controls whose absence the rule reports, as the catalogue says."""
    found: dict[tuple[str, str], set[str]] = {}
    for file in CONTROLS.glob("*.yaml"):
        control = files.load(file.read_text())
        for rules in control.get("rules", []):
            for rule in rules["ids"]:
                found.setdefault((rules["tool"], rule), set()).add(control["id"])
    return found


@cache
def _profile_waivers(bundle: Path) -> dict[str, dict[str, str]]:
    """service -> control -> the user's reason."""
    profile = files.load((bundle / "profile.skanse.yaml").read_text()) or {}
    return {
        service["name"]: {waiver["control"]: waiver["reason"] for waiver in service.get("waivers", [])}
        for service in profile.get("services", [])
    }


def _writes_secret(bundle: Path, service: str) -> bool:
    profile = files.load((bundle / "profile.skanse.yaml").read_text()) or {}
    return any(
        "SECRET" in variable["name"]
        for one in profile.get("services", []) if one["name"] == service
        for variable in one.get("environment", [])
    )


def by_profile(tool: str, bundle: Path, finding: Finding) -> str | None:
    """The user's own reason, when the profile switches off for this service what the finding asks for."""
    controls = _rules_of_controls().get((tool, finding.rule), set())
    service = _service(bundle, finding)
    if "secret-files" in controls and _writes_secret(bundle, service):
        return "the profile itself writes a value into a variable whose name has SECRET in it"
    waived = _profile_waivers(bundle).get(service, {})
    return next((f"{control}: {waived[control]}" for control in sorted(controls) if control in waived), None)


@cache
def _presets(bundle: Path) -> dict[str, str]:
    profile = files.load((bundle / "profile.skanse.yaml").read_text()) or {}
    return {service["name"]: service["preset"] for service in profile.get("services", [])}


def _service(bundle: Path, finding: Finding) -> str:
    """The service that a finding is about, if it is about one."""
    parts = Path(finding.file).parts
    for name in (finding.object.split("/")[-1], parts[1] if len(parts) > 2 else "", Path(finding.file).stem):
        if name in _presets(bundle):
            return name
    return ""


@cache
def _explains(bundle: Path, exception: str) -> bool:
    titles = files.load((EXCEPTIONS / f"{exception}.yaml").read_text())["title"].values()
    lines = (bundle / "HARDENING.md").read_text().splitlines()
    return any(f"### {title}" in lines for title in titles)


@dataclass
class Waiver:
    tool: str
    rule: str
    reason: str
    decision: str
    match: dict[str, str]
    used: int = 0
    exception: str = ""  # HARDENING.md of the bundle must explain it

    def covers(self, tool: str, bundle: Path, finding: Finding) -> bool:
        if tool != self.tool or finding.rule != self.rule:
            return False
        if self.exception and not _explains(bundle, self.exception):
            return False
        seen = {
            "kind": finding.object.split("/")[0],
            "file": finding.file,
            "object": finding.object,
            "message": finding.message,
            "preset": _presets(bundle).get(_service(bundle, finding), ""),
        }
        return all(
            fnmatchcase(seen[key], pattern)
            for key, pattern in self.match.items()
        )


def _of_catalogue(exception: str, decision: str) -> list[Waiver]:
    """A finding that the bundle itself explains in HARDENING.md, in the words of the catalogue."""
    known = files.load((EXCEPTIONS / f"{exception}.yaml").read_text())
    return [
        Waiver(rules["tool"], rule, f"{exception}: {known['title']['en']}", decision, {}, exception=exception)
        for rules in known["rules"] for rule in rules["ids"]
    ]


def load() -> list[Waiver]:
    entries = files.load((HERE / "waivers.yaml").read_text())["waivers"]
    waivers = []
    for entry in entries:
        if "exception" in entry:
            waivers += _of_catalogue(**entry)
            continue
        wrong = (_NEEDED - entry.keys()) | (entry.keys() - _NEEDED - _MATCHES)
        if wrong:
            raise ValueError(f"waivers.yaml: {entry}: missing or unknown: {', '.join(sorted(wrong))}")
        match = {key: str(entry[key]) for key in _MATCHES & entry.keys()}
        waivers.append(Waiver(*(str(entry[key]) for key in ("tool", "rule", "reason", "decision")), match))
    return waivers
