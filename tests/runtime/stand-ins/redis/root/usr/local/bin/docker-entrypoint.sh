#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
# The steps of the official image's start script.
set -e
case ${1:-} in
-* | *.conf) set -- redis-server "$@" ;;
esac
if [ "$1" = redis-server ] && [ "$(id -u)" = 0 ]; then
    if [ -z "${SKIP_FIX_PERMS:-}" ]; then
        find . ! -user redis -exec chown redis '{}' +
    fi
    if setpriv --reuid redis --regid redis --clear-groups true 2>/dev/null; then
        exec setpriv --reuid redis --regid redis --clear-groups "$0" "$@"
    fi
fi
if [ "$(umask)" = 0022 ]; then
    umask 0077
fi
exec "$@"
