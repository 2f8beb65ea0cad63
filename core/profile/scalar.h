// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/yaml/reader.h"

#include <cstdint>
#include <optional>

/// Scalars of a profile, read strictly: what looks like a number to one YAML reader and not to
/// another is a number only in its plainest form.
namespace skanse {

/// `true` or `false` without quotes.
std::optional<bool> strictFlag(const yaml::Value &value);

/// Decimal digits without quotes, leading zeros, plus sign or underscores; a minus sign may stand
/// in front. What does not fit in 64 bits is the largest or smallest number, for a bounds check to
/// refuse.
std::optional<std::int64_t> strictInteger(const yaml::Value &value);

/// Text from a file as a message can show it: characters that hide, reorder or break are replaced
/// by their names, long text is cut.
std::string shown(std::string_view text);

} // namespace skanse
