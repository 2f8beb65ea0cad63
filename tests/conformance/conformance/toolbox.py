# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Running programs, and getting them: from the distribution, PyPI, npm and the Go module proxy.

Everything lands in the tool folder of its judge; caches stay in the build tree. Distribution
packages are unpacked there, not installed: nobody wants cloud-init or an SSH server on the machine
that runs a test.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

from .judge import NotInstallable

TOP = Path(__file__).resolve().parents[3]
HERE = TOP / "tests" / "conformance"
BUILD = TOP / "build" / "conformance"
CACHE = BUILD / "cache"

_apt = threading.Lock()
_go = threading.Lock()
_npm = threading.Lock()


class ToolFailed(Exception):
    """A program ended in a way that is no verdict."""


def environment() -> dict[str, str]:
    """No telemetry, no colours, caches in the build tree, one language."""
    return {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "DO_NOT_TRACK": "1",
        "CHECKPOINT_DISABLE": "1",
        "GOPATH": str(CACHE / "go"),
        "GOCACHE": str(CACHE / "go-build"),
        "GOTOOLCHAIN": "auto",
        "GOFLAGS": "-modcacherw -buildvcs=false",
        "GOTELEMETRY": "off",
        "CGO_ENABLED": "0",
        "npm_config_cache": str(CACHE / "npm"),
        "npm_config_update_notifier": "false",
        "npm_config_fund": "false",
        "npm_config_audit": "false",
        "PIP_CACHE_DIR": str(CACHE / "pip"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def run(
    command: list,
    *,
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
    ok: tuple[int, ...] = (0,),
    timeout: int = 1200,
    stdin: str | None = None,
) -> subprocess.CompletedProcess:
    """Runs a program and returns what it said. Raises ToolFailed unless it ends with one of `ok`."""
    words = [str(word) for word in command]
    pipe = subprocess.PIPE
    try:
        with subprocess.Popen(
            words, cwd=cwd, env={**environment(), **(env or {})}, stdin=pipe, stdout=pipe, stderr=pipe,
            text=True, errors="replace", start_new_session=True,
        ) as process:
            try:
                out, err = process.communicate(stdin if stdin is not None else "", timeout=timeout)
            except BaseException:
                os.killpg(process.pid, signal.SIGKILL)  # what it started must not live on either
                raise
    except subprocess.TimeoutExpired as error:
        raise ToolFailed(f"{words[0]} took longer than {timeout} s") from error
    except OSError as error:
        raise ToolFailed(f"{words[0]}: {error.strerror}") from error
    done = subprocess.CompletedProcess(words, process.returncode, out, err)
    if done.returncode not in ok:
        end = "\n".join((done.stderr or done.stdout).strip().splitlines()[-12:])
        raise ToolFailed(f"{' '.join(words[:4])} ... ended with {done.returncode}: {end}")
    return done


def _get(what: str, command: list, **options) -> subprocess.CompletedProcess:
    """Like run(), for installing: failing means the tool cannot be had."""
    try:
        return run(command, **{"timeout": 1500, **options})
    except ToolFailed as error:
        raise NotInstallable(f"{what}: {_reason(str(error))}") from error


def _reason(text: str) -> str:
    """The last line that says something, without the address of anybody's registry."""
    lines = [line for line in text.splitlines() if line.strip()] or [text]
    words = (word for word in lines[-1].split() if "://" not in word)
    return " ".join(words)[:300]


def program(name: str) -> str:
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if not found:
        raise NotInstallable(f"{name} is not on this machine")
    return found


def pip(folder: Path, *packages: str) -> Path:
    """A virtual environment with exactly these packages; its bin folder."""
    done = folder / ".installed"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        _get("a virtual environment", [sys.executable, "-m", "venv", folder])
        _get("PyPI", [folder / "bin" / "pip", "install", "--quiet", "--only-binary=:all:", *packages])
        done.touch()
    return folder / "bin"


def node() -> str:
    """Node with npm; Debian's where there is none."""
    if not (shutil.which("node") and shutil.which("npm")):
        apt_install("nodejs", "npm")
    return program("node")


def npm(folder: Path, source: Path) -> Path:
    """What package.json and its lock in `source` name, without their scripts; the folder of node_modules."""
    done = folder / ".installed"
    with _npm:
        if not done.exists():
            node()
            folder.mkdir(parents=True, exist_ok=True)
            for file in source.iterdir():
                if file.is_file():
                    shutil.copy(file, folder)
            _get("npm", ["npm", "ci", "--ignore-scripts", "--no-bin-links"], cwd=folder)
            done.touch()
    return folder / "node_modules"


def go() -> str:
    """A Go that can fetch the toolchain a module asks for (1.21 or newer)."""
    found = shutil.which("go")
    if found:
        release = run([found, "env", "GOVERSION"], env={"GOTOOLCHAIN": "local"}).stdout.strip()
        numbers = release.removeprefix("go").split(".")
        if numbers[0].isdigit() and (int(numbers[0]), int(numbers[1])) >= (1, 21):
            return found
    # The newest the distribution offers, unpacked: it brings no command of its own, only a tree.
    return _unpacked_go()


def _unpacked_go() -> str:
    versions = _offered("golang-go")
    if not versions:
        raise NotInstallable("the distribution offers no Go")
    series = versions[0].split(":")[-1].split("~")[0]
    root = unpack(BUILD / "tools" / "golang", f"golang-{series}-go", f"golang-{series}-src")
    tree = root / "usr" / "lib" / f"go-{series}"
    # Its parts are links to places that exist only once the package is installed.
    for link, target in (("src", "usr/share"), ("pkg/include", "usr/share"), ("misc", "usr/share"), ("test", "usr/share")):
        path = tree / link
        if path.is_symlink() and not path.exists():
            inside = root / target / f"go-{series}" / link
            path.unlink()
            path.symlink_to(inside)
    return str(tree / "bin" / "go")


def go_tool(folder: Path, module: str, version: str, package: str, **env: str) -> Path:
    """Builds a program of a module at a version, checked against the checksum database; its path.

    A module of our own that requires it is used, not "go install": that wants to look at the list
    of all versions, which not every proxy has.
    """
    binary = folder / package.rstrip("/").split("/")[-1]
    if package.split("/")[-1].startswith("v") and package.split("/")[-1][1:].isdigit():
        binary = folder / package.split("/")[-2]
    if not binary.exists():
        with _go:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "go.mod").write_text(f"module judge\n\ngo 1.24\n\nrequire {module} {version}\n")
            _get(
                "the Go module proxy",
                [go(), "build", "-p", "2", "-mod=mod", "-trimpath", "-ldflags=-s -w", "-o", binary, package],
                cwd=folder,
                env=env,
            )
    return binary


def go_program(folder: Path, source: Path) -> Path:
    """Builds the Go program in `source`, whose go.mod and go.sum pin all it uses; its path."""
    binary = folder / source.name
    newest = max((file.stat().st_mtime for file in source.rglob("*") if file.is_file()), default=0)
    if not binary.exists() or binary.stat().st_mtime < newest:
        with _go:
            folder.mkdir(parents=True, exist_ok=True)
            _get(
                "the Go module proxy",
                [go(), "build", "-p", "2", "-mod=readonly", "-trimpath", "-ldflags=-s -w", "-o", binary, "."],
                cwd=source,
            )
    return binary


def _offered(package: str) -> list[str]:
    """Versions apt can get, newest first."""
    if not shutil.which("apt-cache"):
        raise NotInstallable("there is no apt on this machine")
    lines = run(["apt-cache", "madison", package], ok=(0, 100)).stdout.splitlines()
    versions = list(dict.fromkeys(line.split("|")[1].strip() for line in lines if "|" in line))

    def newer(version: str) -> int:
        return sum(
            subprocess.run(["dpkg", "--compare-versions", version, "gt", other], check=False).returncode == 0
            for other in versions
        )

    return sorted(versions, key=newer, reverse=True)


def unpack(folder: Path, *packages: str) -> Path:
    """The newest of these packages that apt knows, unpacked below `folder`; needs no rights."""
    done = folder / ".installed"
    with _apt:
        if not done.exists():
            folder.mkdir(parents=True, exist_ok=True)
            versions = []
            for package in packages:
                offered = _offered(package)
                if not offered:
                    raise NotInstallable(f"the distribution offers no {package}")
                _get("apt", ["apt-get", "-q", "download", f"{package}={offered[0]}"], cwd=folder)
                versions.append(offered[0])
            for archive in sorted(folder.glob("*.deb")):
                _get("dpkg", ["dpkg-deb", "-x", archive, folder])
                archive.unlink()
            done.write_text("\n".join(versions) + "\n")
    return folder


def unpacked_version(folder: Path) -> str:
    """The version of the first package that was unpacked there."""
    return (folder / ".installed").read_text().splitlines()[0]


def apt_install(*packages: str) -> None:
    """Installs distribution packages, where unpacking would not do."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    with _apt:
        _get(
            "apt",
            [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y",
             "-o", "DPkg::Lock::Timeout=300", "install", "--no-install-recommends", *packages],
        )


def go_module(module: str, version: str) -> Path:
    """The files of a module at a version, checked against the checksum database."""
    with _go:
        folder = CACHE / "modules"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "go.mod").write_text("module judge\n\ngo 1.24\n")
        done = _get("the Go module proxy", [go(), "mod", "download", "-json", f"{module}@{version}"], cwd=folder)
        return Path(json.loads(done.stdout)["Dir"])
