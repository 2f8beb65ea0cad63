// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace skanse {

/// One answer as questions exchange it with readers, writers and widgets. Choices and quantities
/// travel as the words people write; monostate means "not said".
using AnswerValue =
    std::variant<std::monostate, bool, std::int64_t, std::string, std::vector<std::string>>;

inline bool isSet(const AnswerValue &value)
{
    return !std::holds_alternative<std::monostate>(value);
}

/// For messages and reference pages: `[a, b]`, `true`, `512Mi`.
std::string toString(const AnswerValue &value);

} // namespace skanse
