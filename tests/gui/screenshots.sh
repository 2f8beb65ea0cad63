#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
#   screenshots.sh [BUILD FOLDER]
#
# Draws every page of the window in both languages, light and dark, at 100 % and
# 200 %, into <build folder>/screenshots, for looking at. build/release is the default.

set -eu
cd "$(dirname "$0")/../.."

build=${1:-build/release}
export QT_QPA_PLATFORM=offscreen

for language in en nb; do
    for appearance in light dark; do
        for scale in 1 2; do
            folder=$build/screenshots/$language-$appearance-${scale}00
            SKANSE_LANGUAGE=$language SKANSE_APPEARANCE=$appearance QT_SCALE_FACTOR=$scale \
                "$build/tests/screenshots" "$folder"
            echo "$folder"
        done
    done
done
