// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/writer.h"

#include "core/base/hygiene.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace skanse::yaml {

namespace {

constexpr std::array<std::string_view, 11> kReservedWords{
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"};

bool isReserved(std::string_view text)
{
    return std::ranges::any_of(kReservedWords, [&](std::string_view word) {
        return std::ranges::equal(text, word, [](char given, char letter) {
            return given == letter || given == letter - 'a' + 'A';
        });
    });
}

/// "e69": to npm's yaml, in YAML 1.1, a number without digits before its exponent.
bool isBareExponent(std::string_view text)
{
    return (text[0] == 'e' || text[0] == 'E') && text.size() > 1
        && std::ranges::all_of(text.substr(1),
                               [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What a character may be; a table, because every character is looked up.
enum CharacterUse : std::uint8_t {
    kPlain = 1,    ///< part of a scalar without quotes
    kFirst = 2,    ///< its first character
    kReserved = 4, ///< the first character of a reserved word
    kUsual = 8,    ///< printable ASCII that stands for itself in double quotes
};
constexpr auto kUses = [] {
    std::array<std::uint8_t, 256> uses{};
    for (unsigned i = 0x20; i < 0x7F; ++i) {
        const char c = static_cast<char>(i);
        const bool first = isLetter(c) || c == '_' || c == '/';
        const bool plain =
            first || (c >= '0' && c <= '9') || c == '.' || c == '@' || c == '-' || c == ':';
        const bool reserved = std::ranges::any_of(kReservedWords, [&](std::string_view word) {
            return c == word[0] || c == word[0] - 'a' + 'A';
        });
        uses[i] = static_cast<std::uint8_t>((plain ? kPlain : 0) | (first ? kFirst : 0)
                                            | (reserved ? kReserved : 0)
                                            | (c != '"' && c != '\\' ? kUsual : 0));
    }
    return uses;
}();

std::uint8_t usesOf(char c)
{
    return kUses[static_cast<unsigned char>(c)];
}

/// So many characters are looked at without a branch for each: every key and most values pass.
constexpr std::size_t kStride = 8;

/// Whether all characters of a stride have the use.
bool strideIs(const char *text, CharacterUse use)
{
    std::uint8_t common = use;
    for (std::size_t i = 0; i < kStride; ++i)
        common &= usesOf(text[i]);
    return common != 0;
}

/// Whether all characters have the use.
bool allAre(std::string_view text, CharacterUse use)
{
    if (text.size() < kStride)
        return std::ranges::all_of(text, [use](char c) { return (usesOf(c) & use) != 0; });
    const std::size_t last = text.size() - kStride; // looks at some a second time
    for (std::size_t at = 0;; at = std::min(at + kStride, last)) {
        if (!strideIs(text.data() + at, use))
            return false;
        if (at == last)
            return true;
    }
}

void appendEscape(std::string &out, char letter, std::uint32_t point, unsigned digits)
{
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    out += '\\';
    out += letter;
    while (digits-- > 0)
        out += kHex[(point >> (4 * digits)) & 0xFU];
}

void appendQuoted(std::string &out, std::string_view text)
{
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at; // runs are appended whole
        while (at + kStride <= text.size() && strideIs(text.data() + at, kUsual))
            at += kStride;
        while (at < text.size() && (usesOf(text[at]) & kUsual) != 0)
            ++at;
        out.append(text, from, at - from);
        if (at == text.size())
            break;
        const char c = text[at];
        if (c == '"' || c == '\\' || c == '\n') {
            out += '\\';
            out += c == '\n' ? 'n' : c;
            ++at;
            continue;
        }
        std::uint32_t point = 0;
        const std::size_t length = decodeUtf8(text, at, point);
        if (length == 0) {
            out += "\xEF\xBF\xBD"; // U+FFFD
            ++at;
            continue;
        }
        if (c == '\t')
            out += "\\t";
        else if (c == '\r')
            out += "\\r";
        else if (hiddenKind(point).empty())
            out.append(text, at, length);
        else if (point < 0x100)
            appendEscape(out, 'x', point, 2);
        else if (point < 0x10000)
            appendEscape(out, 'u', point, 4);
        else
            appendEscape(out, 'U', point, 8);
        at += length;
    }
    out += '"';
}

/// Comments hold program text; should it ever hold more, it stays in its line.
void appendComment(std::string &out, std::string_view text)
{
    const std::size_t from = out.size();
    out += text;
    while (const auto bad =
               findBadCharacter(std::string_view(out).substr(from), LineBreaks::Refused))
        out[from + bad->offset] = ' ';
}

/// Whether a node takes no lines of its own.
bool isOnOneLine(const Node &node)
{
    return node.isScalar() || node.isFlow() || node.entries().empty();
}

void addControlsBelow(const Node &node, ControlSet &controls)
{
    for (const auto &entry : node.entries()) {
        controls.insert(entry.value.origin().controls);
        addControlsBelow(entry.value, controls);
    }
}

/// The controls of everything that stands on the node's first line.
ControlSet lineControls(const Node &node, bool inList)
{
    ControlSet controls = node.origin().controls;
    if (isOnOneLine(node))
        addControlsBelow(node, controls);
    else if (inList && node.kind() == Node::Kind::Map)
        controls.insert(lineControls(node.entries().front().value, false));
    return controls;
}

class Writer
{
public:
    explicit Writer(Commenter commenter) : m_commenter(std::move(commenter))
    {
        m_out.reserve(8192);
        m_spans.reserve(128);
    }

    void header(std::span<const std::string> lines)
    {
        for (const auto &line : lines) {
            m_out += line.empty() ? "#" : "# ";
            appendComment(m_out, line);
            endLine();
        }
    }

    void document(const Node &node)
    {
        const auto span = openSpan(node);
        m_out += "---";
        endWithIds(node.origin().controls);
        commentsAbove(node.origin().controls, 0);
        if (isOnOneLine(node)) {
            value(node);
            endLine();
        } else {
            children(node, 0);
        }
        closeSpan(span);
    }

    Text take() { return {std::move(m_out), std::move(m_spans)}; }

private:
    void endLine()
    {
        m_out += '\n';
        ++m_line;
    }

    void indentTo(int columns) { m_out.append(static_cast<std::size_t>(columns), ' '); }

    void scalarText(const Node &node)
    {
        switch (node.kind()) {
        case Node::Kind::Number:
            m_out += std::to_string(node.number());
            break;
        case Node::Kind::Boolean:
            m_out += node.number() != 0 ? "true" : "false";
            break;
        default:
            textScalar(node.text());
        }
    }

    void textScalar(std::string_view text)
    {
        if (isPlainSafe(text))
            m_out += text;
        else
            appendQuoted(m_out, text);
    }

    void flow(const Node &node)
    {
        const bool isMap = node.kind() == Node::Kind::Map;
        m_out += isMap ? '{' : '[';
        bool first = true;
        for (const auto &entry : node.entries()) {
            if (!first)
                m_out += ", ";
            first = false;
            if (isMap) {
                textScalar(entry.key);
                m_out += ": ";
            }
            openSpan(entry.value);
            value(entry.value);
        }
        m_out += isMap ? '}' : ']';
    }

    /// Comment lines above a line at `indent`.
    void commentsAbove(const ControlSet &controls, int indent)
    {
        if (controls.empty())
            return;
        for (const auto sentence : m_commenter.above(controls)) {
            indentTo(indent);
            m_out += "# ";
            appendComment(m_out, sentence);
            endLine();
        }
    }

    void endWithIds(const ControlSet &controls)
    {
        if (!controls.empty()) // most lines have none
            m_commenter.appendTrailing(m_out, "  # ", controls);
        endLine();
    }

    std::size_t openSpan(const Node &node)
    {
        if (node.origin().empty())
            return kNoSpan;
        m_spans.push_back({m_line, m_line, node.origin()});
        return m_spans.size() - 1;
    }

    void closeSpan(std::size_t span)
    {
        if (span != kNoSpan)
            m_spans[span].lastLine = m_line - 1;
    }

    void children(const Node &node, int indent)
    {
        for (const auto &entry : node.entries())
            child(entry, indent, node.kind() == Node::Kind::List);
    }

    void child(const Node::Entry &entry, int indent, bool inList)
    {
        const auto span = openSpan(entry.value);
        const ControlSet controls = lineControls(entry.value, inList);
        commentsAbove(controls, indent);
        indentTo(indent);
        if (inList)
            item(entry.value, indent, controls);
        else
            keyed(entry, indent, controls);
        closeSpan(span);
    }

    /// `controls` are those of the line.
    void keyed(const Node::Entry &entry, int indent, const ControlSet &controls)
    {
        textScalar(entry.key);
        m_out += ':';
        if (isOnOneLine(entry.value)) {
            m_out += ' ';
            value(entry.value);
            endWithIds(controls);
        } else {
            endWithIds(controls);
            children(entry.value, indent + 2);
        }
    }

    void item(const Node &node, int indent, const ControlSet &controls)
    {
        m_out += '-';
        if (isOnOneLine(node)) {
            m_out += ' ';
            value(node);
            endWithIds(controls);
        } else if (node.kind() == Node::Kind::List) { // a list in a list: on its own lines
            endWithIds(controls);
            children(node, indent + 2);
        } else { // the first key shares the line with the dash
            m_out += ' ';
            const auto &first = node.entries().front();
            const auto span = openSpan(first.value);
            keyed(first, indent + 2, controls);
            closeSpan(span);
            for (std::size_t i = 1; i < node.entries().size(); ++i)
                child(node.entries()[i], indent + 2, false);
        }
    }

    void value(const Node &node)
    {
        if (node.isScalar())
            scalarText(node);
        else
            flow(node);
    }

    static constexpr std::size_t kNoSpan = static_cast<std::size_t>(-1);

    Commenter m_commenter;
    std::string m_out;
    std::vector<Span> m_spans;
    int m_line = 1;
};

} // namespace

bool isPlainSafe(std::string_view text)
{
    if (text.empty() || (usesOf(text[0]) & kFirst) == 0 || !allAre(text, kPlain)
        || text.back() == ':' || isBareExponent(text))
        return false;
    // Most words are longer than any reserved one or begin otherwise.
    return text.size() > 5 || (usesOf(text[0]) & kReserved) == 0 || !isReserved(text);
}

std::string quoted(std::string_view text)
{
    std::string out;
    appendQuoted(out, text);
    return out;
}

Written write(std::span<const Node> documents, std::span<const std::string> header,
              Commenter commenter)
{
    Writer writer(std::move(commenter));
    writer.header(header);
    for (const Node &document : documents) {
        if (const auto key = document.duplicateKey(); !key.empty())
            return std::unexpected(DuplicateKey{std::string(key)});
        writer.document(document);
    }
    return writer.take();
}

} // namespace skanse::yaml
