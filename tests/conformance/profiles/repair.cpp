// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/conformance/profiles/repair.h"

#include "core/profile/answer_path.h"

#include <set>

namespace skanse::profiles {

namespace {

void removeItem(Answers &answers, const RecordPath &owner, const Question &list, std::size_t index)
{
    list.access.remove(owner.in(answers), index);
}

/// Removes the item that the record is, or that it belongs to; false for the workload and the host.
bool removeAround(Answers &answers, const RecordPath &record)
{
    RecordPath owner;
    RecordPath last;
    const Question *list = nullptr;
    std::size_t index = 0;
    for (const RecordPath::Step &step : record.steps()) {
        if (step.question->kind == Kind::Items) {
            last = owner;
            list = step.question;
            index = step.index;
            owner = owner.item(*step.question, step.index);
        } else {
            owner = owner.group(*step.question);
        }
    }
    if (list == nullptr)
        return false;
    removeItem(answers, last, *list, index);
    return true;
}

/// Every answer to the question below the record becomes the default; whether one was another.
bool takeBack(const RecordType &type, void *record, std::string_view id)
{
    bool changed = false;
    for (const Question &question : type.questions) {
        if (question.kind == Kind::Group) {
            changed |= takeBack(*question.items, question.access.childToEdit(record), id);
        } else if (question.kind == Kind::Items) {
            for (std::size_t i = 0; i < question.access.count(record); ++i)
                changed |= takeBack(*question.items, question.access.atToEdit(record, i), id);
        } else if (question.id == id && !question.required
                   && question.access.get(record) != defaultOf(type, question)) {
            samples::set(question, record, defaultOf(type, question));
            changed = true;
        }
    }
    return changed;
}

/// Removes one item of the list that holds the question, below the record.
bool removeOne(const RecordType &type, void *record, const Question &target, Random &random)
{
    for (const Question &question : type.questions) {
        if (question.items == nullptr || !samples::contains(question, target))
            continue;
        if (question.kind == Kind::Group)
            return removeOne(*question.items, question.access.childToEdit(record), target, random);
        const std::size_t count = question.access.count(record);
        if (count == 0)
            return false;
        question.access.remove(record, static_cast<std::size_t>(random.between(
                                           0, static_cast<std::int64_t>(count) - 1)));
        return true;
    }
    return false;
}

/// The nearest record that the path leads to.
FoundAnswer nearest(const Answers &answers, std::string_view path)
{
    while (!path.empty()) {
        if (auto found = findAnswer(answers, path))
            return *found;
        const auto point = path.rfind('.');
        path = point == std::string_view::npos ? std::string_view() : path.substr(0, point);
    }
    return {nullptr, &answersType(), &answers, RecordPath(), std::nullopt};
}

/// The record that the diagnostic is about, when it is no single answer.
RecordPath recordOf(const FoundAnswer &found)
{
    if (found.question == nullptr)
        return found.where;
    if (found.question->kind == Kind::Group)
        return found.where.group(*found.question);
    return found.item ? found.where.item(*found.question, *found.item) : found.where;
}

} // namespace

void repair(Answers &answers, const Diagnostic &problem, const Known &known, Random &random)
{
    const FoundAnswer found = nearest(answers, problem.path);
    const RecordPath where = recordOf(found);
    void *record = where.in(answers);
    if (found.question != nullptr && !samples::isNested(found.question->kind)) {
        const Question &question = *found.question;
        const AnswerValue usual = defaultOf(*found.type, question);
        if (!question.required && question.access.get(record) != usual) {
            samples::set(question, record, usual);
            return;
        }
        if (question.required && (where.service() < 0 || random.chance(50))) {
            samples::set(question, record, drawValue(question, known, random));
            return;
        }
        if (removeAround(answers, where))
            return;
    }
    // The cause is somewhere below the record, or in what the preset brings.
    const Question *asked = findQuestion(problem.question);
    if (takeBack(where.type(), record, problem.question)
        || (asked != nullptr && removeOne(where.type(), record, *asked, random)))
        return;
    if (asked != nullptr && asked->required && where.service() < 0
        && where.type().find(asked->key) == asked) {
        samples::set(*asked, record, drawValue(*asked, known, random));
        return;
    }
    removeAround(answers, where);
}

void tidy(const RecordType &type, void *record)
{
    for (const Question &question : type.questions) {
        if (question.kind == Kind::Group) {
            tidy(*question.items, question.access.childToEdit(record));
        } else if (question.kind == Kind::Items) {
            const Question *identity = question.items->find(question.items->identity);
            std::set<AnswerValue> names;
            for (std::size_t i = 0; i < question.access.count(record);) {
                void *item = question.access.atToEdit(record, i);
                tidy(*question.items, item);
                if (identity != nullptr && !names.insert(identity->access.get(item)).second)
                    question.access.remove(record, i);
                else
                    ++i;
            }
        } else if (!holds(question.when, type, record)) {
            samples::set(question, record, defaultOf(type, question));
        }
    }
}

} // namespace skanse::profiles
