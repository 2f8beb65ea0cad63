// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/profile/answer_path.h"

#include <algorithm>

namespace skanse {

namespace {

std::string identityOf(const Question &question, const void *record, std::size_t index)
{
    const RecordType &type = *question.items;
    const Question *identity = type.identity.empty() ? nullptr : type.find(type.identity);
    return identity == nullptr ? std::string{}
                               : toString(identity->access.get(question.access.at(record, index)));
}

/// Takes `name` and the point behind it off the front of `path`.
bool take(std::string_view &path, std::string_view name)
{
    if (name.empty() || !path.starts_with(name)
        || (path.size() > name.size() && path[name.size()] != '.'))
        return false;
    path.remove_prefix(std::min(path.size(), name.size() + 1));
    return true;
}

std::optional<FoundAnswer> findIn(const RecordPath &where, const void *record,
                                  std::string_view path);

/// Identities may contain points, so each item is tried; the first that leads to an answer wins.
std::optional<FoundAnswer> findItem(const RecordPath &where, const Question &question,
                                    const void *record, std::string_view path)
{
    for (std::size_t i = 0; i < question.access.count(record); ++i) {
        for (const std::string &name :
             {itemName(question, record, i), "#" + std::to_string(i + 1)}) {
            std::string_view rest = path;
            if (!take(rest, name))
                continue;
            if (rest.empty())
                return FoundAnswer{&question, &where.type(), record, where, i};
            if (auto found = findIn(where.item(question, i), question.access.at(record, i), rest))
                return found;
        }
    }
    return std::nullopt;
}

std::optional<FoundAnswer> findIn(const RecordPath &where, const void *record,
                                  std::string_view path)
{
    const RecordType &type = where.type();
    const Question *question = type.find(path.substr(0, path.find('.')));
    if (question == nullptr)
        return std::nullopt;
    take(path, question->key);
    if (path.empty())
        return FoundAnswer{question, &type, record, where, std::nullopt};
    if (question->kind == Kind::Group)
        return findIn(where.group(*question), question->access.child(record), path);
    if (question->kind == Kind::Items)
        return findItem(where, *question, record, path);
    return std::nullopt;
}

} // namespace

AnswerValue FoundAnswer::value() const
{
    return question == nullptr || question->access.get == nullptr ? AnswerValue{}
                                                                  : question->access.get(record);
}

std::optional<FoundAnswer> findAnswer(const Answers &answers, std::string_view path)
{
    return findIn(RecordPath(), &answers, path);
}

std::string itemName(const Question &question, const void *record, std::size_t index)
{
    std::string name = identityOf(question, record, index);
    for (std::size_t i = 0; i < index && !name.empty(); ++i)
        if (identityOf(question, record, i) == name)
            name.clear();
    return name.empty() ? "#" + std::to_string(index + 1) : name;
}

} // namespace skanse
