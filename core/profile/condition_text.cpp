// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/profile/condition_text.h"

#include "core/base/fill.h"

namespace skanse {

namespace {

Prose joined(const std::vector<Prose> &parts, const StaticProse &between)
{
    Prose out;
    for (const Prose &part : parts) {
        if (!out.empty()) {
            out.en += between.en;
            out.nb += between.nb;
        }
        out.en += part.en;
        out.nb += part.nb;
    }
    return out;
}

constexpr StaticProse kOr{" or ", " eller "};
constexpr StaticProse kAnd{" and ", " og "};

Prose text(const Condition &condition, bool negated)
{
    const auto below = [&] {
        std::vector<Prose> parts;
        for (const Condition &part : condition.parts)
            parts.push_back(text(part, negated));
        return parts;
    };
    switch (condition.op) {
    case Condition::Op::Always:
        return {};
    case Condition::Op::In: {
        std::vector<Prose> words;
        for (const std::string_view word : condition.words)
            words.push_back({std::string(word), std::string(word)});
        const Prose list = joined(words, kOr);
        const StaticProse is = negated ? StaticProse{"{} is not {}", "{} ikke er {}"}
                                       : StaticProse{"{} is {}", "{} er {}"};
        // Qualified: std::fill would take the same arguments.
        return {skanse::fill(is.en, condition.key, list.en),
                skanse::fill(is.nb, condition.key, list.nb)};
    }
    case Condition::Op::IsSet:
        return fill(negated ? StaticProse{"{} is not set", "{} ikke er satt"}
                            : StaticProse{"{} is set", "{} er satt"},
                    condition.key);
    case Condition::Op::Not:
        return text(condition.parts.front(), !negated);
    case Condition::Op::And:
        return joined(below(), negated ? kOr : kAnd);
    case Condition::Op::Or:
        return joined(below(), negated ? kAnd : kOr);
    }
    return {};
}

} // namespace

Prose conditionText(const Condition &condition)
{
    return text(condition, false);
}

std::vector<std::string_view> keysOf(const Condition &condition)
{
    std::vector<std::string_view> keys;
    if (!condition.key.empty())
        keys.push_back(condition.key);
    for (const Condition &part : condition.parts)
        for (const std::string_view key : keysOf(part))
            keys.push_back(key);
    return keys;
}

} // namespace skanse
