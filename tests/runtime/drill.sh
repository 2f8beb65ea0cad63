#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# Runs the drill of a bundle for real: on the hardened workload everything holds, on the naive one the attempts
# succeed. Needs root; sends no packet off the machine. Results and logs: build/drill.
# usage: tests/runtime/drill.sh [--skanse-cli FILE]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ "$(id -u)" -ne 0 ]; then exec sudo -- "$0" "$@"; fi
"$here/../../installer/dependencies.sh" runtime >&2
# The distribution's Python has the distribution's packages; another one may come first in PATH.
python=/usr/bin/python3
[ -x "$python" ] || python=python3
exec timeout --kill-after=10 420 "$python" "$here/drill/try_drill.py" "$@"
