# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The cases: modules of ../cases, each a workload and the work it is to do.

  PROFILE        the profile, from the top of the repository
  TIER           2: only with --all (1)
  APPS           folder of a build context in the bundle: folder in ../apps
  GIVEN          secret: the value somebody else decided
  NOT_RUN        service: why it cannot be run here
  PODS           True: as pods, too, without --all (False)
  HARMLESS       service: patterns of log lines that look like a refusal and are none, each with its reason
  work(w)        does real work; raises if it cannot
  after_restart(w)  the same after every container was ended and started again
"""

import importlib
import shutil
from pathlib import Path
from types import ModuleType

import yaml

from .tools import BUILD, HERE, TOP, Failed, run

BUNDLES = BUILD / "bundles"


class Case:
    def __init__(self, module: ModuleType):
        self.name = module.__name__.rsplit(".", 1)[-1].replace("_", "-")
        self.what = (module.__doc__ or "").strip().splitlines()[0]
        self.profile = TOP / module.PROFILE
        self.tier: int = getattr(module, "TIER", 1)
        self.apps: dict[str, str] = getattr(module, "APPS", {})
        self.given: dict[str, str] = getattr(module, "GIVEN", {})
        self.not_run: dict[str, str] = getattr(module, "NOT_RUN", {})
        self.pods: bool = getattr(module, "PODS", False)
        self.harmless: dict[str, dict[str, str]] = getattr(module, "HARMLESS", {})
        self.work = module.work
        self.after_restart = module.after_restart

    @property
    def folder(self) -> Path:
        return BUNDLES / self.name

    @property
    def bundle(self) -> Path:
        return self.folder / "bundle"

    def generate(self, skanse: Path) -> None:
        """The bundle, with the applications it is to build."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        run([skanse, "generate", self.profile, "-o", self.bundle])
        for context, app in self.apps.items():
            shutil.copytree(HERE / "apps" / app, self.bundle / context, dirs_exist_ok=True)

    def compose_file(self) -> dict:
        return yaml.safe_load((self.bundle / "compose.yaml").read_text())

    def services(self) -> dict[str, dict]:
        """Those that are run, as compose.yaml has them."""
        return {name: service for name, service in self.compose_file()["services"].items() if name not in self.not_run}

    def presets_of_profile(self) -> dict[str, str]:
        read = yaml.safe_load(self.profile.read_text())
        return {service["name"]: service["preset"] for service in read["services"]}

    def presets(self) -> dict[str, str]:
        named = self.presets_of_profile()
        # A proxy that the plan added is in no answer.
        return {name: named.get(name, "nginx") for name in self.compose_file()["services"]}

    def hostname(self) -> str:
        read = yaml.safe_load((self.bundle / "profile.skanse.yaml").read_text())
        return read["workload"].get("hostname", "")

    def images(self) -> set[str]:
        """What has to be there: images as they are, and the bases of those that are built."""
        wanted = set()
        for service in self.services().values():
            if "build" not in service:
                wanted.add(service["image"])
                continue
            for line in dockerfile(self.bundle, service).read_text().splitlines():
                words = line.split()
                if words[:1] == ["FROM"]:
                    wanted.add(words[1])
        return wanted


def dockerfile(bundle: Path, service: dict) -> Path:
    return (bundle / service["build"]["context"] / service["build"]["dockerfile"]).resolve()


def cases() -> list[Case]:
    found = []
    for file in sorted((HERE / "cases").glob("*.py")):
        if not file.name.startswith("_"):
            found.append(Case(importlib.import_module(f"cases.{file.stem}")))
    if not found:
        raise Failed("there are no cases")
    return found
