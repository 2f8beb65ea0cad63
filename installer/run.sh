#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# Installs what is missing, builds Skanse and makes an example bundle. Asks
# nothing. A second run builds and writes only what has changed.

set -eu
cd "$(dirname "$0")/.."

profile=resources/examples/web-shop.skanse.yaml
bundle=build/example-bundle
cli=build/release/bin/skanse-cli
window=build/release/bin/skanse

installer/dependencies.sh build
installer/build.sh release

"$cli" generate "$profile" -o "$bundle"

cat <<MESSAGE

The example bundle is in $bundle, made from $profile.
Next:
  - read $bundle/README.md: what is there, in which order to use it, what is open
  - make your own profile:   $cli new --help
  - turn it into a bundle:   $cli generate PROFILE -o DIR
MESSAGE

if [ -x "$window" ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "Opening the window."
    "$window" >/dev/null 2>&1 </dev/null &
fi
