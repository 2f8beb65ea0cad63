// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/profile/writer.h"

#include "core/profile/migration.h"
#include "core/schema/question.h"
#include "core/yaml/writer.h"

#include <QCryptographicHash>

namespace skanse {

namespace {

using yaml::Node;

Node listNode(const std::vector<std::string> &words)
{
    constexpr std::size_t kFitsOnOneLine = 60;
    std::size_t length = 0;
    for (const auto &word : words)
        length += word.size() + 2;
    Node node = Node::list(words);
    if (length <= kFitsOnOneLine)
        node.flow();
    return node;
}

/// An answer that was emptied although its default is not empty is written as empty.
Node emptyNode(const AnswerValue &standard)
{
    return std::holds_alternative<std::vector<std::string>>(standard) ? Node::list() : Node("");
}

Node valueNode(const AnswerValue &value, const AnswerValue &standard)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return *number;
    if (const auto *text = std::get_if<std::string>(&value))
        return *text;
    if (const auto *words = std::get_if<std::vector<std::string>>(&value))
        return listNode(*words);
    return emptyNode(standard);
}

Node recordNode(const RecordType &type, const void *record);

Node itemsNode(const Question &question, const void *record)
{
    Node list = Node::list();
    for (std::size_t i = 0; i < question.access.count(record); ++i)
        list.append(recordNode(*question.items, question.access.at(record, i)));
    return list;
}

void addAnswers(Node &map, const RecordType &type, const void *record)
{
    for (const Question &question : type.questions) {
        if (!holds(question.when, type, record))
            continue;
        if (question.kind == Kind::Group || question.kind == Kind::Items) {
            Node below = question.kind == Kind::Group
                           ? recordNode(*question.items, question.access.child(record))
                           : itemsNode(question, record);
            if (!below.entries().empty())
                map.add(question.key, std::move(below));
            continue;
        }
        const AnswerValue value = question.access.get(record);
        const AnswerValue standard = defaultOf(type, question);
        if (value != standard)
            map.add(question.key, valueNode(value, standard));
    }
}

Node recordNode(const RecordType &type, const void *record)
{
    Node map = Node::map();
    addAnswers(map, type, record);
    return map;
}

} // namespace

std::string writeProfile(const Answers &answers)
{
    std::vector<Node> documents{Node::map()};
    documents.front().add("skanse", kProfileVersion);
    addAnswers(documents.front(), answersType(), &answers);
    // Keys come from the question table, where they are unique, so there is no duplicate.
    return yaml::write(documents, {}, {}).value().text;
}

std::string fingerprint(const Answers &answers)
{
    return fingerprintOf(writeProfile(answers));
}

std::string fingerprintOf(std::string_view profile)
{
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(profile.data(), static_cast<qsizetype>(profile.size())),
        QCryptographicHash::Sha256);
    return hash.toHex().first(12).toStdString();
}

} // namespace skanse
