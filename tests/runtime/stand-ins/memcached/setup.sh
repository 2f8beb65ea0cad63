#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
userdel memcache
groupadd --gid 11211 memcache
useradd --uid 11211 --gid 11211 --no-create-home --home-dir /nonexistent --shell /sbin/nologin memcache
ln -s busybox /bin/nc
