// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <span>
#include <string_view>

namespace skanse {

/// The candidate that `word` was probably meant to be: case aside, a third of its letters or fewer
/// differ (added, left out, exchanged or swapped with a neighbour). Empty when none is that near;
/// the first of several.
std::string_view nearWord(std::string_view word, std::span<const std::string_view> candidates);

} // namespace skanse
