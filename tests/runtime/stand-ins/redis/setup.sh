#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
userdel redis
groupadd --gid 1000 redis
useradd --uid 999 --gid 1000 --no-create-home --home-dir /data --shell /bin/sh redis
install -d -o redis -g redis /data
rm -rf /var/lib/redis /etc/redis
