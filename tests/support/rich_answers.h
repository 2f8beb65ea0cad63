// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/profile/reader.h"
#include "tests/support/answer_samples.h"
#include "tests/support/examples.h"

namespace skanse::test {

/// A workload that answers every question.
inline Answers richAnswers()
{
    const auto read = readProfile(
        readAll(sourceFolder() + QStringLiteral("/tests/golden/everything/input.skanse.yaml")));
    return read.profile ? read.profile->answers : Answers{};
}

/// Calls `visit(type, record)` for every record, the root included.
template <class Visit> void forEachRecord(const RecordType &type, void *record, const Visit &visit)
{
    visit(type, record);
    for (const Question &question : type.questions) {
        if (question.kind == Kind::Group) {
            forEachRecord(*question.items, question.access.childToEdit(record), visit);
        } else if (question.kind == Kind::Items) {
            for (std::size_t i = 0; i < question.access.count(record); ++i)
                forEachRecord(*question.items,
                              const_cast<void *>(question.access.at(record, i)), // NOLINT
                              visit);
        }
    }
}

/// Other values than the present one that check() accepts.
inline std::vector<AnswerValue> otherValues(const Question &question, const AnswerValue &present)
{
    std::vector<AnswerValue> others;
    const auto add = [&](AnswerValue value) {
        if (value != present && check(question, value))
            others.push_back(std::move(value));
    };
    if (question.kind == Kind::Flag)
        add(!(isSet(present) && std::get<bool>(present)));
    for (const Choice &choice : question.choices)
        add(question.kind == Kind::Choices
                ? AnswerValue{std::vector<std::string>{std::string(choice.word)}}
                : AnswerValue{std::string(choice.word)});
    if (question.kind == Kind::Integer && isSet(present)) {
        add(std::get<std::int64_t>(present) + 1);
        add(std::get<std::int64_t>(present) - 1);
    }
    if (question.kind == Kind::Bytes || question.kind == Kind::Duration
        || question.kind == Kind::Cpu)
        for (const char *text : {"2", "3", "90s", "3Gi", "300Mi", "400Gi"})
            add(std::string(text));
    if (question.kind == Kind::Country)
        add(std::string("CA"));
    if (question.kind == Kind::Countries)
        add(std::vector<std::string>{"DK"});
    if (others.empty())
        for (std::uint64_t seed = 1; seed < 20; ++seed) {
            samples::Random random(seed);
            add(samples::valueFor(question, random));
        }
    if (!question.required)
        add(AnswerValue{});
    return others;
}

/// The base with one answer to `question` changed, once for each other value, wherever it is asked.
inline std::vector<Answers> variationsOf(const Answers &base, const Question &question)
{
    std::vector<Answers> variations;
    Answers look = base;
    std::vector<AnswerValue> presents;
    forEachRecord(answersType(), &look, [&](const RecordType &type, void *record) {
        if (type.find(question.key) == &question && holds(question.when, type, record))
            presents.push_back(question.access.get(record));
    });
    for (std::size_t which = 0; which < presents.size(); ++which)
        for (const AnswerValue &value : otherValues(question, presents[which])) {
            Answers changed = base;
            std::size_t at = 0;
            forEachRecord(answersType(), &changed, [&](const RecordType &type, void *record) {
                if (type.find(question.key) == &question && holds(question.when, type, record)
                    && at++ == which)
                    (void)question.access.set(record, value);
            });
            variations.push_back(std::move(changed));
        }
    return variations;
}

} // namespace skanse::test
