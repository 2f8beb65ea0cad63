// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/plain_text.h"

#include <algorithm>

namespace skanse::report {

std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string wrapped(std::string_view text, std::size_t indent)
{
    const std::size_t room = std::max<std::size_t>(kLineWidth, indent + 20) - indent;
    std::string out;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty())
            continue;
        const std::size_t width = widthOf(word);
        if (used > 0 && used + 1 + width > room) {
            out += '\n';
            out.append(indent, ' ');
            used = 0;
        } else if (used > 0) {
            out += ' ';
            ++used;
        }
        out += word;
        used += width;
    }
    return out;
}

std::string TextTable::text(std::size_t indent) const
{
    std::vector<std::size_t> widths;
    for (const auto &cells : m_rows) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(cells[i]));
    }
    std::string out;
    for (const auto &cells : m_rows) {
        out.append(indent, ' ');
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += cells[i];
            if (i + 1 < cells.size())
                out.append(widths[i] - widthOf(cells[i]) + 2, ' ');
        }
        while (out.ends_with(' '))
            out.pop_back();
        out += '\n';
    }
    return out;
}

void LabelledLines::add(std::string_view label, std::string_view text)
{
    if (!text.empty())
        m_lines.push_back({std::string(label) + ":", std::string(text)});
}

std::string LabelledLines::text(std::size_t indent) const
{
    std::size_t width = 0;
    for (const Line &line : m_lines)
        width = std::max(width, widthOf(line.label));
    std::string out;
    for (const Line &line : m_lines) {
        out.append(indent, ' ');
        out += line.label;
        out.append(width - widthOf(line.label) + 2, ' ');
        out += wrapped(line.text, indent + width + 2);
        out += '\n';
    }
    return out;
}

std::string joined(const std::vector<std::string> &items, std::string_view separator)
{
    std::string out;
    for (const std::string &item : items) {
        if (!out.empty())
            out += separator;
        out += item;
    }
    return out;
}

} // namespace skanse::report
