// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/base/hygiene.h"
#include "core/base/network_address.h"
#include "core/base/quantity.h"
#include "core/schema/grammar.h"
#include "core/schema/question.h"

#include <algorithm>

namespace skanse {

namespace {

using Result = std::expected<void, Refusal>;

Result refuse(Prose message, Prose advice = {})
{
    return std::unexpected(Refusal{std::move(message), std::move(advice)});
}

/// Whether the answer is too small or too large, and what the bounds are.
Result within(std::int64_t value, const Bounds &bounds, const StaticProse &what)
{
    if (value < bounds.least)
        return refuse({fill("{} must be at least {}.", what.en, bounds.least),
                       fill("{} må være minst {}.", what.nb, bounds.least)});
    if (value > bounds.most)
        return refuse({fill("{} may be at most {}.", what.en, bounds.most),
                       fill("{} kan være høyst {}.", what.nb, bounds.most)});
    return {};
}

template <class Quantity>
Result withinQuantity(std::int64_t value, const Bounds &bounds, const auto &make)
{
    if (value < bounds.least)
        return refuse(
            fill(StaticProse{"The value must be at least {}.", "Verdien må være minst {}."},
                 toString(Quantity{make(bounds.least)})));
    if (value > bounds.most)
        return refuse(
            fill(StaticProse{"The value may be at most {}.", "Verdien kan være høyst {}."},
                 toString(Quantity{make(bounds.most)})));
    return {};
}

Result checkWord(const Question &question, const std::string &word)
{
    if (std::ranges::find(question.choices, word, &Choice::word) != question.choices.end())
        return {};
    std::string words;
    for (const Choice &choice : question.choices)
        words += (words.empty() ? "" : ", ") + std::string(choice.word);
    return refuse(
        fill(StaticProse{"“{}” is not one of the choices.", "«{}» er ikke et av valgene."}, word),
        fill(StaticProse{"Choose one of: {}.", "Velg en av: {}."}, words));
}

Result checkCharacters(std::string_view text)
{
    if (const auto bad = findBadCharacter(text, LineBreaks::Refused))
        return refuse(
            fill(StaticProse{"The text contains {}.", "Teksten inneholder {}."}, bad->name),
            {"Remove the character; it hides or reorders text, or breaks the line.",
             "Fjern tegnet; det skjuler eller omorganiserer tekst, eller bryter linjen."});
    return {};
}

Result tooLong(std::string_view text, std::int64_t most)
{
    return refuse(fill(StaticProse{"The text is {} bytes; at most {} fit.",
                                   "Teksten er {} byte; høyst {} får plass."},
                       text.size(), most));
}

Result checkText(const Question &question, const std::string &text)
{
    if (static_cast<std::int64_t>(text.size()) > question.bounds.most)
        return tooLong(text, question.bounds.most);
    if (static_cast<std::int64_t>(text.size()) < question.bounds.least)
        return refuse(fill(
            StaticProse{"The text needs at least {} characters.", "Teksten trenger minst {} tegn."},
            question.bounds.least));
    return grammar::check(question.kind, text);
}

Result checkQuantity(const Question &question, const std::string &text)
{
    if (question.kind == Kind::Bytes) {
        const auto bytes = parseBytes(text);
        if (!bytes)
            return std::unexpected(bytes.error());
        return withinQuantity<Bytes>(bytes->value, question.bounds,
                                     [](std::int64_t v) { return Bytes{v}; });
    }
    if (question.kind == Kind::Cpu) {
        const auto cpu = parseCpu(text);
        if (!cpu)
            return std::unexpected(cpu.error());
        return withinQuantity<Cpu>(cpu->milli, question.bounds,
                                   [](std::int64_t v) { return Cpu{v}; });
    }
    const auto duration = parseDuration(text);
    if (!duration)
        return std::unexpected(duration.error());
    return withinQuantity<Duration>(duration->milliseconds, question.bounds,
                                    [](std::int64_t v) { return Duration{v}; });
}

/// No text is longer, whatever its question allows: messages quote it.
constexpr std::int64_t kLongestText = 4000;

Result checkOne(const Question &question, const std::string &text)
{
    if (auto clean = checkCharacters(text); !clean)
        return clean;
    if (static_cast<std::int64_t>(text.size()) > kLongestText)
        return tooLong(text, kLongestText);
    switch (question.kind) {
    case Kind::Bytes:
    case Kind::Cpu:
    case Kind::Duration:
        return checkQuantity(question, text);
    case Kind::Choice:
    case Kind::Choices:
        return checkWord(question, text);
    default:
        return checkText(question, text);
    }
}

Result checkList(const Question &question, const std::vector<std::string> &words)
{
    if (auto fits = within(static_cast<std::int64_t>(words.size()), question.bounds,
                           {"The number of entries", "Antallet"});
        !fits)
        return fits;
    Question one = question; // the bounds are those of the list, not of an entry
    one.bounds = {question.kind == Kind::Words ? 0 : 1, kLongestText};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (auto fine = checkOne(one, words[i]); !fine)
            return fine;
        const bool mayRepeat = question.kind == Kind::Words;
        if (!mayRepeat
            && std::find(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), words[i])
                   != words.begin() + static_cast<std::ptrdiff_t>(i))
            return refuse(
                fill(StaticProse{"“{}” is listed twice.", "«{}» er oppført to ganger."}, words[i]),
                {"Keep one of them.", "Behold én av dem."});
    }
    return {};
}

} // namespace

Result check(const Question &question, const AnswerValue &value)
{
    if (!isSet(value)) {
        if (question.required)
            return refuse(fill(StaticProse{"“{}” is missing.", "«{}» mangler."}, question.key),
                          Prose{std::string(question.help.en), std::string(question.help.nb)});
        return {};
    }
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return within(*number, question.bounds, {"The number", "Tallet"});
    if (const auto *text = std::get_if<std::string>(&value)) {
        if (text->empty() && question.required)
            return check(question, AnswerValue{});
        return checkOne(question, *text);
    }
    if (const auto *words = std::get_if<std::vector<std::string>>(&value))
        return checkList(question, *words);
    return {};
}

} // namespace skanse
