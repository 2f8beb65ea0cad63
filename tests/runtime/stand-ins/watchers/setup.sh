#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
# Under the names that the official images use.
set -eu
ln /usr/bin/prometheus-postgres-exporter /usr/bin/postgres_exporter
ln /usr/bin/prometheus-memcached-exporter /usr/bin/memcached_exporter
