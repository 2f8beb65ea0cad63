// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/catalogue.h"

#include <expected>
#include <span>
#include <string>

namespace skanse {

struct StarterService {
    std::string name;
    std::string preset;
};

struct StarterWish {
    std::string name;   ///< of the workload
    std::string region; ///< ISO 3166-1 alpha-2
    std::vector<StarterService> services;
    bool isPublic =
        false; ///< the first service that speaks HTTP is public; otherwise loopback only
};

/// Answers to begin with. Flows are guessed from what the presets are: proxies reach applications,
/// applications reach databases, caches, brokers and search, monitoring reaches exporters.
/// Refused: an unknown preset.
std::expected<Answers, Refusal> starterAnswers(const StarterWish &wish, const Catalogue &catalogue);

} // namespace skanse
