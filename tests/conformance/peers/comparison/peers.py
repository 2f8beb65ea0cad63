# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The peers: how to get each, and how it makes its files from its own form of the web shop."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from conformance import toolbox

INPUTS = toolbox.HERE / "peers" / "inputs"
NODE = toolbox.HERE / "peers" / "node"
EXAMPLE = "resources/examples/web-shop.skanse.yaml"
GOLDEN = toolbox.TOP / "tests" / "golden" / "web-shop"
KOMPOSE = "1.37.0"
KUBECTL = "k8s.io/kubernetes/cmd/kubectl"


@dataclass
class Peer:
    name: str
    input: str  # its form of the web shop
    what: str
    make: Callable[[Path, Path], str]  # tools, folder to fill; returns the version


def skanse(_tools: Path, out: Path) -> str:
    shutil.copytree(GOLDEN, out, dirs_exist_ok=True)
    return (GOLDEN / "compose.yaml").read_text().split("# Skanse ")[1].split(",")[0]


def kubectl_create(tools: Path, out: Path) -> str:
    kubectl = _kubectl(tools)
    made = toolbox.run(["sh", INPUTS / "kubectl-create.sh", kubectl])
    _write(out / "kubernetes" / "web-shop.yaml", made.stdout)
    return toolbox.run([kubectl, "version", "--client"]).stdout.split()[2].removeprefix("v")


def kompose(tools: Path, out: Path) -> str:
    module = "github.com/kubernetes/kompose"
    program = toolbox.go_tool(tools / f"kompose-{KOMPOSE}", module, f"v{KOMPOSE}", module)
    # It reads the files of the secrets; what is in them does not matter here.
    source = out.parent / f"{out.name}-input"
    shutil.copytree(INPUTS, source)
    for line in (INPUTS / "compose.yaml").read_text().splitlines():
        if "{file: ./secrets/" in line:
            _write(source / "secrets" / line.split("./secrets/")[1].rstrip("}"), "not a secret\n")
    (out / "kubernetes").mkdir(parents=True)
    toolbox.run([program, "convert", "--file", source / "compose.yaml", "--out", out / "kubernetes"], cwd=source)
    return KOMPOSE


def plain_compose(_tools: Path, out: Path) -> str:
    _write(out / "compose.yaml", (INPUTS / "compose.yaml").read_text())
    return "by hand"


def cdk8s_plus(tools: Path, out: Path) -> str:
    modules = _node_modules(tools)
    (out / "kubernetes").mkdir(parents=True)
    toolbox.run([toolbox.node(), INPUTS / "cdk8s.js", out / "kubernetes"], env={"NODE_PATH": str(modules)})
    return f"{_npm_version(modules, 'cdk8s-plus-33')} with cdk8s {_npm_version(modules, 'cdk8s')}"


def composerize(tools: Path, out: Path) -> str:
    modules = _node_modules(tools)
    # It turns one line into a service and adds it to the file it is given.
    program = """
        const composerize = require("composerize");
        const lines = require("fs").readFileSync(process.argv[1], "utf8").split("\\n");
        const run = lines.filter((line) => line.startsWith("docker run "));
        console.log(run.reduce((file, line) => composerize(line, file), ""));
    """
    made = toolbox.run([toolbox.node(), "-e", program, INPUTS / "docker-run.txt"], env={"NODE_PATH": str(modules)})
    # It leaves this one place to its user.
    _write(out / "compose.yaml", made.stdout.replace("<your project name>", "nettbutikk"))
    return _npm_version(modules, "composerize")


PEERS = (
    Peer("Skanse", EXAMPLE, "a profile", skanse),
    Peer("kubectl create", "kubectl-create.sh", "`kubectl create --dry-run=client`", kubectl_create),
    Peer("kompose", "compose.yaml", "the plain compose file", kompose),
    Peer("cdk8s-plus", "cdk8s.js", "a program with its defaults", cdk8s_plus),
    Peer("composerize", "docker-run.txt", "`docker run` lines", composerize),
    Peer("plain compose", "compose.yaml", "the plain compose file, as it is", plain_compose),
)


def _kubectl(tools: Path) -> Path:
    """Of the same module as the API server, so that there is one pin."""
    folder = tools / "kubectl"
    program = folder / "kubectl"
    if not program.exists():
        version = next(line.split()[2] for line in (toolbox.HERE / "go" / "apiserver" / "go.mod").read_text().splitlines()
                       if line.startswith("require k8s.io/kubernetes "))
        flags = f"-ldflags=-s -w -X=k8s.io/component-base/version.gitVersion={version}"
        folder.mkdir(parents=True, exist_ok=True)
        toolbox.run([toolbox.go(), "build", "-p", "2", "-mod=readonly", "-trimpath", flags, "-o", program, KUBECTL],
                    cwd=toolbox.HERE / "go" / "apiserver", timeout=1800)
    return program


def _node_modules(tools: Path) -> Path:
    return toolbox.npm(tools / "peers", NODE)


def _npm_version(modules: Path, package: str) -> str:
    text = (modules / package / "package.json").read_text()
    return text.split('"version": "')[1].split('"')[0]


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
