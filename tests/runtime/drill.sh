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
packages=
for pair in podman:podman runc:runc iptables:iptables ip:iproute2 docker-compose:docker-compose; do
    command -v "${pair%%:*}" >/dev/null || packages="$packages ${pair#*:}"
done
for pair in /usr/lib/podman/netavark:netavark /usr/lib/podman/aardvark-dns:aardvark-dns \
    /usr/bin/catatonit:catatonit; do
    [ -e "${pair%%:*}" ] || packages="$packages ${pair#*:}"
done
if [ -n "$packages" ]; then
    # shellcheck disable=SC2086 # a list of packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages >/dev/null
fi
exec timeout --kill-after=10 420 python3 "$here/drill/try_drill.py" "$@"
