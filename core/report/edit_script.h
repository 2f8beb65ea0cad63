// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <span>
#include <vector>

namespace skanse::report {

/// Equal lines have equal numbers.
using LineIds = std::vector<int>;

/// Which lines are not in the other text.
struct EditScript {
    std::vector<bool> removed; ///< one for each line before
    std::vector<bool> added;   ///< one for each line after
};

/// A shortest edit script (E. W. Myers, "An O(ND) difference algorithm", 1986): linear space, time
/// proportional to the lines times the changes.
EditScript editScript(std::span<const int> before, std::span<const int> after);

} // namespace skanse::report
