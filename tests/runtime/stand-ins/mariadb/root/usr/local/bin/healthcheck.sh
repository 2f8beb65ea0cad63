#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
# The two tests of the official script that the preset uses.
set -eu
ask() { mariadb --defaults-file=/var/lib/mysql/.my-healthcheck.cnf --skip-column-names --batch -e "$1"; }
for test in "$@"; do
    case $test in
    --connect) mariadb --defaults-file=/var/lib/mysql/.my-healthcheck.cnf -h 127.0.0.1 --protocol=tcp -e 'select 1' >/dev/null 2>&1 ||
        mariadb --defaults-file=/var/lib/mysql/.my-healthcheck.cnf -h 127.0.0.1 --protocol=tcp -e 'select 1' 2>&1 | grep -q "Access denied" ;;
    --innodb_initialized) [ "$(ask 'select 1 from information_schema.ENGINES WHERE engine="innodb" AND support in ("YES","DEFAULT","ENABLED")')" = 1 ] ;;
    *) echo "$test is not known here" >&2 && exit 1 ;;
    esac
done
