// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/plain_reader.h"

#include <algorithm>
#include <array>

namespace skanse::yaml {

namespace {

constexpr bool startsWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || c == '/' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// What means nothing to YAML inside a word, wherever it stands; a table, because every character is
/// looked up.
constexpr auto kInWord = [] {
    std::array<bool, 256> inWord{};
    for (unsigned c = 0; c < inWord.size(); ++c)
        inWord[c] = startsWord(static_cast<char>(c))
                 || std::string_view(".@+-").find(static_cast<char>(c)) != std::string_view::npos;
    return inWord;
}();

bool isNull(std::string_view word)
{
    return word == "null" || word == "Null" || word == "NULL";
}

Value::Entry &addTo(Value &value)
{
    if (value.entries.empty()) // growing one by one would move every entry
        value.entries.reserve(value.kind == Value::Kind::Map ? 6 : 3);
    return value.entries.emplace_back();
}

/// Goes through the text once. Each function returns whether what it read is plain; after the first
/// that says no, nothing that was read counts.
class PlainReader
{
public:
    PlainReader(std::string_view text, const Limits &limits) : m_text(text), m_limits(limits) {}

    bool document(Value &root)
    {
        toNextLine();
        if (m_indent == 0
            && m_text.substr(m_at).starts_with("---\n")) { // as the writer begins a file
            m_at += 3;
            if (!endLine())
                return false;
        }
        return !isEnd() && block(root, m_indent, 1) && isEnd();
    }

private:
    // Looking beyond the end gives a line feed: it ends whatever is being read.
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\n';
    }
    [[nodiscard]] bool isEnd() const { return m_at >= m_text.size(); }

    void skipSpaces()
    {
        while (peek() == ' ')
            ++m_at;
    }

    /// Where the reader is. Columns are code points.
    Place place()
    {
        for (; m_counted < m_at; ++m_counted)
            m_column += (static_cast<unsigned char>(m_text[m_counted]) & 0xC0U) != 0x80 ? 1 : 0;
        return {m_line, m_column};
    }

    /// To the first character of the next line that is not empty, or to the end.
    void toNextLine()
    {
        for (;;) {
            const std::size_t start = m_at;
            skipSpaces();
            m_indent = static_cast<int>(m_at - start);
            skipComment();
            if (isEnd() || peek() != '\n')
                return;
            startLine();
        }
    }

    void skipComment()
    {
        if (peek() == '#')
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
    }

    void startLine()
    {
        m_counted = ++m_at;
        m_column = 1;
        ++m_line;
    }

    /// What may follow a value: nothing or a comment. Then to the next line.
    bool endLine()
    {
        const std::size_t end = m_at;
        skipSpaces();
        if (m_at > end)
            skipComment();
        if (peek() != '\n')
            return false;
        if (!isEnd())
            startLine();
        toNextLine();
        return true;
    }

    bool open(Value &value, Value::Kind kind, int depth)
    {
        value.kind = kind;
        value.place = place();
        return depth <= m_limits.depth && ++m_nodes <= m_limits.nodes;
    }

    bool block(Value &value, int indent, int depth)
    {
        return peek() == '-' ? blockList(value, indent, depth) : blockMap(value, indent, depth);
    }

    /// Whether a line of this collection is next. A line that is further in belongs to nothing plain.
    bool continues(int indent) const { return !isEnd() && m_indent == indent; }
    bool isOver(int indent) const { return isEnd() || m_indent < indent; }

    bool blockMap(Value &map, int indent, int depth)
    {
        if (!open(map, Value::Kind::Map, depth))
            return false;
        do {
            Value::Entry *entry = key(map);
            if (entry == nullptr)
                return false;
            if (peek() == ' ' && !isBehindBlanks('\n') && !isBehindBlanks('#')) {
                skipSpaces();
                if (!inlineValue(entry->value, depth + 1) || !endLine())
                    return false;
            } else if (!endLine() || isOver(indent + 1)
                       || !block(entry->value, m_indent, depth + 1)) {
                return false;
            }
        } while (continues(indent));
        return isOver(indent);
    }

    bool blockList(Value &list, int indent, int depth)
    {
        if (!open(list, Value::Kind::List, depth))
            return false;
        do {
            if (peek() != '-' || peek(1) != ' ')
                return false;
            m_at += 2;
            Value &item = addTo(list).value;
            if (isKey() ? !blockMap(item, indent + 2, depth + 1)
                        : !(inlineValue(item, depth + 1) && endLine()))
                return false;
        } while (continues(indent));
        return isOver(indent);
    }

    [[nodiscard]] bool isBehindBlanks(char c) const
    {
        const std::size_t at = m_text.find_first_not_of(' ', m_at);
        return at == std::string_view::npos ? c == '\n' : m_text[at] == c;
    }

    [[nodiscard]] std::size_t keyEnd() const
    {
        std::size_t end = m_at;
        while (end < m_text.size() && kInWord[static_cast<unsigned char>(m_text[end])])
            ++end;
        return end;
    }

    [[nodiscard]] bool isKey() const
    {
        const std::size_t end = keyEnd() - m_at;
        return peek(end) == ':' && (peek(end + 1) == ' ' || peek(end + 1) == '\n');
    }

    /// Reads a key and its colon; the new entry, or nothing.
    Value::Entry *key(Value &map)
    {
        // Far below the length from which yaml-cpp takes no key, and the number that is slow to compare.
        constexpr std::size_t kLongest = 64;
        constexpr std::size_t kMost = 64;
        const std::string_view word = m_text.substr(m_at, keyEnd() - m_at);
        if (word.empty() || word.size() > kLongest || !startsWord(word.front()) || isNull(word)
            || map.entries.size() == kMost || map.find(word) != nullptr)
            return nullptr;
        const Place start = place();
        m_at += word.size();
        if (peek() != ':' || (peek(1) != ' ' && peek(1) != '\n') || ++m_nodes > m_limits.nodes)
            return nullptr;
        ++m_at;
        Value::Entry &entry = addTo(map);
        entry.key = word;
        entry.keyPlace = start;
        return &entry;
    }

    /// A value that stands on one line.
    bool inlineValue(Value &value, int depth)
    {
        switch (peek()) {
        case '"':
        case '\'':
            return quoted(value);
        case '[':
            return flow(value, depth, Value::Kind::List, ']');
        case '{':
            return flow(value, depth, Value::Kind::Map, '}');
        default:
            return word(value);
        }
    }

    bool scalar(Value &value, std::size_t from, std::size_t to)
    {
        value.kind = Value::Kind::Scalar;
        value.text = m_text.substr(from, to - from);
        return ++m_nodes <= m_limits.nodes;
    }

    bool quoted(Value &value)
    {
        value.place = place();
        value.quoted = true;
        const char quote = m_text[m_at++];
        const std::size_t from = m_at;
        while (peek() != quote) {
            if (peek() == '\\' || (peek() >= 0 && peek() < ' ')) // an escape, a tab, the line's end
                return false;
            ++m_at;
        }
        const std::size_t to = m_at++;
        return peek() != quote && scalar(value, from, to);
    }

    bool word(Value &value)
    {
        if (!startsWord(peek()))
            return false;
        value.place = place();
        const std::size_t from = m_at;
        // A colon or a space is part of the word when the word goes on behind it.
        while (
            kInWord[static_cast<unsigned char>(peek())]
            || ((peek() == ':' || peek() == ' ') && kInWord[static_cast<unsigned char>(peek(1))]))
            ++m_at;
        return !isNull(m_text.substr(from, m_at - from)) && scalar(value, from, m_at);
    }

    /// A map or a list in brackets.
    bool flow(Value &value, int depth, Value::Kind kind, char bracket)
    {
        if (!open(value, kind, depth))
            return false;
        ++m_at;
        skipSpaces();
        bool isFirst = true;
        while (peek() != bracket) {
            if (!isFirst) {
                if (peek() != ',')
                    return false;
                ++m_at;
                skipSpaces();
            }
            isFirst = false;
            Value::Entry *entry = kind == Value::Kind::Map ? key(value) : &addTo(value);
            if (entry == nullptr)
                return false;
            skipSpaces();
            if (!inlineValue(entry->value, depth + 1))
                return false;
            skipSpaces();
        }
        ++m_at;
        return true;
    }

    std::string_view m_text;
    const Limits &m_limits;
    std::size_t m_at = 0;
    int m_indent = 0; ///< of the line
    int m_line = 1;
    int m_column = 1;
    std::size_t m_counted = 0; ///< m_column is of this character
    std::size_t m_nodes = 0;
};

} // namespace

std::optional<Value> readPlain(std::string_view text, const Limits &limits)
{
    std::optional<Value> root(std::in_place);
    if (!PlainReader(text, limits).document(*root))
        root.reset();
    return root;
}

} // namespace skanse::yaml
