#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# Installs what is missing, builds Skanse, makes an example bundle and, where
# there is a display, opens the window. Asks nothing. A second run builds and
# writes only what has changed.

set -eu
cd "$(dirname "$0")/.."

profile=resources/examples/web-shop.skanse.yaml
bundle=build/example-bundle
cli=build/release/bin/skanse-cli
window=build/release/bin/skanse
window_log=build/window.log

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

if [ ! -x "$window" ]; then
    echo "The window was not built (SKANSE_WINDOW is OFF)."
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    # In a session of its own, so that it outlives this terminal.
    detach=
    command -v setsid >/dev/null 2>&1 && detach=setsid
    $detach "$window" "$profile" >"$window_log" 2>&1 </dev/null &
    sleep 1
    if kill -0 $! 2>/dev/null; then
        echo "The window opens with the same profile; its messages go to $window_log."
    else
        echo "The window did not open:" >&2
        cat "$window_log" >&2
    fi
else
    cat <<MESSAGE
No display here. To see the window:
  - at a desktop, or over 'ssh -X HOST' from one:   $window $profile
MESSAGE
fi
