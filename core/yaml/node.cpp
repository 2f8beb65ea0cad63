// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/node.h"

namespace skanse::yaml {

Node::Node(std::string text) : m_text(std::move(text)) {}
Node::Node(Kind kind, std::int64_t number) : m_kind(kind), m_number(number) {}

Node Node::map()
{
    return {Kind::Map, 0};
}
Node Node::list()
{
    return {Kind::List, 0};
}

Node Node::list(const std::vector<std::string> &texts)
{
    Node node = list();
    node.m_entries.reserve(texts.size());
    for (const auto &text : texts)
        node.append(text);
    return node;
}

Node &Node::add(std::string_view key, Node value)
{
    return m_entries.emplace_back(Entry{std::string(key), std::move(value)}).value;
}

Node &Node::append(Node value)
{
    return m_entries.emplace_back(Entry{{}, std::move(value)}).value;
}

const Node *Node::find(std::string_view key) const
{
    for (const Entry &entry : m_entries)
        if (entry.key == key)
            return &entry.value;
    return nullptr;
}

std::string_view Node::duplicateKey() const
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_kind == Kind::Map)
            for (std::size_t j = 0; j < i; ++j)
                if (m_entries[i].key == m_entries[j].key)
                    return m_entries[i].key;
        if (const auto below = m_entries[i].value.duplicateKey(); !below.empty())
            return below;
    }
    return {};
}

} // namespace skanse::yaml
