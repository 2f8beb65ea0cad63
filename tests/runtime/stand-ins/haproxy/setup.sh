#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
userdel haproxy
groupadd --gid 99 haproxy
useradd --uid 99 --gid 99 --no-create-home --home-dir /var/lib/haproxy --shell /sbin/nologin haproxy
install -d -o haproxy -g haproxy /var/lib/haproxy /usr/local/etc/haproxy
ln -s busybox /bin/wget
ln -s /usr/sbin/haproxy /usr/local/bin/haproxy
rm -rf /etc/haproxy
