// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <string>
#include <vector>

namespace skanse {

/// Words that a profile may use and that the catalogue knows.
struct SchemaWords {
    std::vector<std::string> presets;
    std::vector<std::string> controls;
    std::vector<std::string> countries; ///< offered; any other country code is fine, too
    std::vector<std::string> checklist; ///< ids of items; others are fine, too: they are warned of
};

/// JSON Schema (draft 2020-12) of the profile file, for completion and checks in editors. It never
/// refuses what readProfile() takes as it is usually written; conditions stand in the descriptions.
std::string jsonSchema(const SchemaWords &words);

} // namespace skanse
