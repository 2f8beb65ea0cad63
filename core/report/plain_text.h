// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text for a terminal: aligned and wrapped, widths in code points.
namespace skanse::report {

inline constexpr std::size_t kLineWidth = 92;

/// Number of code points; bytes that are not UTF-8 count one each.
std::size_t widthOf(std::string_view text);

/// Breaks `text` at spaces so that lines hold at most kLineWidth columns. The first line starts where the
/// caller is, at column `indent`; further lines get that many spaces. No final newline.
std::string wrapped(std::string_view text, std::size_t indent);

/// Columns as wide as their widest cell, two spaces apart, the last one as it is. A row with fewer cells
/// than the header is fine.
class TextTable
{
public:
    explicit TextTable(std::vector<std::string> header) : m_rows{std::move(header)} {}

    void row(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    [[nodiscard]] bool isEmpty() const { return m_rows.size() == 1; }
    /// Each line with a final newline, after `indent` spaces.
    [[nodiscard]] std::string text(std::size_t indent = 0) const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

/// Lines of "label:  text", the texts aligned and wrapped.
class LabelledLines
{
public:
    /// Left out when `text` is empty.
    void add(std::string_view label, std::string_view text);
    [[nodiscard]] std::string text(std::size_t indent = 0) const;

private:
    struct Line {
        std::string label;
        std::string text;
    };
    std::vector<Line> m_lines;
};

/// "a, b, c"
std::string joined(const std::vector<std::string> &items, std::string_view separator = ", ");

} // namespace skanse::report
