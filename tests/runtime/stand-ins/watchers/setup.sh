#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
# Under the name that the official image uses.
set -eu
ln /usr/bin/prometheus-postgres-exporter /usr/bin/postgres_exporter
