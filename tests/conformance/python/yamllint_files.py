# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""yamllint on many bundles in one process, with the settings that stand in each and with its own.

yamllint_files.py < {"folder": ["file", ...]} prints a JSON object: folder -> [findings, findings
without the folder's settings]; a finding is [rule, file, line, message].
"""

import json
import sys
from pathlib import Path

from yamllint import linter
from yamllint.config import YamlLintConfig

DEFAULT = YamlLintConfig("extends: default")


def findings(folder: Path, files: list[str], settings: YamlLintConfig) -> list[list]:
    return [
        [problem.rule or "syntax", file, problem.line, problem.desc]
        for file in files
        for problem in linter.run((folder / file).read_text(), settings, file)
    ]


answer = {}
for name, files in json.load(sys.stdin).items():
    folder = Path(name)
    own = folder / ".yamllint"
    settings = YamlLintConfig(file=str(own)) if own.exists() else DEFAULT
    answer[name] = [findings(folder, files, settings), findings(folder, files, DEFAULT)]
json.dump(answer, sys.stdout)
