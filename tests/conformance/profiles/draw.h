// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"

#include <cstdint>
#include <optional>

/// Valid profiles at random, made by walking the question table.
namespace skanse::profiles {

struct Drawn {
    Answers answers;
    int rounds = 0; ///< of repair, over all tries
    int tries = 0;
};

/// The profile of that number in the series of the seed: the same on every machine, and independent of
/// the others. Nothing when no valid profile was found in a bounded number of tries.
std::optional<Drawn> draw(std::uint64_t seed, std::uint64_t number);

} // namespace skanse::profiles
