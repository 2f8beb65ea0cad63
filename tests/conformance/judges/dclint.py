# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The compose file: dclint."""

import json
import re
from pathlib import Path

from conformance import toolbox
from conformance.judge import Finding, Judge, Verdict

FILE = "compose.yaml"


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
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        if not (bundle / FILE).exists():
            return Verdict([], [])
        done = toolbox.run([self.node, self.program, "--formatter", "json", "--max-warnings", "0", FILE], cwd=bundle, ok=(0, 1))
        results = json.loads(done.stdout)
        return Verdict(
            [Path(result["filePath"]).name for result in results],
            [
                Finding(found["rule"], FILE, found["line"], found["message"], self._service(found["message"]))
                for result in results for found in result["messages"]
            ],
        )

    @staticmethod
    def _service(message: str) -> str:
        named = re.search(r'[Ss]ervice "([^"]+)"', message)
        return f"Service/{named[1]}" if named else ""
