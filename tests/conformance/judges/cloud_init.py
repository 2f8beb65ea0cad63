# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The first start of the server: cloud-init's own check of user-data."""

import json
import sys
from pathlib import Path

from conformance import toolbox
from conformance.judge import Finding, Judge, Verdict

FILE = "host/user-data.yaml"
# What cloud-init's checks import; Debian has them as packages, but for its own Python only.
NEEDS = ("PyYAML==6.0.3", "jsonschema==4.25.1", "Jinja2==3.1.6", "configobj==5.0.9", "requests==2.32.5",
         "jsonpatch==1.33", "oauthlib==3.3.1", "netifaces2==0.0.22")


class CloudInit(Judge):
    name = "cloud-init"
    what = "cloud-init schema: user-data is valid and uses nothing deprecated"
    quick = True
    version = "of the distribution"
    looks_at = (FILE,)
    BAD_RULES = ("schema",)

    def install(self, tools: Path) -> None:
        names = ("cloud-init-base", "cloud-init")
        folder = None
        for name in names:  # Debian 13 has two packages for what was one
            try:
                folder = toolbox.unpack(tools / name, name)
            except toolbox.NotInstallable:
                continue
            if (folder / "usr/lib/python3/dist-packages/cloudinit").is_dir():
                break
        if folder is None:
            raise toolbox.NotInstallable("the distribution offers no cloud-init")
        self.version = toolbox.unpacked_version(folder)
        self.modules = folder / "usr/lib/python3/dist-packages"
        self.python = toolbox.pip(tools / f"cloud-init-needs-{sys.version_info[1]}", *NEEDS) / "python"

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        having = {str(bundle / FILE): bundle for bundle in bundles if (bundle / FILE).exists()}
        verdicts = {bundle: Verdict([], []) for bundle in bundles}
        done = toolbox.run(
            [self.python, toolbox.HERE / "python" / "cloud_init_schema.py", *having],
            env={"PYTHONPATH": str(self.modules)},
        )
        for file, (code, said) in json.loads(done.stdout).items():
            valid = code == 0 and "deprecat" not in said.lower() and "Valid schema" in said
            findings = [] if valid else [Finding("schema", FILE, None, " ".join(said.split())[:400])]
            verdicts[having[file]] = Verdict([FILE], findings)
        return verdicts
