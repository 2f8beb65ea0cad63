// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/quantity.h"
#include "core/schema/question.h"
#include "tests/support/hostile_texts.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

/// Answers made from the question table: for tests that must hold for every question.
namespace skanse::samples {

/// splitmix64: the same numbers on every machine and library.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    /// Least to most, both included.
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        const auto range = static_cast<std::uint64_t>(most - least) + 1;
        return least + static_cast<std::int64_t>(next() % range);
    }
    bool chance(int percent) { return between(1, 100) <= percent; }

private:
    std::uint64_t m_state;
};

inline bool isList(Kind kind)
{
    return kind == Kind::Choices || kind == Kind::Words || kind == Kind::Countries
        || kind == Kind::Networks || kind == Kind::SshKeys;
}

inline bool isNested(Kind kind)
{
    return kind == Kind::Group || kind == Kind::Items;
}

/// Answered with text, or with a list of texts.
inline bool isText(Kind kind)
{
    return !isNested(kind) && kind != Kind::Flag && kind != Kind::Integer;
}

inline std::string word(Random &random, std::size_t least, std::size_t most)
{
    static constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::string out;
    const auto length =
        random.between(static_cast<std::int64_t>(least), static_cast<std::int64_t>(most));
    for (std::int64_t i = 0; i < length; ++i)
        out += kLetters[static_cast<std::size_t>(random.between(0, i == 0 ? 25 : 35))];
    return out;
}

inline std::string number(Random &random, std::int64_t least, std::int64_t most)
{
    return std::to_string(random.between(least, most));
}

/// One text that the question (or its list) accepts.
inline std::string textFor(const Question &question, Random &random)
{
    const auto [least, most] = question.bounds;
    switch (question.kind) {
    case Kind::Choice:
    case Kind::Choices:
        return std::string(question
                               .choices[static_cast<std::size_t>(random.between(
                                   0, static_cast<std::int64_t>(question.choices.size()) - 1))]
                               .word);
    case Kind::Line:
    case Kind::Words: {
        const auto &lines = test::hostileTexts();
        std::string line = lines[static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(lines.size()) - 1))];
        while (question.kind == Kind::Line && static_cast<std::int64_t>(line.size()) < least)
            line += "x";
        return line;
    }
    case Kind::Label:
    case Kind::PortName:
        return word(random, 1, static_cast<std::size_t>(std::min<std::int64_t>(most, 12)));
    case Kind::Hostname:
        return word(random, 1, 8) + ".example.org";
    case Kind::Bytes:
        return toString(Bytes{random.between(least, most)});
    case Kind::Cpu:
        return toString(Cpu{random.between(least, most)});
    case Kind::Duration:
        return toString(Duration{random.between(least, most)});
    case Kind::Path:
        return "/var/lib/" + word(random, 1, 8) + "/v1.2";
    case Kind::Folder:
        return "../src/" + word(random, 1, 8);
    case Kind::Image:
        return "registry.example.org:5000/team/" + word(random, 1, 8) + ":1."
             + number(random, 0, 99);
    case Kind::Digest: {
        std::string digest = "sha256:";
        for (int i = 0; i < 64; ++i)
            digest += "0123456789abcdef"[random.between(0, 15)];
        return digest;
    }
    case Kind::Country:
    case Kind::Countries: {
        std::string code;
        for (int i = 0; i < 2; ++i)
            code += static_cast<char>('A' + random.between(0, 25));
        return random.chance(20) ? "NO" : code;
    }
    case Kind::Address:
        return random.chance(50) ? "10.0.0." + number(random, 1, 254)
                                 : "fd00::" + number(random, 1, 9999);
    case Kind::Network:
    case Kind::Networks:
        return random.chance(50) ? "192.0.2." + number(random, 0, 255) + "/32"
                                 : "2001:db8:" + number(random, 1, 9999) + "::/48";
    case Kind::VariableName:
        return "V_" + word(random, 1, 8) + (random.chance(20) ? ".x" : "");
    case Kind::UserName:
        return "u" + word(random, 1, 8);
    case Kind::SshKeys:
        return "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + word(random, 30, 30) + " "
             + word(random, 1, 8);
    case Kind::Date:
        return "20" + number(random, 10, 99) + "-1" + number(random, 0, 2) + "-"
             + number(random, 10, 30);
    case Kind::Signal:
        return random.chance(50) ? "SIGQUIT" : "SIGINT";
    default:
        return word(random, 1, 12); // ids of the catalogue
    }
}

/// A value that check() accepts, for every kind but groups and lists of records.
inline AnswerValue valueFor(const Question &question, Random &random)
{
    if (question.kind == Kind::Flag)
        return random.chance(50);
    if (question.kind == Kind::Integer)
        return random.between(question.bounds.least, question.bounds.most);
    if (!isList(question.kind))
        return textFor(question, random);
    std::vector<std::string> words;
    const auto size = random.between(std::max<std::int64_t>(question.bounds.least, 1),
                                     std::min<std::int64_t>(question.bounds.most, 5));
    while (static_cast<std::int64_t>(words.size()) < size) {
        std::string one = textFor(question, random);
        if (question.kind == Kind::Words || std::ranges::find(words, one) == words.end())
            words.push_back(std::move(one));
    }
    return words;
}

inline void set(const Question &question, void *record, const AnswerValue &value)
{
    if (!question.access.set(record, value))
        std::abort(); // the sample is wrong, not the program
}

/// Fills a record with valid answers: required ones, some others, none that is hidden.
inline void fillRecord(const RecordType &type, void *record, Random &random)
{
    for (const Question &question : type.questions) {
        if (question.kind == Kind::Group) {
            fillRecord(*question.items, question.access.childToEdit(record), random);
        } else if (question.kind == Kind::Items) {
            const auto size = question.required ? random.between(1, 4)
                                                : std::max<std::int64_t>(0, random.between(-2, 3));
            std::vector<AnswerValue> names;
            for (std::int64_t i = 0; i < size; ++i) {
                void *item = question.access.append(record);
                fillRecord(*question.items, item, random);
                const Question *identity = question.items->find(question.items->identity);
                if (identity == nullptr)
                    continue;
                while (std::ranges::find(names, identity->access.get(item)) != names.end())
                    set(*identity, item, valueFor(*identity, random));
                names.push_back(identity->access.get(item));
            }
        } else if (question.required || random.chance(45)) {
            set(question, record, valueFor(question, random));
        }
    }
    for (const Question &question : type.questions)
        if (!isNested(question.kind) && !holds(question.when, type, record))
            set(question, record, defaultOf(type, question));
}

inline Answers randomAnswers(std::uint64_t seed)
{
    Random random(seed);
    Answers answers;
    fillRecord(answersType(), &answers, random);
    return answers;
}

inline bool contains(const Question &question, const Question &target)
{
    return &question == &target
        || (question.items != nullptr
            && std::ranges::any_of(question.items->questions,
                                   [&](const Question &q) { return contains(q, target); }));
}

/// Answers siblings so that the condition holds (or, negated, does not).
inline void satisfy(const Condition &condition, const RecordType &type, void *record, bool wanted)
{
    Random random(1);
    switch (condition.op) {
    case Condition::Op::Always:
        return;
    case Condition::Op::In: {
        const Question &other = *type.find(condition.key);
        for (const Choice &choice : other.choices) {
            const bool isIn =
                std::ranges::find(condition.words, choice.word) != condition.words.end();
            if (isIn == wanted) {
                set(other, record, std::string(choice.word));
                return;
            }
        }
        return;
    }
    case Condition::Op::IsSet:
        if (wanted)
            set(*type.find(condition.key), record, valueFor(*type.find(condition.key), random));
        return;
    case Condition::Op::Not:
        satisfy(condition.parts.front(), type, record, !wanted);
        return;
    case Condition::Op::And:
    case Condition::Op::Or:
        for (const Condition &part : condition.parts)
            satisfy(part, type, record, wanted);
        return;
    }
}

/// Fills in what is required, and what leads to `target`, which gets a sample itself.
inline void fillFor(const Question &target, const RecordType &type, void *record, Random &random)
{
    for (const Question &question : type.questions)
        if (&question == &target)
            satisfy(target.when, type, record, true);
    for (const Question &question : type.questions) {
        if (!holds(question.when, type, record)
            || !(question.required || contains(question, target)))
            continue;
        if (question.kind == Kind::Group)
            fillFor(target, *question.items, question.access.childToEdit(record), random);
        else if (question.kind == Kind::Items)
            fillFor(target, *question.items, question.access.append(record), random);
        else
            set(question, record, valueFor(question, random));
    }
}

/// Few answers, valid together, in which `target` is asked and answered.
inline Answers answersFor(const Question &target)
{
    Random random(7);
    Answers answers;
    fillFor(target, answersType(), &answers, random);
    return answers;
}

} // namespace skanse::samples
