#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
# The steps of the official image's start script.
set -eu
case ${1:-} in -*) set -- mariadbd "$@" ;; esac
[ "$1" = mariadbd ] || exec "$@"

data=/var/lib/mysql
if [ "$(id -u)" = 0 ]; then
    find "$data" /run/mysqld \! -user mysql -exec chown mysql: '{}' +
    exec setpriv --reuid mysql --regid mysql --clear-groups "$0" "$@"
fi
quoted() { printf '%s' "$1" | sed "s/'/''/g"; }
if [ ! -d "$data/mysql" ]; then
    root=$(cat "${MARIADB_ROOT_PASSWORD_FILE:?}")
    mariadb-install-db --datadir="$data" --rpm --auth-root-authentication-method=normal --skip-test-db >/dev/null
    mariadbd --skip-networking --socket=/run/mysqld/mysqld.sock &
    server=$!
    for _ in $(seq 60); do
        mariadb-admin --protocol=socket -u root ping >/dev/null 2>&1 && break
        sleep 0.5
    done
    check=$(head -c 18 /dev/urandom | base64)
    {
        if [ -n "${MARIADB_DATABASE:-}" ]; then
            # shellcheck disable=SC2016 # names are quoted like this in SQL
            printf 'CREATE DATABASE IF NOT EXISTS `%s`;\n' "$MARIADB_DATABASE"
        fi
        if [ -n "${MARIADB_USER:-}" ]; then
            printf "CREATE USER '%s'@'%%' IDENTIFIED BY '%s';\n" "$MARIADB_USER" "$(quoted "$(cat "$MARIADB_PASSWORD_FILE")")"
            # shellcheck disable=SC2016
            printf 'GRANT ALL ON `%s`.* TO '"'%s'@'%%';\n" "$MARIADB_DATABASE" "$MARIADB_USER"
        fi
        printf "CREATE USER healthcheck@localhost IDENTIFIED BY '%s';\n" "$check"
        printf "ALTER USER root@localhost IDENTIFIED BY '%s';\n" "$(quoted "$root")"
        printf "CREATE USER root@'%%' IDENTIFIED BY '%s'; GRANT ALL ON *.* TO root@'%%' WITH GRANT OPTION;\n" "$(quoted "$root")"
    } | mariadb --protocol=socket -u root
    (
        umask 0077
        printf '[mariadb-client]\nport=3306\nsocket=/run/mysqld/mysqld.sock\nuser=healthcheck\npassword=%s\n' "$check" >"$data/.my-healthcheck.cnf"
    )
    kill "$server"
    wait "$server"
fi
exec "$@"
