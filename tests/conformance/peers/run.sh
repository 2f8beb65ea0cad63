#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# Gives the web shop to the peers that can be run here, puts what they write
# before the same judges as Skanse's bundle, and writes the table of both to
# resources/docs/comparison.md. The API server takes a while to build.
#
#   run.sh [--without NAME[,NAME]]    leave judges out; the table names them

set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/../run.sh" --list >/dev/null # makes sure of Python and its packages
python=/usr/bin/python3
[[ -x $python ]] || python=python3
export PYTHONPATH="$here:$here/..${PYTHONPATH:+:$PYTHONPATH}" PYTHONDONTWRITEBYTECODE=1
exec "$python" -m comparison "$@"
