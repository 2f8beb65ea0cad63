# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""daemon.json as the Docker daemon itself reads it."""

import os
from pathlib import Path

from conformance import toolbox
from conformance.judge import Finding, Judge, Verdict

FILE = "host/daemon.json"


class Dockerd(Judge):
    name = "dockerd"
    what = "dockerd --validate: the daemon accepts its configuration"
    quick = True
    version = "of the distribution"
    looks_at = (FILE,)
    BAD_RULES = ("error",)

    def install(self, tools: Path) -> None:
        folder = toolbox.unpack(tools / "docker.io", "docker.io", "libdevmapper1.02.1")
        self.version = toolbox.unpacked_version(folder)
        self.program = folder / "usr/sbin/dockerd"
        self.libraries = ":".join(str(path) for path in (folder / "usr/lib").glob("*-linux-gnu"))

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle, work) for bundle in bundles}

    def _bundle(self, bundle: Path, work: Path) -> Verdict:
        if not (bundle / FILE).exists():
            return Verdict([], [])
        done = toolbox.run(
            [self.program, "--validate", "--config-file", bundle / FILE, "--data-root", work / "data",
             "--exec-root", work / "exec", "--pidfile", work / "pid"],
            # Its helper for published ports has to be there where it is used.
            ok=tuple(range(256)), env={"LD_LIBRARY_PATH": self.libraries, "HOME": str(work),
                                       "PATH": f"{self.program.parent}:{os.environ['PATH']}"},
        )
        said = (done.stdout + done.stderr).strip()
        if done.returncode == 0 and "configuration OK" in said:
            return Verdict([FILE], [])
        if "daemon" not in said:
            raise toolbox.ToolFailed(f"dockerd did not start: {said[-300:]}")
        return Verdict([FILE], [Finding("error", FILE, None, said[-400:])])
