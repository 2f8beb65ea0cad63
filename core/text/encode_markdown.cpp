// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/encode.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace skanse::encode {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isAlphanumeric(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Part of a word to Markdown: letters of other scripts count, they are not punctuation here.
bool isWordByte(char c)
{
    return isAlphanumeric(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// One line without control or hidden characters.
std::string oneLine(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at; // runs of printable ASCII are appended whole
        while (at < text.size() && text[at] >= 0x20 && text[at] < 0x7F)
            ++at;
        out.append(text, from, at - from);
        if (at == text.size())
            break;
        std::uint32_t point = 0;
        const std::size_t length = decodeUtf8(text, at, point);
        if (length == 0) {
            out += "\xEF\xBF\xBD";
            ++at;
            continue;
        }
        if (hiddenKind(point).empty())
            out.append(text, at, length);
        else
            out += point < 0xA0 ? " " : "\xEF\xBF\xBD";
        at += length;
    }
    return out;
}

/// Leading spaces would make a code block, spaces at the end a line break.
std::string collapsed(std::string text)
{
    if (!text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == std::string::npos)
        return text;
    std::string out;
    out.reserve(text.size());
    for (const char c : text)
        if (c != ' ' || (!out.empty() && out.back() != ' '))
            out += c;
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

/// `&name;` or `&#12;` starts at `at`.
bool isEntity(std::string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '#')
        ++end;
    const std::size_t first = end;
    while (end < text.size() && isAlphanumeric(text[end]))
        ++end;
    return end > first && end < text.size() && text[end] == ';';
}

/// What only means something at the start of a line: `- `, `+ `, `>`, `===`, `1. `, `1) `.
/// Returns the position of the character to escape, or npos.
std::size_t blockMarker(std::string_view text)
{
    if (text.empty())
        return std::string_view::npos;
    if (text[0] == '=') // underlines a heading
        return text.find_first_not_of('=') == std::string_view::npos ? 0 : std::string_view::npos;
    if (std::string_view("-+>").find(text[0]) != std::string_view::npos) {
        // "-O2" and "+1" are words; "- x", "---" and "-" are not.
        const bool isWordSign =
            (text[0] == '-' || text[0] == '+') && text.size() > 1 && isWordByte(text[1]);
        return isWordSign ? std::string_view::npos : 0;
    }
    std::size_t digits = 0;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    const bool hasMark =
        digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    const bool ends = digits + 1 >= text.size() || text[digits + 1] == ' ';
    return hasMark && ends ? digits : std::string_view::npos;
}

/// Characters that meansSomething() looks at; most text has few of them.
constexpr auto kSigns = [] {
    std::array<bool, 256> signs{};
    for (const char c : std::string_view("\\`*{}[]<|~_#!&"))
        signs[static_cast<unsigned char>(c)] = true;
    return signs;
}();

bool meansSomething(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (!kSigns[static_cast<unsigned char>(c)])
        return false;
    const bool wordBefore = at > 0 && isWordByte(text[at - 1]);
    const bool wordAfter = at + 1 < text.size() && isWordByte(text[at + 1]);
    switch (c) {
    case '\\':
    case '`':
    case '*':
    case '{':
    case '}':
    case '[':
    case ']':
    case '<':
    case '|':
    case '~':
        return true;
    case '_':
        return !(wordBefore && wordAfter); // snake_case is no emphasis
    case '#':
        return at == 0 || text[at - 1] == ' '; // opens or closes a heading
    case '!':
        return at + 1 < text.size() && text[at + 1] == '[';
    case '&':
        return isEntity(text, at);
    default:
        return false;
    }
}

std::string codeSpan(const std::string &text)
{
    std::size_t longest = 0;
    for (std::size_t at = text.find('`'); at != std::string::npos; at = text.find('`', at)) {
        const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
        longest = std::max(longest, end - at);
        at = end;
    }
    // A backtick at an end would lengthen the fence. The reader takes one space off both ends.
    const auto needsPad = [](char c) { return c == '`' || c == ' '; };
    const bool pad = text.empty() || needsPad(text.front()) || needsPad(text.back());
    std::string out;
    out.reserve(text.size() + 2 * longest + 4);
    out.append(longest + 1, '`');
    out += pad ? " " : "";
    out += text;
    out += pad ? " " : "";
    out.append(longest + 1, '`');
    return out;
}

} // namespace

std::string markdown(std::string_view text)
{
    const std::string line = collapsed(oneLine(text));
    const std::size_t marker = blockMarker(line);
    std::string out;
    out.reserve(line.size() + 8);
    std::size_t done = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (at != marker && !meansSomething(line, at))
            continue;
        out.append(line, done, at - done);
        out += '\\';
        done = at;
    }
    out.append(line, done);
    return out;
}

std::string markdownCode(std::string_view text)
{
    return codeSpan(oneLine(text));
}

std::string markdownCell(std::string_view text)
{
    return markdown(text);
}

std::string markdownCodeCell(std::string_view text)
{
    std::string span = codeSpan(oneLine(text));
    if (span.find('|') == std::string::npos)
        return span;
    std::string out;
    for (const char c : span) {
        if (c == '|') // ends the cell even inside code
            out += '\\';
        out += c;
    }
    return out;
}

} // namespace skanse::encode
