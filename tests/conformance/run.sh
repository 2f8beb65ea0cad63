#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# Puts the golden bundles, and bundles made from random profiles, before the
# field's own tools. The table is written to build/conformance/report.md and
# report.json. Exit 1 on a finding that is not on the list of waivers, on a judge
# that failed, looked at nothing or let its bad bundle pass.
#
#   run.sh [--all] [--profiles N] [--seed S] [--only NAME[,NAME]]
#          [--bundles DIR] [--skanse-cli FILE] [--results DIR] [--list]

set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# The distribution's Python has the distribution's packages; another one may come first in PATH.
python=/usr/bin/python3
[[ -x $python ]] || python=python3
if ! "$python" -c 'import yaml, venv, ensurepip' 2>/dev/null; then
    echo "conformance: installing Python's YAML reader and virtual environments" >&2
    as_root=()
    [[ $(id -u) -eq 0 ]] || as_root=(sudo)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y install --no-install-recommends python3 python3-yaml python3-venv </dev/null >&2
fi
export PYTHONPATH="$here${PYTHONPATH:+:$PYTHONPATH}" PYTHONDONTWRITEBYTECODE=1
exec "$python" -m conformance "$@"
