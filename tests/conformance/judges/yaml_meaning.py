# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Every YAML file means what the plan meant, whoever reads it.

What was meant are the value trees of the renderers, taken before anything is written (yaml_trees.cpp). What is read
must be the same tree, with the same types. A file that comes from a template has no such tree; there the readers must
agree with each other.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from conformance import bundles as sources
from conformance import files, toolbox
from conformance.judge import Finding, Judge, Verdict

PYYAML = "6.0.3"
RUAMEL = "0.18.16"
NODE_YAML = "2.9.1"  # node/yaml/package.json
GO_YAML = "gopkg.in/yaml.v3 3.0.1, sigs.k8s.io/yaml 1.6.0"  # go/yaml_readers/go.mod
SCRIPT = toolbox.HERE / "readers" / "python_yaml.py"
# The profile that a golden bundle was made from is no part of it.
LOOKS_AT = ("**/*.yaml", "**/*.yml", ".yamllint", "!input.skanse.yaml")


class YamlMeaning(Judge):
    name = "yaml-meaning"
    what = "YAML: each reader sees the tree that the plan meant, types and all"
    quick = True
    version = f"PyYAML {PYYAML}, ruamel.yaml {RUAMEL} (1.1 and 1.2), {GO_YAML}, npm yaml {NODE_YAML} (1.1 and 1.2), yaml-cpp of the build"
    looks_at = LOOKS_AT
    BAD_RULES = ("yaml-cpp", "pyyaml", "ruamel-1.1", "ruamel-1.2", "go-yaml.v3", "go-sigs", "npm-yaml-1.1",
                 "npm-yaml-1.2", "not-planned")

    def install(self, tools: Path) -> None:
        python = toolbox.pip(tools / f"python-yaml-{PYYAML}-{RUAMEL}", f"PyYAML=={PYYAML}", f"ruamel.yaml=={RUAMEL}") / "python"
        go = toolbox.go_program(tools / "yaml_readers", toolbox.HERE / "go" / "yaml_readers")
        node = toolbox.npm(tools / f"npm-yaml-{NODE_YAML}", toolbox.HERE / "node" / "yaml").parent
        self.trees = sources.built("tests/yaml_trees")
        self.readers = {
            # The slowest first.
            "ruamel-1.1": [python, SCRIPT, "ruamel-1.1"],
            "ruamel-1.2": [python, SCRIPT, "ruamel-1.2"],
            "pyyaml": [python, SCRIPT, "pyyaml"],
            "yaml-cpp": [sources.built("tests/yaml_cpp_reader")],
            "go-yaml.v3": [go, "v3"],
            "go-sigs": [go, "sigs"],
            "npm-yaml-1.1": [toolbox.node(), node / "read.mjs", "1.1"],
            "npm-yaml-1.2": [toolbox.node(), node / "read.mjs", "1.2"],
        }

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        return compare(bundles, self.trees, self.readers)


def compare(bundles: list[Path], trees: Path, readers: dict[str, list]) -> dict[Path, Verdict]:
    verdicts = {bundle: Verdict([], []) for bundle in bundles}
    found = {bundle: files.matching(bundle, LOOKS_AT) for bundle in bundles}
    paths = "".join(f"{bundle / file}\n" for bundle in bundles for file in found[bundle])
    meant = _meant(trees, bundles)
    with ThreadPoolExecutor(max_workers=2) as pool:
        answers = dict(zip(readers, pool.map(lambda command: _read(command, paths), readers.values())))
    for bundle in bundles:
        findings = verdicts[bundle].findings
        for file in found[bundle]:
            if (bundle, file) not in meant:
                findings.append(Finding("not-planned", file, None, "the plan of the bundle's profile makes no such file"))
                continue
            wanted = meant[bundle, file]
            for reader in readers:
                answer = answers[reader].pop(str(bundle / file), None)
                if answer is None:
                    raise toolbox.ToolFailed(f"{reader} said nothing about {bundle / file}")
                if wanted is None and "documents" in answer:
                    wanted = answer["documents"]  # from a template: the first reader counts
                problem = answer.get("error") or difference(wanted, answer["documents"])
                if problem:
                    findings.append(Finding(reader, file, None, problem))
        verdicts[bundle].files = found[bundle]
    return verdicts


def _meant(trees: Path, bundles: list[Path]) -> dict[tuple[Path, str], list | None]:
    """For each file of each bundle what its documents should be; None for those that come from a template."""
    profiles = {str(bundle / "profile.skanse.yaml"): bundle for bundle in bundles}
    done = toolbox.run([trees], stdin="".join(f"{profile}\n" for profile in profiles))
    lines = map(json.loads, done.stdout.splitlines())
    return {(profiles[line["profile"]], line["file"]): line.get("documents") for line in lines}


def _read(command: list, paths: str) -> dict[str, dict]:
    done = toolbox.run(command, stdin=paths, timeout=1200)
    return {answer["file"]: answer for answer in map(json.loads, done.stdout.splitlines())}


def difference(wanted, read, where: str = "") -> str:
    """In words the first place where two trees differ; empty when they are the same. Order of keys means nothing."""
    if json.dumps(wanted, sort_keys=True) == json.dumps(read, sort_keys=True):
        return ""
    if isinstance(wanted, dict) and isinstance(read, dict) and wanted.keys() == read.keys():
        inner = (difference(wanted[key], read[key], f"{where}.{key}") for key in wanted)
        return next(filter(None, inner), "")
    if isinstance(wanted, list) and isinstance(read, list) and len(wanted) == len(read):
        inner = (difference(*pair, f"{where}[{at}]") for at, pair in enumerate(zip(wanted, read)))
        return next(filter(None, inner), "")
    return f"{where}: meant {json.dumps(wanted)[:200]}, read {json.dumps(read)[:200]}"
