#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# Starts generated bundles for real, with stand-in images made from Debian packages, and works with
# them. The table is written to build/runtime/report.md and report.json. Exit 1 if a workload did not
# start, did not do its work, wrote where nothing is declared, or complained about rights.
#
#   run.sh [--all] [--only NAME[,NAME]] [--skanse-cli FILE] [--results DIR] [--list]
#
# Everything happens in namespaces of its own: no route leads out of the network, and when the run ends
# or is interrupted, every process and mount of it ends, too. Only the making of the stand-ins, which
# comes first, talks to the package mirror of this machine.

set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
limit=${SKANSE_RUNTIME_LIMIT:-1500} # seconds for everything

if [[ $(id -u) -ne 0 ]]; then
    exec sudo --preserve-env=SKANSE_RUNTIME_LIMIT,http_proxy,https_proxy,no_proxy "$0" "$@"
fi

"$here/../../installer/dependencies.sh" runtime >&2

# The distribution's Python has the distribution's packages; another one may come first in PATH.
python=/usr/bin/python3
[[ -x $python ]] || python=python3
export PYTHONPATH="$here" PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
export PATH="$PATH:/usr/sbin:/sbin"

# One run at a time: images and containers lie in the build tree.
build=$here/../../build/runtime
mkdir -p "$build"
exec 9>"$build/lock"
if ! flock --nonblock 9; then
    echo "runtime: another run is at work in this tree" >&2
    exit 1
fi

# Programs of the machine find nothing of it under /run: no systemd, no other podman. Whoever asks for a
# name of the outside world is told at once that nobody answers.
# shellcheck disable=SC2016 # the inner shell fills it in
inside='
    mount -t tmpfs -o mode=0755 tmpfs /run
    ip link set lo up
    echo "nameserver 127.0.0.1" >/run/names
    names=$(readlink -m /etc/resolv.conf)
    mkdir -p "${names%/*}"
    [ -e "$names" ] || : >"$names"
    mount --bind /run/names "$names"
    exec catatonit -- "$@"'
own=(unshare --mount --pid --ipc --uts --fork --kill-child --mount-proc)

# When the first process of a namespace ends, all others in it do. Groups that the kernel keeps of their
# limits stay behind if nobody could say good-bye.
child=
finish() {
    [[ -z $child ]] || kill -TERM "$child" 2>/dev/null || true
    wait
    local container
    for container in "$build"/podman/storage/overlay-containers/*/; do
        find /sys/fs/cgroup -depth -type d -name "libpod-*$(basename "$container")*" -exec rmdir {} \; 2>/dev/null || true
    done
}
trap finish EXIT
trap 'exit 130' INT TERM

within() { # seconds command...
    timeout --kill-after=20 "$@" 9>&- &
    child=$!
    local status=0
    wait "$child" || status=$?
    child=
    return "$status"
}

started=$SECONDS
within "$limit" "${own[@]}" catatonit -- "$python" -m runtime prepare "$@"
within $((limit - SECONDS + started)) "${own[@]}" --net sh -e -c "$inside" sh "$python" -m runtime run "$@"
