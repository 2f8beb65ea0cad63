// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pages/item_words.h"

#include "ui/fields/editor.h"
#include "ui/text/language.h"

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr qsizetype kMostParts = 5;

bool mentions(const Condition &condition, std::string_view key)
{
    return condition.key == key || std::ranges::any_of(condition.parts, [&](const Condition &part) {
               return mentions(part, key);
           });
}

/// Whether the answer only decides which other question is asked; then the other one says it all.
bool onlyChooses(const RecordType &type, const void *item, const Question &question)
{
    return std::ranges::any_of(type.questions, [&](const Question &other) {
        return other.required && mentions(other.when, question.key)
            && holds(other.when, type, item);
    });
}

} // namespace

QString itemSummary(const RecordType &type, const void *item)
{
    QStringList parts;
    for (const Question &question : type.questions) {
        if (question.key == type.identity || question.access.get == nullptr
            || !holds(question.when, type, item) || onlyChooses(type, item, question)
            || parts.size() == kMostParts)
            continue;
        const AnswerValue value = question.access.get(item);
        if (const auto *flag = std::get_if<bool>(&value)) {
            if (*flag)
                parts.append(say(question.label));
        } else if (isSet(value)) {
            parts.append(displayText(question, value));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

QString itemTitle(const Question &list, const void *record, std::size_t index)
{
    const RecordType &type = *list.items;
    const void *item = list.access.at(record, index);
    const Question *identity = type.identity.empty() ? nullptr : type.find(type.identity);
    if (identity != nullptr)
        if (const QString name = toQString(toString(identity->access.get(item))); !name.isEmpty())
            return name;
    return QString::number(index + 1);
}

std::string firstIdentity(const Question &list)
{
    const RecordType &type = *list.items;
    const Question *identity = type.identity.empty() ? nullptr : type.find(type.identity);
    if (identity == nullptr)
        return {};
    const std::string noun(type.id.substr(type.id.rfind('.') + 1));
    switch (identity->kind) {
    case Kind::Path:
        return "/" + noun;
    case Kind::VariableName:
        return "NAME";
    default:
        return noun;
    }
}

} // namespace skanse::ui
