# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The packet filter as the kernel and nft read it, in a network namespace of its own."""

import os
from pathlib import Path

from conformance import toolbox
from conformance.judge import Finding, Judge, Verdict

FILE = "host/packet-filter.nft"


class Nft(Judge):
    name = "nft"
    what = "nft -c: the packet filter can be loaded"
    quick = True
    version = "of the distribution"
    looks_at = (FILE,)
    BAD_RULES = ("error",)

    def install(self, tools: Path) -> None:
        self.program = toolbox.program("nft")
        self.version = toolbox.run([self.program, "--version"]).stdout.split()[1].removeprefix("v")
        alone = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]
        self.alone = [toolbox.program(alone[0]), *alone[1:]]

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        if not (bundle / FILE).exists():
            return Verdict([], [])
        done = toolbox.run([*self.alone, self.program, "--check", "--file", bundle / FILE], ok=(0, 1))
        said = done.stderr.strip()
        if done.returncode and "Operation not permitted" in said:
            raise toolbox.ToolFailed(f"no network namespace to look in: {said[:200]}")
        return Verdict([FILE], [Finding("error", FILE, None, said[:400])] if said or done.returncode else [])
