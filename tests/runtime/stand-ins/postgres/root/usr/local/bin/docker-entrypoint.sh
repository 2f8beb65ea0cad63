#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
# The steps of the official image's start script.
set -eu
case ${1:-} in -*) set -- postgres "$@" ;; esac
[ "$1" = postgres ] || exec "$@"

if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA"
    find "$PGDATA" \! -user postgres -exec chown postgres '{}' +
    find /var/run/postgresql \! -user postgres -exec chown postgres '{}' + || true
    exec setpriv --reuid postgres --regid postgres --clear-groups "$0" "$@"
fi
mkdir -p "$PGDATA"
chmod 0700 "$PGDATA" || true
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    user=${POSTGRES_USER:-postgres}
    if [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then
        POSTGRES_PASSWORD=$(cat "$POSTGRES_PASSWORD_FILE")
    fi
    : "${POSTGRES_PASSWORD:?the superuser needs a password}"
    given=$(mktemp)
    printf '%s\n' "$POSTGRES_PASSWORD" >"$given"
    # shellcheck disable=SC2086 # a list of words
    initdb --username="$user" --pwfile="$given" ${POSTGRES_INITDB_ARGS:-}
    rm -f "$given"
    printf '\nhost all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
    pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
    if [ "${POSTGRES_DB:-$user}" != postgres ]; then
        printf 'CREATE DATABASE :"name";\n' | PGPASSWORD=$POSTGRES_PASSWORD psql -v ON_ERROR_STOP=1 --username "$user" --no-password \
            --dbname postgres --set name="${POSTGRES_DB:-$user}"
    fi
    pg_ctl -D "$PGDATA" -m fast -w stop
    unset POSTGRES_PASSWORD
fi
exec "$@"
