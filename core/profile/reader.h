// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/model/answers.h"
#include "core/profile/migration.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Profiles (`*.skanse.yaml`) to answers. Which keys there are, what they hold and when they are
/// asked comes from the question table alone.
namespace skanse {

/// The answers of one file and where they stand in it.
struct Profile {
    Answers answers;
    /// Path of an answer to its place. An item of a list is named by its identity, or by its number
    /// when it has none or an earlier item has the same: "services.api.ports.http.hostPort",
    /// "services.api.peers.#2.kind". A scalar's place is its value's, a group's or list's that of
    /// its key, an item's that of its first key.
    std::map<std::string, Place, std::less<>> places;

    /// The place of the answer; of what is around it when the file does not give it.
    [[nodiscard]] Place placeOf(std::string_view path) const;
};

struct ReadResult {
    std::optional<Profile> profile; ///< nothing when there is an error
    /// With an error: what could be read all the same, for a window that lets people mend it.
    std::optional<Answers> partial = {};
    Diagnostics diagnostics; ///< in the order of the file
};

/// Reads a whole profile. Every problem is reported, not only the first.
ReadResult readProfile(std::string_view text);

/// The same with other migrations and another current version; for tests.
ReadResult readProfile(std::string_view text, std::span<const Migration> migrations,
                       std::int64_t current);

} // namespace skanse
