#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
setcap cap_net_bind_service=+ep /usr/bin/caddy
rm -rf /etc/caddy
mkdir -p /config/caddy /data/caddy /etc/caddy /usr/share/caddy /srv
ln -s busybox /bin/wget
