# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Finds the judges: each class in judges/*.py that is a Judge and has a name."""

import importlib.util
import sys

from .judge import Judge
from .toolbox import HERE


def judges() -> list[Judge]:
    found: list[Judge] = []
    for file in sorted((HERE / "judges").glob("*.py")):
        name = f"judges.{file.stem}"
        spec = importlib.util.spec_from_file_location(name, file)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Judge) and value.__module__ == name and hasattr(value, "name"):
                judge = value()
                judge.BAD_RULES = tuple(judge.BAD_RULES or getattr(module, "BAD_RULES", ()))
                found.append(judge)
    names = [judge.name for judge in found]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"two judges have one name: {', '.join(sorted(twice))}")
    return sorted(found, key=lambda judge: judge.name)
