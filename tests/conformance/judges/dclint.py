# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The compose file: dclint."""

import json
import re
from pathlib import Path

from conformance import toolbox
from conformance.judge import Finding, Judge, Verdict

FILE = "compose.yaml"
SETTINGS = ".dclintrc.yaml"
SWITCHED_OFF = re.compile(r"^ +[a-z-]+: 0$", re.MULTILINE)


class Dclint(Judge):
    name = "dclint"
    what = "the compose file: order, quotes, ports, tags"
    quick = True
    version = "3.1.0"
    looks_at = (FILE,)
    BAD_RULES = ("no-version-field", "service-image-require-explicit-tag", "no-unbound-port-interfaces")

    def install(self, tools: Path) -> None:
        self.node = toolbox.node()
        modules = toolbox.npm(tools / f"dclint-{self.version}", toolbox.HERE / "node" / "dclint")
        self.program = modules / "dclint" / "bin" / "dclint.cjs"

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        verdicts = {bundle: Verdict([], []) for bundle in bundles}
        for settings, group in self._by_settings(bundles).items():
            told = "".join(line for line in settings.splitlines(True) if not SWITCHED_OFF.search(line))
            every = self._run(told, group, work)
            for bundle, found in (self._run(settings, group, work) if told != settings else every).items():
                verdicts[bundle] = Verdict([FILE], found)
                verdicts[bundle].suppressed = [finding for finding in every[bundle] if finding not in found]
        return verdicts

    def _run(self, settings: str, group: list[Path], work: Path) -> dict[Path, list[Finding]]:
        options = []
        if settings:
            (work / SETTINGS).write_text(settings)
            options = ["--config", work / SETTINGS]
        compose = [bundle / FILE for bundle in group]
        done = toolbox.run(
            [self.node, self.program, "--formatter", "json", "--max-warnings", "0", *options, *compose],
            cwd=work, ok=(0, 1),
        )
        return {
            Path(result["filePath"]).parent: [
                Finding(found["rule"], FILE, found["line"], found["message"], self._service(found["message"]))
                for found in result["messages"]
            ]
            for result in json.loads(done.stdout)
        }

    @staticmethod
    def _by_settings(bundles: list[Path]) -> dict[str, list[Path]]:
        """The bundles that have the same settings are looked at in one go."""
        groups: dict[str, list[Path]] = {}
        for bundle in bundles:
            if (bundle / FILE).exists():
                own = bundle / SETTINGS
                lines = own.read_text().splitlines() if own.exists() else []
                text = "".join(f"{line}\n" for line in lines if not line.startswith("#"))
                groups.setdefault(text, []).append(bundle)
        return groups

    @staticmethod
    def _service(message: str) -> str:
        named = re.search(r'[Ss]ervice "([^"]+)"', message)
        return f"Service/{named[1]}" if named else ""
