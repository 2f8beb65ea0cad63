// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/conformance/profiles/coverage.h"

#include "core/catalogue/catalogue.h"
#include "core/schema/question.h"
#include "tests/support/answer_samples.h"

namespace skanse::profiles {

void Coverage::add(const Answers &answers)
{
    for (const Service &service : answers.services)
        m_presets.insert(service.preset);
    m_sizes.insert(answers.services.size());
    addRecord(answersType(), &answers);
}

void Coverage::addRecord(const RecordType &type, const void *record)
{
    for (const Question &question : type.questions) {
        if (question.kind == Kind::Group) {
            addRecord(*question.items, question.access.child(record));
            continue;
        }
        if (question.kind == Kind::Items) {
            for (std::size_t i = 0; i < question.access.count(record); ++i) {
                m_answered.emplace(question.id);
                addRecord(*question.items, question.access.at(record, i));
            }
            continue;
        }
        if (!holds(question.when, type, record))
            continue;
        const AnswerValue value = question.access.get(record);
        if (value != defaultOf(type, question))
            m_answered.emplace(question.id);
        if (const auto *word = std::get_if<std::string>(&value))
            m_choices.insert(std::string(question.id) + "=" + *word);
        else if (const auto *words = std::get_if<std::vector<std::string>>(&value))
            for (const std::string &one : *words)
                m_choices.insert(std::string(question.id) + "=" + one);
    }
}

std::vector<std::string> Coverage::missing() const
{
    std::vector<std::string> missing;
    for (const Preset &preset : catalogue().presets)
        if (!m_presets.contains(preset.id))
            missing.push_back("preset " + preset.id);
    for (const Question *question : allQuestions()) {
        if (question->kind != Kind::Group && !m_answered.contains(std::string(question->id)))
            missing.push_back("question " + std::string(question->id));
        for (const Choice &choice : question->choices)
            if (const std::string one = std::string(question->id) + "=" + std::string(choice.word);
                !m_choices.contains(one))
                missing.push_back("choice " + one);
    }
    for (const Control &control : catalogue().controls)
        if (control.waivable
            && !m_choices.contains("service.waiver.control=" + std::string(toString(control.id))))
            missing.push_back("waiver of " + std::string(toString(control.id)));
    if (m_sizes.empty() || *m_sizes.begin() > 1)
        missing.emplace_back("a workload of one service");
    if (m_sizes.empty() || *m_sizes.rbegin() < 25)
        missing.emplace_back("a workload of 25 services or more");
    return missing;
}

} // namespace skanse::profiles
