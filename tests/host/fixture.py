# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""A server made of files: a root folder, and programs that say what they are told to."""

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

# What the script uses of a POSIX system. Nothing else of this machine is in PATH.
TOOLS = ("awk", "cat", "cmp", "cut", "date", "dirname", "find", "grep", "head", "mktemp", "readlink", "rm", "sed", "sort",
         "stat", "tail", "timeout", "tr", "uname", "getfacl")
# Debian's busybox runs its own instead of what PATH has: these cannot be told what to say, and ping would really ask.
APPLETS = {"df", "id", "ping"}
BUSYBOX_TOOLS = tuple(one for one in TOOLS if one != "getfacl")


class Server:
    def __init__(self, folder: Path, shell: str = "dash"):
        self.folder = folder
        self.root = folder / "root"
        self.programs = folder / "programs"
        self.shell = shell
        self.commands: dict[str, tuple[str, int]] = {"id -u": ("0", 0)}
        self.root.mkdir(parents=True)

    def write(self, path: str, text: str = "") -> None:
        file = self.root / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_symlink() or file.exists():
            file.unlink()
        file.write_text(text if not text or text.endswith("\n") or "\0" in text else text + "\n")

    def link(self, path: str, target: str) -> None:
        file = self.root / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_symlink():
            file.unlink()
        file.symlink_to(target)

    def read(self, path: str) -> str:
        return (self.root / path.lstrip("/")).read_text()

    def remove(self, path: str) -> None:
        (self.root / path.lstrip("/")).unlink()

    def says(self, command: str, text: str, code: int = 0) -> None:
        """What a program says when it is called with exactly these words."""
        self.commands[command] = (text, code)

    def forgets(self, command: str) -> None:
        del self.commands[command]

    def _install(self) -> None:
        shutil.rmtree(self.programs, ignore_errors=True)
        self.programs.mkdir()
        for tool in TOOLS if self.shell == "dash" else BUSYBOX_TOOLS:
            found = shutil.which(tool) if self.shell == "dash" else shutil.which("busybox")
            if found:
                (self.programs / tool).symlink_to(found)
        by_program: dict[str, list[str]] = {}
        for command, (text, code) in self.commands.items():
            name, _, words = command.partition(" ")
            say = f"printf '%s\\n' {shlex.quote(text)}; " if text else ""
            by_program.setdefault(name, []).append(f"{shlex.quote(words)}) {say}exit {code} ;;\n")
        for name, cases in by_program.items():
            file = self.programs / name
            file.unlink(missing_ok=True)
            file.write_text('#!/bin/sh\ncase "$*" in\n' + "".join(cases) + "*) exit 1 ;;\nesac\n")
            file.chmod(0o755)

    def run(self, script: Path, *options: str, language: str = "C") -> subprocess.CompletedProcess:
        self._install()
        if self.shell == "busybox" and APPLETS & {option.lstrip("-").replace("rtt", "ping") for option in options}:
            raise AssertionError("would really ask")
        shell = [shutil.which("dash")] if self.shell == "dash" else [shutil.which("busybox"), "sh"]
        return subprocess.run([*shell, str(script), "--root", str(self.root), *options], capture_output=True, text=True,
                              timeout=120, env={"PATH": str(self.programs), "LANG": language}, stdin=subprocess.DEVNULL)

    def results(self, script: Path, *options: str) -> dict[str, dict]:
        done = self.run(script, "--json", *options)
        if done.stderr:
            raise AssertionError(f"the script complained: {done.stderr}")
        said = json.loads(done.stdout)
        if said["format"] != "skanse-verify-host/1":
            raise AssertionError(said["format"])
        found = {}
        for one in said["results"]:
            if set(one) != {"check", "control", "expected", "seen", "state"} or one["state"] not in ("ok", "differs", "unknown"):
                raise AssertionError(f"not a result: {one}")
            if one["check"] in found:
                raise AssertionError(f"twice: {one['check']}")
            found[one["check"]] = one
        differs = any(one["state"] == "differs" for one in found.values())
        if done.returncode != (1 if differs else 0):
            raise AssertionError(f"exit code {done.returncode}")
        return found


def shells() -> list[str]:
    missing = [one for one in ("dash", "busybox") if not shutil.which(one)]
    if missing:
        raise SystemExit(f"needed for this test and not found: {', '.join(missing)}")
    return ["dash", "busybox"]


def skanse_cli() -> str:
    cli = os.environ.get("SKANSE_CLI", "")
    if not os.access(cli, os.X_OK):
        raise SystemExit("SKANSE_CLI does not name the program")
    return cli


def bundle_of(profile: str, folder: Path) -> Path:
    folder.mkdir(parents=True)
    file = folder / "profile.skanse.yaml"
    file.write_text(profile)
    done = subprocess.run([skanse_cli(), "generate", str(file), "-o", str(folder / "bundle")], capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"{profile}\n{done.stdout}{done.stderr}")
    return folder / "bundle"
