#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
usermod --uid 999 postgres
groupmod --gid 999 postgres
rm -rf /var/lib/postgresql /var/run/postgresql /etc/postgresql /var/log/postgresql
install -d -o postgres -g postgres -m 1777 /var/lib/postgresql /var/lib/postgresql/data
install -d -o postgres -g postgres -m 3777 /var/run/postgresql
# The official image listens on every address.
sed -i "s/^#*listen_addresses = .*/listen_addresses = '*'/" /usr/share/postgresql/17/postgresql.conf.sample
