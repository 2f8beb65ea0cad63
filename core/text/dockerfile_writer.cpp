// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/dockerfile_writer.h"

#include "core/text/encode.h"
#include "core/text/line_writer.h"

#include <algorithm>
#include <array>

namespace skanse::dockerfile {

namespace {

template <std::size_t Size>
bool isOneOf(std::string_view keyword, const std::array<std::string_view, Size> &keywords)
{
    return std::ranges::find(keywords, keyword) != keywords.end();
}

bool isCopy(std::string_view keyword)
{
    return isOneOf(keyword, std::array<std::string_view, 2>{"COPY", "ADD"});
}

/// Variables and quotes are processed in each word, also in a JSON array.
bool isExpanded(std::string_view keyword)
{
    return isOneOf(keyword, std::array<std::string_view, 3>{"COPY", "ADD", "VOLUME"});
}

/// The part of `key=value` that must stand without quotes, with the `=`: a variable's or a label's name,
/// an option. Empty when the word is none.
std::string_view keyPart(std::string_view keyword, std::string_view word)
{
    static constexpr std::array<std::string_view, 3> kAssigning{"ENV", "LABEL", "ARG"};
    if (!word.starts_with("--") && !isOneOf(keyword, kAssigning))
        return {};
    const auto equals = word.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return {};
    const std::string_view key = word.substr(0, equals);
    const bool isPlain = std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '_' || c == '-' || c == '.' || c == '/';
    });
    return isPlain ? word.substr(0, equals + 1) : std::string_view{};
}

void appendWord(std::string &out, std::string_view keyword, std::string_view word)
{
    const std::string_view key = keyPart(keyword, word);
    out += ' ';
    out += key;
    out += encode::dockerfileWord(word.substr(key.size()));
}

void appendArray(std::string &out, std::string_view keyword, std::span<const std::string> elements)
{
    out += " [";
    bool isFirst = true;
    for (const auto &element : elements) {
        if (!isFirst)
            out += ", ";
        isFirst = false;
        out +=
            encode::dockerfileJson(isExpanded(keyword) ? encode::dockerfileWord(element) : element);
    }
    out += ']';
}

/// COPY and ADD take no quoted spaces, but they take a JSON array.
bool needsArray(const Instruction &instruction)
{
    return isCopy(instruction.keyword)
        && std::ranges::any_of(instruction.arguments, [](const std::string &argument) {
               return argument.find_first_of(" \t") != std::string::npos;
           });
}

/// Breaks a shell body at ` && ` outside quotes; a line break in it becomes a space.
void appendBody(std::string &out, std::string_view body)
{
    char quote = 0;
    for (std::size_t at = 0; at < body.size(); ++at) {
        const char c = body[at];
        if (quote == 0 && body.substr(at).starts_with(" && ")) {
            out += " \\\n    && ";
            at += 3;
        } else if (c == '\\' && at + 1 < body.size() && body[at + 1] == '\n') {
            continue; // a continuation: the writer sets its own
        } else if (c == '\n' || c == '\r') {
            if (!out.ends_with(' '))
                out += ' ';
            while (at + 1 < body.size() && body[at + 1] == ' ')
                ++at;
        } else if (c == '\\' && quote != '\'' && at + 1 < body.size()) {
            out += c;
            out += body[++at];
        } else {
            if (quote == 0 && (c == '\'' || c == '"'))
                quote = c;
            else if (quote == c)
                quote = 0;
            out += c;
        }
    }
}

std::string textOf(const Instruction &instruction)
{
    std::string out = instruction.keyword;
    for (const auto &option : instruction.options)
        appendWord(out, instruction.keyword, option);
    if (instruction.form == Instruction::Raw) {
        for (const auto &argument : instruction.arguments) {
            out += ' ';
            appendBody(out, argument);
        }
    } else if (instruction.form == Instruction::Exec || needsArray(instruction)) {
        appendArray(out, instruction.keyword, instruction.arguments);
    } else {
        for (const auto &argument : instruction.arguments)
            appendWord(out, instruction.keyword, argument);
    }
    return out;
}

} // namespace

Text write(std::span<const Instruction> instructions, std::span<const std::string> header,
           Commenter commenter)
{
    LineWriter writer(std::move(commenter));
    writer.header(header);
    for (const Instruction &instruction : instructions) {
        if (!instruction.keyword.empty())
            writer.line(textOf(instruction), instruction.origin);
        else if (!instruction.arguments.empty())
            writer.comment(instruction.arguments.front());
        else
            writer.blank();
    }
    return writer.take();
}

} // namespace skanse::dockerfile
