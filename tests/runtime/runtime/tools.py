# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Running programs, each bounded in time."""

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[3]
HERE = TOP / "tests" / "runtime"
BUILD = TOP / "build" / "runtime"


class Failed(Exception):
    """What was expected did not happen; the text says what."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def finished(command: list, *, ok: tuple[int, ...] = (0,), timeout: float = 120, env: dict[str, str] | None = None,
             cwd: Path | None = None, stdin: str = "") -> subprocess.CompletedProcess:
    """How the program ended. Raises Failed unless it ends with one of `ok` in time."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, input=stdin, capture_output=True, text=True, errors="replace", check=False,
                              timeout=timeout, cwd=cwd, env={**os.environ, **(env or {})})
    except subprocess.TimeoutExpired as error:
        raise Failed(f"{' '.join(words[:5])} took longer than {timeout:.0f} s") from error
    except OSError as error:
        raise Failed(f"{words[0]}: {error.strerror}") from error
    if done.returncode not in ok:
        end = "\n".join((done.stderr + done.stdout).strip().splitlines()[-12:])
        raise Failed(f"{' '.join(words[:6])} ended with {done.returncode}: {end}")
    return done


def run(command: list, **how) -> str:
    """What the program printed; otherwise as finished()."""
    return finished(command, **how).stdout


def python(program: Path, *arguments: object) -> list:
    return [sys.executable, program, *arguments]
