#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -e
case ${1:-} in -*) set -- memcached "$@" ;; esac
exec "$@"
