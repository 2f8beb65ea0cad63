// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/encode.h"

#include "core/base/hygiene.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace skanse::encode {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::string_view kHex = "0123456789abcdef";

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isAlphanumeric(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Text that stays on one line and shows what it is. `kept` names control characters that may pass.
std::string cleaned(std::string_view text, std::string_view kept = {})
{
    if (!findBadCharacter(text, LineBreaks::Refused))
        return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::uint32_t point = 0;
        const std::size_t length = decodeUtf8(text, at, point);
        if (length == 0) {
            out += kReplacement;
            ++at;
            continue;
        }
        if (length == 1 && kept.find(text[at]) != std::string_view::npos)
            out += text[at];
        else if (point < 0xA0 && !hiddenKind(point).empty())
            out += ' ';
        else if (!hiddenKind(point).empty())
            out += kReplacement;
        else
            out += text.substr(at, length);
        at += length;
    }
    return out;
}

/// Letters, digits and what else a sink takes without quotes.
class SafeCharacters
{
public:
    constexpr explicit SafeCharacters(std::string_view others)
    {
        for (unsigned c = 0; c < m_safe.size(); ++c)
            m_safe[c] = isAlphanumeric(static_cast<char>(c));
        for (const char c : others)
            m_safe[static_cast<unsigned char>(c)] = true;
    }

    [[nodiscard]] bool makeUp(std::string_view text) const
    {
        return !text.empty() && std::ranges::all_of(text, [this](char c) {
            return m_safe[static_cast<unsigned char>(c)];
        });
    }

private:
    std::array<bool, 256> m_safe{};
};

constexpr SafeCharacters kDockerfileWord("_-./:@%+=,~");
/// Words of the shell's own: not special behind a command, but nobody should have to know that.
constexpr std::array<std::string_view, 16> kShellReserved{
    "case", "coproc", "do",     "done", "elif", "else",  "esac",  "fi",
    "for",  "if",     "select", "then", "time", "until", "while", "function",
};
constexpr SafeCharacters kShellWord("_-./:@%+,"); // `~` and `=`: a home directory, an assignment
constexpr SafeCharacters kConfWord("_-./:@%+=,*");

std::string inDoubleQuotes(std::string_view text, std::string_view escaped)
{
    std::string out;
    out.reserve(text.size() + 8);
    out += '"';
    for (const char c : text) {
        if (escaped.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    out += '"';
    return out;
}

void appendUnicodeEscape(std::string &out, std::uint32_t unit)
{
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += kHex[(unit >> static_cast<unsigned>(shift)) & 0xFU];
}

} // namespace

std::string composeScalar(std::string_view text)
{
    std::string out(text);
    for (auto at = out.find('$'); at != std::string::npos; at = out.find('$', at + 2))
        out.insert(at, 1, '$');
    return out;
}

std::string kubernetesArgument(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 4);
    for (std::size_t at = 0; at < text.size(); ++at) {
        out += text[at];
        if (text[at] == '$' && at + 1 < text.size() && (text[at + 1] == '(' || text[at + 1] == '$'))
            out += '$';
    }
    return out;
}

std::string dockerfileWord(std::string_view text)
{
    if (kDockerfileWord.makeUp(text))
        return std::string(text);
    const std::string clean = cleaned(text);
    // hadolint takes an escaped backslash before an escaped quote for the end of the word.
    const bool isMisread = clean.find("\\\"") != std::string::npos;
    if (isMisread && clean.find('\'') == std::string::npos && !clean.ends_with('\\'))
        return "'" + clean + "'";
    return inDoubleQuotes(clean, "\\\"$");
}

/// hadolint takes an escaped backslash before a quote for the end of the text: there it stands by its number.
std::string dockerfileJson(std::string_view text)
{
    const std::string plain = json(text);
    std::string out;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (plain[at] != '\\') {
            out += plain[at];
            continue;
        }
        const std::string_view rest = std::string_view(plain).substr(at + 2);
        const bool isMisread = plain[at + 1] == '\\' && (rest == "\"" || rest.starts_with("\\\""));
        out += isMisread ? "\\u005c" : plain.substr(at, 2);
        ++at;
    }
    return out;
}

std::string json(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 8);
    appendJson(out, text);
    return out;
}

void appendJson(std::string &out, std::string_view text)
{
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c >= 0x20 && c < 0x7F) { // the usual case
            if (c == '"' || c == '\\')
                out += '\\';
            out += c;
            ++at;
            continue;
        }
        std::uint32_t point = 0;
        const std::size_t length = decodeUtf8(text, at, point);
        if (length == 0) {
            out += kReplacement;
            ++at;
            continue;
        }
        if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (hiddenKind(point).empty())
            out += text.substr(at, length);
        else if (point < 0x10000)
            appendUnicodeEscape(out, point);
        else {
            appendUnicodeEscape(out, 0xD800U + ((point - 0x10000U) >> 10U));
            appendUnicodeEscape(out, 0xDC00U + ((point - 0x10000U) & 0x3FFU));
        }
        at += length;
    }
    out += '"';
}

std::string shellWord(std::string_view text)
{
    if (kShellWord.makeUp(text) && std::ranges::find(kShellReserved, text) == kShellReserved.end())
        return std::string(text);
    std::string out;
    out.reserve(text.size() + 8);
    out += '\'';
    for (const char c : cleaned(text, "\n\t")) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    out += '\'';
    return out;
}

std::string nftablesString(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80)
            continue; // one `?` for a character, not for each of its bytes
        out += byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' ? c : '?';
    }
    out += '"';
    return out;
}

std::string confValue(std::string_view text)
{
    if (kConfWord.makeUp(text))
        return std::string(text);
    return inDoubleQuotes(cleaned(text), "\\\"$");
}

std::string html(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 16);
    for (const char c : cleaned(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace skanse::encode
