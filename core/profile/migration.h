// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/yaml/reader.h"

#include <cstdint>
#include <expected>
#include <span>
#include <string_view>
#include <vector>

namespace skanse {

/// The version of the profile format that this program writes: `skanse: 1`.
inline constexpr std::int64_t kProfileVersion = 1;

/// Turns a profile of one version into the next: renames keys, moves values. Works on what was
/// read, before any question sees it. Values that it adds have no place.
struct Migration {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::string_view name; ///< for the note that tells about it: "split-ports"
    void (*apply)(yaml::Value &profile) = nullptr;
};

/// All migrations of this program. Version 1 is the first, so there are none yet.
std::span<const Migration> profileMigrations();

/// The version that the profile names; a diagnostic when it names none or not as a whole number.
std::expected<std::int64_t, Diagnostic> versionOf(const yaml::Value &profile);

/// Brings the profile to version `current`, one migration after the other, and returns those that
/// were applied. Refused: a newer version, and an older one that no migration leads away from.
std::expected<std::vector<Migration>, Diagnostic>
migrate(yaml::Value &profile, std::span<const Migration> migrations, std::int64_t current);

} // namespace skanse
