# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""python_yaml.py pyyaml|ruamel-1.1|ruamel-1.2 < list of files

One line of JSON for each file: what a Python program sees in it. What is neither text, whole number,
boolean, map nor list becomes {"!": "what it is"}, which no file should hold.
"""

import json
import sys
from pathlib import Path


def pyyaml(text):
    import yaml

    return yaml.load_all(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def ruamel(version):
    from ruamel.yaml import YAML

    def load(text):
        reader = YAML(typ="safe", pure=True)
        reader.version = version
        return reader.load_all(text)

    return load


def plain(value):
    if isinstance(value, (str, bool)) or type(value) is int:
        return value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key if isinstance(key, str) else f"!{type(key).__name__} {key}": plain(item)
                for key, item in value.items()}
    return {"!": f"{type(value).__name__} {value}"}


def main():
    name, _, version = sys.argv[1].partition("-")
    load = ruamel(version) if name == "ruamel" else pyyaml
    for line in sys.stdin:
        file = line.rstrip("\n")
        try:
            answer = {"file": file, "documents": [plain(one) for one in load(Path(file).read_text("utf-8"))]}
        except Exception as error:  # whatever a reader raises means that it cannot read the file
            answer = {"file": file, "error": " ".join(str(error).split())[:300]}
        print(json.dumps(answer))


if __name__ == "__main__":
    main()
