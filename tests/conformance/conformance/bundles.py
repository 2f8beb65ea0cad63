# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Where bundles come from: the goldens, a folder, or random profiles."""

import shutil
from pathlib import Path

from .toolbox import TOP, ToolFailed, run


def is_bundle(folder: Path) -> bool:
    return (folder / "profile.skanse.yaml").is_file()


def goldens() -> list[Path]:
    return sorted(folder for folder in (TOP / "tests" / "golden").iterdir() if is_bundle(folder))


def of_folder(folder: Path) -> list[Path]:
    """The folder itself, or those in it."""
    if is_bundle(folder):
        return [folder.resolve()]
    return sorted(inner.resolve() for inner in folder.iterdir() if is_bundle(inner))


def built(name: str) -> Path:
    """The newest build of a program of ours."""
    found = [file for file in (TOP / "build").glob(f"*/{name}") if file.is_file()]
    if not found:
        raise ToolFailed(f"{name} is not built: installer/build.sh release")
    return max(found, key=lambda file: file.stat().st_mtime)


def random(count: int, seed: int, into: Path, cli: Path | None) -> list[Path]:
    """Bundles of `count` valid profiles that follow from `seed`, and of those full of hostile text."""
    if count == 0:
        return []
    shutil.rmtree(into, ignore_errors=True)
    profiles = into / "profiles"
    profiles.mkdir(parents=True)
    generator = built("tests/random_profiles")
    run([generator, "--seed", seed, "--count", count, "--hostile", "--out", profiles])
    skanse = cli or built("bin/skanse-cli")
    bundles = []
    for profile in sorted(profiles.glob("*.skanse.yaml")):
        bundle = into / profile.name.removesuffix(".skanse.yaml")
        run([skanse, "generate", profile, "-o", bundle])
        bundles.append(bundle)
    hostile = sum(bundle.name.startswith("hostile-") for bundle in bundles)
    if len(bundles) - hostile != count or hostile == 0:
        raise ToolFailed(f"{count} profiles were asked for, {len(bundles)} bundles came, {hostile} of them hostile")
    return bundles
