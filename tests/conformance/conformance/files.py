# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Which files of a bundle are whose business, and what is in them."""

from pathlib import Path

import yaml

# The one written in C takes a tenth of the time.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Kubernetes objects; a kustomization is none.
MANIFESTS = ("kubernetes/**/*.yaml", "!kubernetes/kustomization.yaml")


def matching(bundle: Path, globs: tuple[str, ...]) -> list[str]:
    """Files that one of the globs names and none that begins with "!"."""
    found: set[Path] = set()
    for glob in globs:
        if not glob.startswith("!"):
            found |= {file for file in bundle.glob(glob) if file.is_file()}
    for glob in globs:
        if glob.startswith("!"):
            found -= set(bundle.glob(glob[1:]))
    return sorted(str(file.relative_to(bundle)) for file in found)


def dockerfiles(bundle: Path) -> list[Path]:
    return sorted(bundle.glob("docker/*/Dockerfile"))


def manifests(bundle: Path) -> list[Path]:
    return [bundle / name for name in matching(bundle, MANIFESTS)]


def documents(file: Path) -> list[tuple[int, dict]]:
    """The objects of a YAML file, each with the line it begins on."""
    loader = _LOADER(file.read_text())
    try:
        found = []
        while loader.check_node():
            node = loader.get_node()
            value = loader.construct_document(node)
            if isinstance(value, dict):
                found.append((node.start_mark.line + 1, value))
        return found
    finally:
        loader.dispose()


def load(text: str) -> object:
    """What one YAML document says."""
    return yaml.load(text, Loader=_LOADER)


def load_all(text: str, as_text: bool = False) -> list:
    """What each document of a YAML text says; `as_text`: every value as it is written, numbers and words alike."""
    return list(yaml.load_all(text, Loader=_TEXT_LOADER if as_text else _LOADER))


def object_name(value: dict) -> str:
    return f"{value.get('kind', '')}/{(value.get('metadata') or {}).get('name', '')}"


def places(bundle: Path) -> dict[str, tuple[str, int]]:
    """File and line of each object: for tools that only name the object."""
    found: dict[str, tuple[str, int]] = {}
    for file in manifests(bundle):
        for line, value in documents(file):
            found.setdefault(object_name(value), (str(file.relative_to(bundle)), line))
    return found
