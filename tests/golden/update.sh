#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# Renews the golden bundles from the profiles and shows what changed. Read the diff before committing.
# usage: tests/golden/update.sh [path of skanse-cli]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
cli=${1:-$top/build/release/bin/skanse-cli}

renew() { # name profile
    work=$(mktemp -d)
    "$cli" generate "$2" -o "$work/bundle" >"$work/out" 2>"$work/err" || {
        cat "$work/err" >&2
        exit 1
    }
    rm -f "$work/bundle/.skanse-bundle.json"
    if [ -f "$here/$1/input.skanse.yaml" ]; then
        cp "$here/$1/input.skanse.yaml" "$work/bundle/"
    fi
    rm -rf "${here:?}/$1"
    # Permissions of the bundle are the writer's business and tested there.
    cp -R "$work/bundle" "$here/$1"
    chmod -R u+rwX,go+rX "$here/$1"
    rm -rf "$work"
}

for profile in "$top"/resources/examples/*.skanse.yaml; do
    renew "$(basename "$profile" .skanse.yaml)" "$profile"
done
for profile in "$here"/*/input.skanse.yaml; do
    [ -f "$profile" ] || continue
    cp "$profile" "$profile.keep"
    name=$(basename "$(dirname "$profile")")
    renew "$name" "$profile.keep"
    rm -f "$here/$name/input.skanse.yaml.keep"
done
cd "$top"
git add --intent-to-add tests/golden
git --no-pager diff --stat -- tests/golden
git --no-pager diff -- tests/golden
