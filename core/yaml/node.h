// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/origin.h"
#include "core/yaml/block_allocator.h"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skanse::yaml {

/// A value tree to be written. Scalars are text, whole numbers or booleans: nothing whose meaning
/// depends on the reader. Keys keep their order; a key that is added twice makes the tree invalid.
class Node
{
public:
    enum class Kind : std::uint8_t { Text, Number, Boolean, Map, List };

    /// Most texts that do not fit into the string itself fit into a block.
    using String = std::basic_string<char, std::char_traits<char>, BlockAllocator<char, 64>>;
    struct Entry;
    /// Most nodes have few children; room for these is taken at once.
    static constexpr std::size_t kUsual = 8;
    using Entries = std::vector<Entry, BlockAllocator<Entry, kUsual>>;

    Node(const std::string &text);
    Node(std::string_view text);
    Node(const char *text);
    Node(std::same_as<bool> auto value);
    template <std::integral Number>
        requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
    Node(Number value);

    static Node map();
    static Node list();
    static Node list(const std::vector<std::string> &texts);

    /// Adds to a map and returns the new child, so that `.why()` can follow.
    Node &add(std::string_view key, Node &&value);
    /// Scalars, which most children are: made where they stay, not moved there.
    Node &add(std::string_view key, const std::convertible_to<std::string_view> auto &text)
    {
        return addText(key, text);
    }
    Node &add(std::string_view key, std::integral auto value)
    {
        return addNumber(key, std::same_as<decltype(value), bool> ? Kind::Boolean : Kind::Number,
                         static_cast<std::int64_t>(value));
    }
    /// Adds to a list and returns the new child.
    Node &append(Node &&value);
    Node &append(const std::convertible_to<std::string_view> auto &text)
    {
        return appendText(text);
    }
    Node &append(std::integral auto value) { return append(Node(value)); }

    Node &why(const Origin &origin)
    {
        m_origin = origin;
        return *this;
    }
    /// Writes the children on one line: `[a, b]`. For short lists of scalars.
    Node &flow() &
    {
        m_flow = true;
        return *this;
    }
    Node &&flow() && { return std::move(flow()); }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] std::int64_t number() const { return m_number; }
    [[nodiscard]] const Entries &entries() const { return m_entries; }
    [[nodiscard]] const Origin &origin() const { return m_origin; }
    [[nodiscard]] bool isFlow() const { return m_flow; }
    [[nodiscard]] bool isScalar() const { return m_kind < Kind::Map; }
    /// A child of a map, or nothing.
    [[nodiscard]] const Node *find(std::string_view key) const;
    /// The first key that was added twice, here or below; empty when the tree is sound.
    [[nodiscard]] std::string_view duplicateKey() const;

private:
    Node(Kind kind, std::int64_t number);

    Node &addText(std::string_view key, std::string_view text);
    Node &addNumber(std::string_view key, Kind kind, std::int64_t number);
    Node &appendText(std::string_view text);
    template <class... Value> Node &emplace(std::string_view key, Value &&...value);

    Kind m_kind = Kind::Text;
    bool m_flow = false;
    std::int64_t m_number = 0;
    String m_text;
    Entries m_entries;
    Origin m_origin;
};

struct Node::Entry {
    template <class... Value>
    explicit Entry(std::string_view key_, Value &&...value_)
        : key(key_)
        , value(std::forward<Value>(value_)...)
    {
    }

    String key; ///< empty in lists
    Node value;
};

// Constructors stand here because a vector of Entry needs the complete type.
inline Node::Node(Kind kind, std::int64_t number) : m_kind(kind), m_number(number) {}
inline Node::Node(const std::string &text) : m_text(text) {}
inline Node::Node(std::string_view text) : m_text(text) {}
inline Node::Node(const char *text) : m_text(text) {}
inline Node::Node(std::same_as<bool> auto value) : Node(Kind::Boolean, value ? 1 : 0) {}
template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
Node::Node(Number value) : Node(Kind::Number, static_cast<std::int64_t>(value))
{
}

} // namespace skanse::yaml
