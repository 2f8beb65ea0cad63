# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""What a judge is: a tool of the field that looks at bundles and says what it finds."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Finding:
    rule: str
    file: str  # relative to the bundle
    line: int | None
    message: str
    object: str = ""  # "Kind/name", where the tool names one


@dataclass
class Verdict:
    files: list[str]  # what the judge really looked at, relative to the bundle
    findings: list[Finding]
    rules: int | None = None  # how many rules were run, where the tool tells
    # What it would say did the artifact not tell it to let it pass. Needs a waiver like any finding.
    suppressed: list[Finding] = field(default_factory=list)


class NotInstallable(Exception):
    """The tool cannot be had here; the reason in plain words."""


class Judge:
    name: str
    what: str  # one line
    tier: int = 1
    quick: bool = False  # also sees the bundles of the random profiles
    version: str

    # Globs of the files that are this judge's business, "!" before one takes out. Each such file of a bundle must be among
    # those it looked at. A judge that names none must at least see one file in all bundles.
    looks_at: tuple[str, ...] = ()
    # What resources/catalogue/controls calls it, where that is not its name.
    catalogue: str = ""
    # What it must report in tests/conformance/bad/<name>/. May also stand in the module.
    BAD_RULES: tuple[str, ...] = ()

    def install(self, tools: Path) -> None:
        """Pinned and idempotent; raises NotInstallable."""
        raise NotImplementedError

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        """Looks at all bundles at once, so that a slow start is paid once. `work` is empty and its own."""
        raise NotImplementedError
