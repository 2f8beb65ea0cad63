#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# Installs what is missing, builds Skanse and runs all tests. Asks nothing.
# SKANSE_PRESET chooses another preset than release.

set -eu
cd "$(dirname "$0")/.."

preset=${SKANSE_PRESET:-release}

installer/dependencies.sh build
installer/build.sh "$preset"
exec ctest --preset "$preset" --output-on-failure --parallel "$(getconf _NPROCESSORS_ONLN)"
