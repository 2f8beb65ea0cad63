// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/schema/condition.h"

#include "core/schema/question.h"

#include <algorithm>

namespace skanse {

Condition isOneOf(std::string_view key, std::vector<std::string_view> words)
{
    return {Condition::Op::In, key, std::move(words), {}};
}

Condition isAnswered(std::string_view key)
{
    return {Condition::Op::IsSet, key, {}, {}};
}

Condition operator!(Condition condition)
{
    return {Condition::Op::Not, {}, {}, {std::move(condition)}};
}

Condition operator&&(Condition left, Condition right)
{
    return {Condition::Op::And, {}, {}, {std::move(left), std::move(right)}};
}

Condition operator||(Condition left, Condition right)
{
    return {Condition::Op::Or, {}, {}, {std::move(left), std::move(right)}};
}

bool holds(const Condition &condition, const RecordType &type, const void *record)
{
    const auto valueOf = [&] {
        const Question *question = type.find(condition.key);
        return question == nullptr ? AnswerValue{} : question->access.get(record);
    };
    const auto below = [&](const Condition &part) { return holds(part, type, record); };
    switch (condition.op) {
    case Condition::Op::Always:
        return true;
    case Condition::Op::In:
        return std::ranges::find(condition.words, toString(valueOf())) != condition.words.end();
    case Condition::Op::IsSet:
        return isSet(valueOf());
    case Condition::Op::Not:
        return !std::ranges::all_of(condition.parts, below);
    case Condition::Op::And:
        return std::ranges::all_of(condition.parts, below);
    case Condition::Op::Or:
        return std::ranges::any_of(condition.parts, below);
    }
    return true;
}

std::string toString(const Condition &condition)
{
    const auto joined = [](const auto &parts, std::string_view word, const auto &print) {
        std::string out;
        for (const auto &part : parts) {
            if (!out.empty())
                out += word;
            out += print(part);
        }
        return out;
    };
    const auto print = [](const Condition &part) { return toString(part); };
    switch (condition.op) {
    case Condition::Op::Always:
        return {};
    case Condition::Op::In:
        return std::string(condition.key) + " is "
             + joined(condition.words, " or ",
                      [](std::string_view word) { return std::string(word); });
    case Condition::Op::IsSet:
        return std::string(condition.key) + " is set";
    case Condition::Op::Not:
        return "not (" + toString(condition.parts.front()) + ")";
    case Condition::Op::And:
        return joined(condition.parts, " and ", print);
    case Condition::Op::Or:
        return joined(condition.parts, " or ", print);
    }
    return {};
}

} // namespace skanse
