#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
ln -s /usr/bin/python3 /usr/local/bin/python3
ln -s python3 /usr/local/bin/python
ln -s /usr/bin/pip3 /usr/local/bin/pip
rm -f /usr/lib/python3*/EXTERNALLY-MANAGED
