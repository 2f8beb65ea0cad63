#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
groupadd --gid 101 nginx
useradd --uid 101 --gid 101 --no-create-home --home-dir /var/cache/nginx --shell /sbin/nologin nginx
ln -s busybox /bin/wget
install -d -o nginx -g root -m 0775 /var/cache/nginx
chown -R nginx:root /etc/nginx
rm -rf /etc/nginx/sites-* /etc/nginx/modules-enabled
ln -sf /dev/stdout /var/log/nginx/access.log
ln -sf /dev/stderr /var/log/nginx/error.log
