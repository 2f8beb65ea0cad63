// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/rich_answers.h"

#include <string>
#include <vector>

namespace skanse::test {

/// The text in every question that accepts it: free lines and words.
inline Answers hostileAnswers(const std::string &text)
{
    Answers answers = richAnswers();
    forEachRecord(answersType(), &answers, [&](const RecordType &type, void *record) {
        for (const Question &question : type.questions) {
            if (question.id == "service.health.path" || !holds(question.when, type, record))
                continue; // must begin with a slash; set below
            AnswerValue value;
            if (question.kind == Kind::Line)
                value = text;
            else if (question.kind == Kind::Words && isSet(question.access.get(record)))
                value = std::vector<std::string>{text, "x" + text};
            else
                continue;
            if (check(question, value))
                (void)question.access.set(record, value);
        }
    });
    for (Service &service : answers.services)
        if (!service.health.path.empty())
            service.health.path = "/" + text;
    return answers;
}

} // namespace skanse::test
