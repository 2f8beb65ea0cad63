// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/bundle.h"

#include <string>
#include <string_view>

namespace skanse::report {

/// The difference of two texts in the unified format with three lines of context, as `diff -u` writes
/// it and `patch` reads it; the shortest one (Myers 1986, in linear space). Empty when they are equal.
/// A name of "/dev/null" says that there is no such file.
std::string unifiedDiff(std::string_view before, std::string_view after,
                        std::string_view beforeName, std::string_view afterName);

/// The differences of all files, in the order of `after`, with removed files last. Render both bundles
/// with the same version and fingerprint in their Stamp: otherwise every file differs in its stamp line.
std::string bundleDiff(const Bundle &before, const Bundle &after);

} // namespace skanse::report
