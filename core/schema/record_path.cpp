// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/schema/record_path.h"

#include <algorithm>
#include <charconv>

namespace skanse {

namespace {

const Question &rootQuestion(std::string_view key)
{
    return *answersType().find(key); // the root has these three for good; tests hold it
}

} // namespace

RecordPath RecordPath::group(const Question &question) const
{
    RecordPath path = *this;
    path.m_steps.push_back({&question, 0});
    return path;
}

RecordPath RecordPath::item(const Question &list, std::size_t index) const
{
    RecordPath path = *this;
    path.m_steps.push_back({&list, index});
    return path;
}

const RecordType &RecordPath::type() const
{
    return m_steps.empty() ? answersType() : *m_steps.back().question->items;
}

const void *RecordPath::in(const Answers &answers) const
{
    const void *record = &answers;
    for (const Step &step : m_steps) {
        const Access &access = step.question->access;
        if (step.question->kind == Kind::Group)
            record = access.child(record);
        else if (step.index < access.count(record))
            record = access.at(record, step.index);
        else
            return nullptr;
    }
    return record;
}

void *RecordPath::in(Answers &answers) const
{
    void *record = &answers;
    for (const Step &step : m_steps) {
        const Access &access = step.question->access;
        if (step.question->kind == Kind::Group)
            record = access.childToEdit(record);
        else if (step.index < access.count(record))
            record = access.atToEdit(record, step.index);
        else
            return nullptr;
    }
    return record;
}

int RecordPath::service() const
{
    return !m_steps.empty() && m_steps.front().question == &rootQuestion("services")
             ? static_cast<int>(m_steps.front().index)
             : -1;
}

RecordPath RecordPath::renumbered(std::size_t depth, std::size_t index) const
{
    RecordPath path = *this;
    path.m_steps.at(depth).index = index;
    return path;
}

bool RecordPath::isBelow(const RecordPath &record, const Question &list) const
{
    const std::size_t depth = record.m_steps.size();
    return m_steps.size() > depth && m_steps[depth].question == &list
        && std::equal(record.m_steps.begin(), record.m_steps.end(), m_steps.begin());
}

RecordPath workloadPath()
{
    return RecordPath().group(rootQuestion("workload"));
}

RecordPath hostPath()
{
    return RecordPath().group(rootQuestion("host"));
}

RecordPath servicePath(std::size_t index)
{
    return RecordPath().item(rootQuestion("services"), index);
}

std::string keyOf(const AnswerPlace &place)
{
    std::string key;
    for (const RecordPath::Step &step : place.record.steps()) {
        key += step.question->key;
        if (step.question->kind == Kind::Items)
            key += "#" + std::to_string(step.index);
        key += '/';
    }
    if (place.question != nullptr)
        key += place.question->key;
    return key;
}

std::optional<AnswerPlace> placeOfKey(const Answers &answers, std::string_view key)
{
    RecordPath path;
    while (true) {
        const auto slash = key.find('/');
        std::string_view name = key.substr(0, slash);
        const auto hash = name.find('#');
        const Question *question = path.type().find(name.substr(0, hash));
        if (question == nullptr)
            return std::nullopt;
        if (slash == std::string_view::npos)
            return AnswerPlace{path, question};
        std::size_t index = 0;
        if (hash != std::string_view::npos) {
            name.remove_prefix(hash + 1);
            const auto [end, error] =
                std::from_chars(name.data(), name.data() + name.size(), index);
            if (error != std::errc() || question->kind != Kind::Items)
                return std::nullopt;
        } else if (question->kind != Kind::Group) {
            return std::nullopt;
        }
        path = path.item(*question, index);
        if (path.in(answers) == nullptr)
            return std::nullopt;
        key.remove_prefix(slash + 1);
    }
}

} // namespace skanse
