// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/template_text.h"

#include "core/base/fill.h"
#include "core/text/encode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace skanse {

namespace {

constexpr auto npos = std::string_view::npos;

bool isName(std::string_view text)
{
    if (text.empty() || text[0] < 'a' || text[0] > 'z')
        return false;
    return std::ranges::all_of(
        text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string onLine(std::string_view text, std::size_t offset, std::string_view reason)
{
    const auto line = 1 + std::ranges::count(text.substr(0, offset), '\n');
    return fill("line {}: {}", line, reason);
}

/// The spaces and tabs before `at` when nothing else stands before it on its line.
std::optional<std::string_view> indentBefore(std::string_view text, std::size_t at)
{
    const auto feed = at == 0 ? npos : text.rfind('\n', at - 1);
    const std::size_t start = feed == npos ? 0 : feed + 1;
    const std::string_view before = text.substr(start, at - start);
    if (before.find_first_not_of(" \t") != npos)
        return std::nullopt;
    return before;
}

void appendBlock(std::string &out, std::string_view indent, std::string_view block)
{
    if (block.ends_with('\n'))
        block.remove_suffix(1);
    while (!block.empty()) {
        const auto end = block.find('\n');
        const std::string_view line = block.substr(0, end);
        if (!line.empty()) {
            out += indent;
            out += line;
        }
        out += '\n';
        if (end == npos)
            break;
        block.remove_prefix(end + 1);
        if (block.empty())
            out += '\n'; // the block ends with an empty line
    }
}

} // namespace

bool TemplateText::sinkOf(std::string_view name, Sink &sink)
{
    static constexpr std::array<std::pair<std::string_view, Sink>, 9> kSinks{{
        {"text", Sink::Text},
        {"md", Sink::Markdown},
        {"code", Sink::Code},
        {"cell", Sink::Cell},
        {"shell", Sink::Shell},
        {"conf", Sink::Conf},
        {"json", Sink::Json},
        {"html", Sink::Html},
        {"lines", Sink::Lines},
    }};
    for (const auto &[known, value] : kSinks) {
        if (known == name) {
            sink = value;
            return true;
        }
    }
    return false;
}

std::expected<TemplateText, std::string> TemplateText::parse(std::string_view text)
{
    TemplateText result;
    std::size_t literalFrom = 0;
    for (auto open = text.find("{{"); open != npos; open = text.find("{{", literalFrom)) {
        const auto refuse = [&](std::string_view reason) {
            return std::unexpected(onLine(text, open, reason));
        };
        const auto close = text.find("}}", open);
        const std::string_view inner =
            close == npos ? std::string_view{} : text.substr(open + 2, close - open - 2);
        if (close == npos || inner.find('\n') != npos)
            return refuse("“{{” without “}}”");
        const auto colon = inner.find(':');
        const std::string_view name = inner.substr(0, colon);
        if (!isName(name))
            return refuse(skanse::fill("“{}” is not a placeholder's name", name));
        if (colon == npos)
            return refuse(skanse::fill("the placeholder “{}” names no sink", name));
        Part part;
        if (!sinkOf(inner.substr(colon + 1), part.sink))
            return refuse(skanse::fill("“{}” is not a sink", inner.substr(colon + 1)));

        std::size_t literalTo = open;
        std::size_t after = close + 2;
        if (part.sink == Sink::Lines) {
            const auto indent = indentBefore(text, open);
            const std::string_view rest = text.substr(after);
            if (!indent || !(rest.empty() || rest.starts_with('\n')))
                return refuse(skanse::fill("“{}” has the sink “lines” and shares its line", name));
            part.indent = *indent;
            literalTo -= indent->size();
            after += rest.empty() ? 0 : 1;
        }
        part.literal = text.substr(literalFrom, literalTo - literalFrom);
        const auto known = std::ranges::find(result.m_names, name);
        part.name = static_cast<std::size_t>(known - result.m_names.begin());
        if (known == result.m_names.end())
            result.m_names.emplace_back(name);
        result.m_parts.push_back(std::move(part));
        literalFrom = after;
    }
    result.m_tail = text.substr(literalFrom);
    return result;
}

void TemplateText::append(std::string &out, const Part &part, std::string_view value)
{
    switch (part.sink) {
    case Sink::Text:
        out += value;
        break;
    case Sink::Markdown:
        out += encode::markdown(value);
        break;
    case Sink::Code:
        out += encode::markdownCode(value);
        break;
    case Sink::Cell:
        out += encode::markdownCell(value);
        break;
    case Sink::Shell:
        out += encode::shellWord(value);
        break;
    case Sink::Conf:
        out += encode::confValue(value);
        break;
    case Sink::Json:
        encode::appendJson(out, value);
        break;
    case Sink::Html:
        out += encode::html(value);
        break;
    case Sink::Lines:
        appendBlock(out, part.indent, value);
        break;
    }
}

std::expected<std::string, std::string> TemplateText::fill(Values values) const
{
    auto filled = fillText(values);
    if (!filled)
        return std::unexpected(std::move(filled.error()));
    return std::move(filled->text);
}

std::expected<Text, std::string> TemplateText::fillText(Values values) const
{
    std::vector<const Value *> byName(m_names.size(), nullptr);
    std::size_t size = m_tail.size() + 16;
    for (const Value &value : values) {
        const auto at = std::ranges::find(m_names, value.name);
        if (at == m_names.end())
            return std::unexpected(skanse::fill("the value “{}” has no placeholder", value.name));
        const Value *&slot = byName[static_cast<std::size_t>(at - m_names.begin())];
        if (slot != nullptr)
            return std::unexpected(skanse::fill("the value “{}” is given twice", value.name));
        slot = &value;
        size += value.text.size() + 16;
    }
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (byName[i] == nullptr)
            return std::unexpected(skanse::fill("the placeholder “{}” has no value", m_names[i]));

    Text result;
    for (const Part &part : m_parts)
        size += part.literal.size();
    result.text.reserve(size);
    std::size_t counted = 0; // bytes whose line feeds are in `line`
    int line = 1;
    const auto currentLine = [&] {
        line += static_cast<int>(
            std::ranges::count(std::string_view(result.text).substr(counted), '\n'));
        counted = result.text.size();
        return line;
    };
    for (const Part &part : m_parts) {
        const Value &value = *byName[part.name];
        result.text += part.literal;
        const std::size_t before = result.text.size();
        if (value.origin.empty()) {
            append(result.text, part, value.text);
            continue;
        }
        const int first = currentLine();
        append(result.text, part, value.text);
        if (result.text.size() == before)
            continue;
        const int last = currentLine() - (result.text.ends_with('\n') ? 1 : 0);
        result.spans.push_back({first, last, value.origin});
    }
    result.text += m_tail;
    return result;
}

} // namespace skanse
