# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The manifests as kubectl puts them together: kubectl kustomize."""

from pathlib import Path

from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

FILE = "kubernetes/kustomization.yaml"


class Kustomize(Judge):
    name = "kustomize"
    what = "kubectl kustomize: all manifests and nothing else come together without a warning"
    quick = True
    version = "of the distribution"
    looks_at = (FILE,)
    BAD_RULES = ("error",)

    def install(self, tools: Path) -> None:
        folder = toolbox.unpack(tools / "kubectl", "kubectl")
        self.version = toolbox.unpacked_version(folder)
        self.program = folder / "usr/bin/kubectl"

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return {bundle: self._bundle(bundle) for bundle in bundles}

    def _bundle(self, bundle: Path) -> Verdict:
        if not (bundle / FILE).exists():
            return Verdict([], [])
        done = toolbox.run([self.program, "kustomize", bundle / "kubernetes"], ok=tuple(range(256)))
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        if done.returncode:
            return Verdict([FILE], [Finding("error", FILE, None, " ".join(lines))])
        findings = [Finding("warning", FILE, None, line) for line in lines]
        built = {files.object_name(value) for value in files.load_all(done.stdout, as_text=True) if value}
        written = set(files.places(bundle))
        findings += [Finding("left-out", FILE, None, "is in a file but not in what is applied", name)
                     for name in sorted(written - built)]
        return Verdict([FILE], findings)
