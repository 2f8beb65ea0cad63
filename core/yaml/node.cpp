// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/node.h"

namespace skanse::yaml {

namespace {

/// One of 64 bits for each key.
std::uint64_t bitOf(std::string_view key)
{
    if (key.empty())
        return 1;
    const auto sum = key.size() + 5U * static_cast<unsigned char>(key.front())
                   + 3U * static_cast<unsigned char>(key[key.size() / 2])
                   + static_cast<unsigned char>(key.back());
    return std::uint64_t{1} << (sum % 64);
}

} // namespace

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

template <class... Value> Node &Node::emplace(std::string_view key, Value &&...value)
{
    if (m_entries.capacity() == 0) // growing one by one would move every child
        m_entries.reserve(kUsual);
    return m_entries.emplace_back(key, std::forward<Value>(value)...).value;
}

Node &Node::add(std::string_view key, Node &&value)
{
    return emplace(key, std::move(value));
}

Node &Node::addNumber(std::string_view key, Kind kind, std::int64_t number)
{
    return emplace(key, kind, number);
}

Node &Node::addText(std::string_view key, std::string_view text)
{
    return emplace(key, text);
}

Node &Node::append(Node &&value)
{
    return emplace({}, std::move(value));
}

Node &Node::appendText(std::string_view text)
{
    return emplace({}, text);
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
    std::uint64_t seen = 0; // keys are compared only when their bits are the same
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        if (m_kind == Kind::Map) {
            const std::uint64_t bit = bitOf(entry.key);
            for (std::size_t j = 0; (seen & bit) != 0 && j < i; ++j)
                if (entry.key == m_entries[j].key)
                    return entry.key;
            seen |= bit;
        }
        if (entry.value.m_entries.empty())
            continue;
        if (const auto below = entry.value.duplicateKey(); !below.empty())
            return below;
    }
    return {};
}

} // namespace skanse::yaml
