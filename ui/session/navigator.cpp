// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/navigator.h"

#include "core/profile/answer_path.h"

#include <algorithm>
#include <optional>

namespace skanse::ui {

namespace {

/// The first record below `path` (itself included) whose type has the question.
std::optional<AnswerPlace> search(const Answers &answers, const RecordPath &path,
                                  const Question &wanted)
{
    const RecordType &type = path.type();
    const void *record = path.in(answers);
    if (record == nullptr)
        return std::nullopt;
    for (const Question &question : type.questions)
        if (&question == &wanted)
            return AnswerPlace{path, &question};
    for (const Question &question : type.questions) {
        if (question.kind == Kind::Group) {
            if (auto found = search(answers, path.group(question), wanted))
                return found;
        } else if (question.kind == Kind::Items) {
            for (std::size_t i = 0; i < question.access.count(record); ++i)
                if (auto found = search(answers, path.item(question, i), wanted))
                    return found;
            // No item asks it yet: then the list is where to begin.
            if (std::ranges::any_of(question.items->questions,
                                    [&](const Question &q) { return &q == &wanted; }))
                return AnswerPlace{path, &question};
        }
    }
    return std::nullopt;
}

} // namespace

void Navigator::goTo(Step step)
{
    if (step == m_step)
        return;
    m_step = step;
    emit stepChanged(step);
}

void Navigator::selectService(std::size_t index)
{
    if (index == m_service)
        return;
    m_service = index;
    emit serviceChanged(index);
}

void Navigator::noteQuestion(const AnswerPlace &place)
{
    m_question = place;
    emit questionNoted(place);
}

void Navigator::jumpTo(const AnswerPlace &place)
{
    if (place.isNull())
        return;
    if (const int service = place.record.service(); service >= 0)
        selectService(static_cast<std::size_t>(service));
    goTo(stepOf(place.question->page));
    emit questionWanted(place);
}

void Navigator::showArtifact(const QString &path, int line)
{
    m_artifact = path;
    emit artifactWanted(path, line);
}

AnswerPlace placeOf(const Answers &answers, std::string_view questionId, int service)
{
    const Question *question = findQuestion(questionId);
    if (question == nullptr)
        return {};
    if (service >= 0)
        if (auto found = search(answers, servicePath(static_cast<std::size_t>(service)), *question))
            return *found;
    return search(answers, RecordPath(), *question).value_or(AnswerPlace{});
}

AnswerPlace placeAt(const Answers &answers, std::string_view path, std::string_view questionId)
{
    // Longest part of the path that leads somewhere: a missing answer has no place of its own.
    for (std::string_view rest = path; !rest.empty();) {
        if (const auto found = findAnswer(answers, rest)) {
            if (!found->item)
                return {found->where, found->question};
            const RecordPath item = found->where.item(*found->question, *found->item);
            const auto &questions = item.type().questions;
            const auto wanted = std::ranges::find(questions, questionId, &Question::id);
            return {item, wanted == questions.end() ? &questions.front() : &*wanted};
        }
        const auto point = rest.rfind('.');
        if (point == std::string_view::npos)
            break;
        rest = rest.substr(0, point);
    }
    return placeOf(answers, questionId, -1);
}

} // namespace skanse::ui
