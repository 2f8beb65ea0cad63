# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The compose file as Docker Compose itself reads it."""

from pathlib import Path

from conformance import toolbox
from conformance.judge import Finding, Judge, Verdict

FILE = "compose.yaml"


class ComposeConfig(Judge):
    name = "compose-config"
    what = "docker compose config: the compose file is read without error or warning"
    quick = True
    version = "of the distribution"
    looks_at = (FILE,)
    BAD_RULES = ("error",)

    def install(self, tools: Path) -> None:
        folder = toolbox.unpack(tools / "docker-compose", "docker-compose")
        self.version = toolbox.unpacked_version(folder)
        self.program = folder / "usr/libexec/docker/cli-plugins/docker-compose"
        if not self.program.exists():
            raise toolbox.NotInstallable(f"Docker Compose {self.version} is not the one written in Go")

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle, work) for bundle in bundles}

    def _bundle(self, bundle: Path, work: Path) -> Verdict:
        if not (bundle / FILE).exists():
            return Verdict([], [])
        done = toolbox.run(
            [self.program, "--file", bundle / FILE, "config", "--quiet"], cwd=work, ok=tuple(range(256)),
            env={"HOME": str(work), "DOCKER_CONFIG": str(work)},
        )
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        if done.returncode:
            return Verdict([FILE], [Finding("error", FILE, None, " ".join(lines))])
        return Verdict([FILE], [Finding("warning", FILE, None, line) for line in lines])
