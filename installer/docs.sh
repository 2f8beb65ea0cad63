#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
#   docs.sh           writes the files that the program itself can tell
#   docs.sh --check   shows how they differ from what the program tells; exit 1 if they do
#
# SKANSE_CLI names another program than the release build's.

set -eu
cd "$(dirname "$0")/.."

case "$#:${1:-}" in
0:) check=no ;;
1:--check) check=yes ;;
*)
    echo "use: docs.sh [--check]" >&2
    exit 2
    ;;
esac

cli=${SKANSE_CLI:-build/release/bin/skanse-cli}
if [ ! -x "$cli" ]; then
    echo "docs: $cli is not built; run installer/build.sh release first" >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
drifted=0

# write FILE ARGUMENT...: FILE is what skanse-cli says to the arguments.
write() {
    file=$1
    shift
    if ! "$cli" "$@" >"$work/new"; then
        echo "docs: 'skanse-cli $*' failed" >&2
        exit 1
    fi
    if [ -f "$file" ] && cmp -s "$work/new" "$file"; then
        return 0
    fi
    drifted=$((drifted + 1))
    old=$file
    [ -f "$old" ] || old=/dev/null
    if [ "$check" = yes ]; then
        diff -u --label "$file" --label "skanse-cli $*" "$old" "$work/new" || true
    else
        mkdir -p "$(dirname "$file")"
        cp "$work/new" "$file"
        echo "docs: wrote $file"
    fi
}

write resources/docs/reference/questions.md reference questions --lang en
write resources/docs/reference/controls.md reference controls --lang en
write resources/docs/reference/presets.md reference presets --lang en
write resources/docs/skanse.schema.json schema
write installer/skanse-cli.1 man
write installer/completions/skanse-cli.bash completion bash
write installer/completions/_skanse-cli completion zsh
write installer/completions/skanse-cli.fish completion fish

if [ "$check" = yes ] && [ "$drifted" -gt 0 ]; then
    echo "docs: $drifted file(s) differ from what the program says; run installer/docs.sh" >&2
    exit 1
fi
echo "docs: up to date"
