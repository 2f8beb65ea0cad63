# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The table: preset x result, as Markdown for people and JSON for programs."""

from pathlib import Path


def write(folder: Path, results: list, left_out: list, notes: list[str]) -> None:
    print(results, left_out, notes)
