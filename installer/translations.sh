#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
#   translations.sh           brings resources/i18n/*.ts up to date with ui/ and app/
#   translations.sh --check   changes nothing; exit 1 if they are out of date,
#                             unfinished, or do not fit their source texts
#
# Texts may be given as lines in resources/i18n/parts/*.txt, which fill what is
# not translated yet:
#
#   Class|English source|Norsk            the class with or without its namespace
#   Class|%n files|%n fil|%n filer        singular and plural
#
# A part whose name begins with "en" holds the English plural forms. In a line,
# \n is a new line, \| a bar and \\ a backslash; a line that begins with # is a remark.

set -eu
cd "$(dirname "$0")/.."

case "$#:${1:-}" in
0:) check= ;;
1:--check) check=--check ;;
*)
    echo "use: translations.sh [--check]" >&2
    exit 2
    ;;
esac

folder=resources/i18n

lupdate=
for candidate in "$(pkg-config --variable=bindir Qt6Core 2>/dev/null)/lupdate" \
    /usr/lib/qt6/bin/lupdate /usr/lib64/qt6/bin/lupdate lupdate6 lupdate-qt6 lupdate; do
    if command -v "$candidate" >/dev/null 2>&1; then
        lupdate=$candidate
        break
    fi
done
if [ -z "$lupdate" ]; then
    echo "translations: lupdate is missing; run installer/dependencies.sh" >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$folder"/skanse_*.ts "$work"

# With -I it finds the headers and with them the namespaces that the program
# looks texts up by. English needs the plural forms only.
update() {
    for language in en nb; do
        set -- -silent -no-obsolete -locations none -I . ui app -ts "$work/skanse_$language.ts"
        [ "$language" = nb ] || set -- -pluralonly "$@"
        if ! "$lupdate" "$@" >"$work/log" 2>&1; then
            cat "$work/log" >&2
            exit 1
        fi
    done
}

update
if [ -n "$check" ]; then
    python3 installer/translations.py check "$folder" "$work"
    exit
fi
python3 installer/translations.py fill "$folder" "$work"
update # once more, for the layout of the files
for file in "$work"/skanse_*.ts; do
    target=$folder/${file##*/}
    if ! cmp -s "$file" "$target"; then
        cp "$file" "$target"
        echo "translations: wrote $target"
    fi
done
python3 installer/translations.py check "$folder" "$folder"
