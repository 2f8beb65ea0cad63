// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace skanse {

struct RecordType;

/// When a question is asked, in terms of the other questions of the same record. Closed, so that it
/// can be evaluated, printed and exported.
struct Condition {
    enum class Op : unsigned char { Always, In, IsSet, Not, And, Or };

    Op op = Op::Always;
    std::string_view key;                ///< of a question in the same record (In, IsSet)
    std::vector<std::string_view> words; ///< for In
    std::vector<Condition> parts;        ///< for Not (one), And, Or
};

Condition isOneOf(std::string_view key, std::vector<std::string_view> words);
Condition isAnswered(std::string_view key);
Condition operator!(Condition condition);
Condition operator&&(Condition left, Condition right);
Condition operator||(Condition left, Condition right);

/// Whether the condition holds for `record`, which is of type `type`.
bool holds(const Condition &condition, const RecordType &type, const void *record);

/// `exposure is private`, `use is variable or config`; for messages and reference pages.
std::string toString(const Condition &condition);

} // namespace skanse
