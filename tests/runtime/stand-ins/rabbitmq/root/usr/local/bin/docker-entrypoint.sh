#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
# The steps of the official image's start script, without its old variables.
set -eu
case $1 in
rabbitmq*)
    if [ "$(id -u)" = 0 ]; then
        [ "$1" != rabbitmq-server ] || chown -R rabbitmq /var/lib/rabbitmq
        exec setpriv --reuid rabbitmq --regid rabbitmq --clear-groups "$0" "$@"
    fi
    ;;
esac
exec "$@"
