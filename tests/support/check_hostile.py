#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Compares bundles that hold hostile text with one that holds a harmless mark instead.

Every YAML and JSON file must have the same structure, with the text, encoded for its sink, where the mark
was. YAML is read twice: by PyYAML (YAML 1.1) and by ruamel.yaml (YAML 1.2). Other files must keep their
number of lines, so that no text has started a line of its own.
"""
import json
import pathlib
import sys

import yaml
from ruamel.yaml import YAML

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LINES_MAY_DIFFER = {"profile.skanse.yaml"}


def load(path):
    if path.suffix == ".json":
        return [json.loads(path.read_text())], None
    text = path.read_text()
    old = list(yaml.load_all(text, Loader=LOADER))
    new = list(YAML(typ="safe", pure=True).load_all(text))
    return old, new


def kubernetes_value(text):
    """What Kubernetes makes of an argument: $$ is a dollar, $(NAME) an unknown reference that stays."""
    out, i = "", 0
    while i < len(text):
        if text.startswith("$$", i):
            out += "$"
            i += 2
        elif text.startswith("$(", i):
            raise AssertionError(f"a reference is open: {text!r}")
        else:
            out += text[i]
            i += 1
    return out


def compose_value(text):
    """What Compose makes of a scalar: $$ is a dollar, anything else with a dollar is interpolation."""
    out, i = "", 0
    while i < len(text):
        if text.startswith("$$", i):
            out += "$"
            i += 2
        elif text[i] == "$":
            raise AssertionError(f"an interpolation is open: {text!r}")
        else:
            out += text[i]
            i += 1
    return out


def compare(base, other, mark, text, path, where, strict):
    if type(base) is not type(other):
        raise AssertionError(f"{path}: {where}: {type(base).__name__} became {type(other).__name__}: {other!r}")
    if isinstance(base, dict):
        if list(base) != list(other):
            raise AssertionError(f"{path}: {where}: keys {list(base)} became {list(other)}")
        for key in base:
            compare(base[key], other[key], mark, text, path, f"{where}.{key}", strict)
    elif isinstance(base, list):
        if len(base) != len(other):
            raise AssertionError(f"{path}: {where}: {len(base)} items became {len(other)}")
        for i, (one, two) in enumerate(zip(base, other)):
            compare(one, two, mark, text, path, f"{where}[{i}]", strict)
    elif isinstance(base, str) and mark in base:
        expected = base.replace(mark, text)
        if path.name == "compose.yaml":
            seen = {compose_value(other)}
        elif "kubernetes" in path.parts and strict(where):
            seen = {kubernetes_value(other)}
        else:
            seen = {other}
        if expected not in seen:
            raise AssertionError(f"{path}: {where}: expected {expected!r}, read {seen!r}")
    elif isinstance(base, str) and base != other:
        allowed = "profil" in base or "io.skanse.profile" in base  # the fingerprint differs
        if not allowed:
            raise AssertionError(f"{path}: {where}: {base!r} became {other!r}")
    elif not isinstance(base, str) and base != other:
        raise AssertionError(f"{path}: {where}: {base!r} became {other!r}")


def is_kubernetes_argument(where):
    return ".command[" in where or ".args[" in where or ".env[" in where


def main():
    top, mark = pathlib.Path(sys.argv[1]), sys.argv[2]
    texts = json.loads((top / "texts.json").read_text())
    base = top / "base"
    files = sorted(p.relative_to(base) for p in base.rglob("*") if p.is_file())
    structured = [p for p in files if p.suffix in (".yaml", ".yml", ".json")]
    loaded = {p: load(base / p) for p in structured}
    marks = sum(mark in (base / p).read_text() for p in structured)
    assert structured and marks >= 3, f"the mark is in {marks} structured files only"
    problems = []
    for number, text in enumerate(texts):
        folder = top / str(number)
        there = sorted(p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
        if there != files:
            problems.append(f"{text!r}: other files: {set(there) ^ set(files)}")
            continue
        for path in files:
            try:
                if path in loaded:
                    # ruamel is slow; the texts are in few files, the structure of all is checked by PyYAML.
                    if path.suffix == ".json":
                        compare(loaded[path][0], load(folder / path)[0], mark, text, path, "", is_kubernetes_argument)
                    else:
                        other = (folder / path).read_text()
                        old = list(yaml.load_all(other, Loader=LOADER))
                        compare(loaded[path][0], old, mark, text, path, "", is_kubernetes_argument)
                        if mark in (base / path).read_text():
                            new = list(YAML(typ="safe", pure=True).load_all(other))
                            compare(loaded[path][1], new, mark, text, path, "", is_kubernetes_argument)
                if path.name not in LINES_MAY_DIFFER:
                    lines = (folder / path).read_text().count("\n")
                    if lines != (base / path).read_text().count("\n"):
                        raise AssertionError(f"{path}: the number of lines changed to {lines}")
            except Exception as problem:  # noqa: BLE001: every reader's error is a finding
                problems.append(f"{text!r}: {path}: {problem}")
    for problem in problems[:40]:
        print(problem)
    print(f"{len(texts)} texts, {len(files)} files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
