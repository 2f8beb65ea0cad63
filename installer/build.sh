#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
#   build.sh PRESET [CMake options]
#
# Configures build/PRESET when needed and builds it. A second run builds only
# what has changed.

set -eu
cd "$(dirname "$0")/.."

if [ $# -eq 0 ]; then
    echo "use: build.sh PRESET [CMake options]" >&2
    exit 2
fi
preset=$1
shift
if [ -e build ] && [ ! -w build ]; then
    echo "build: the folder 'build' belongs to somebody else (was it made as root?); remove it or take it over" >&2
    exit 1
fi
# CMake looks at CMakeLists.txt by itself, but not at the presets.
ninja_file=build/$preset/build.ninja
if [ ! -e "$ninja_file" ] || [ $# -gt 0 ] ||
    [ -n "$(find CMakePresets.json -newer "$ninja_file")" ]; then
    cmake --preset "$preset" "$@"
fi
cmake --build --preset "$preset"
