#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
# The steps of the official image's start script: unpack WordPress where the folder is empty.
set -eu
case $1 in
apache2*)
    if [ ! -e index.php ] && [ ! -e wp-includes/version.php ]; then
        echo "WordPress not found in $PWD - copying now..."
        tar --create --file - --directory /usr/src/wordpress --owner "$(id -u)" --group "$(id -g)" . |
            tar --extract --file - --no-overwrite-dir
        cp wp-config-docker.php wp-config.php
    fi
    ;;
esac
exec "$@"
