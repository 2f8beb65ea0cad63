// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"
#include "core/schema/condition.h"

#include <string_view>
#include <vector>

namespace skanse {

/// A condition as it stands after "when" or "når": "exposure is not internal", "exposure ikke er
/// internal". Keys and words stay as they are written in a profile.
Prose conditionText(const Condition &condition);

/// The keys that the condition looks at.
std::vector<std::string_view> keysOf(const Condition &condition);

} // namespace skanse
