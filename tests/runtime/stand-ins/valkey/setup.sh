#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
userdel valkey
groupadd --gid 1000 valkey
useradd --uid 999 --gid 1000 --no-create-home --home-dir /data --shell /bin/sh valkey
install -d -o valkey -g valkey /data
rm -rf /var/lib/valkey /etc/valkey
