// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/markdown.h"

#include <algorithm>

namespace skanse {

namespace {

std::string_view withoutFinalFeeds(std::string_view text)
{
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    return text;
}

/// The longest run of backticks in `text`.
std::size_t longestFence(std::string_view text)
{
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

} // namespace

void Markdown::heading(int level, std::string_view text, const Origin &origin)
{
    separate(Last::Block);
    const int first = m_line;
    m_out.append(static_cast<std::size_t>(std::clamp(level, 1, 6)), '#');
    m_out += ' ';
    append(withoutFinalFeeds(text));
    endLine();
    add(first, origin);
}

void Markdown::paragraph(std::string_view text, const Origin &origin)
{
    block(text, origin);
}

void Markdown::bullet(std::string_view text, const Origin &origin, int depth)
{
    item("- ", 2 * std::max(depth, 0), text, origin);
}

void Markdown::task(std::string_view text, const Origin &origin, int depth, bool done)
{
    item(done ? "- [x] " : "- [ ] ", 2 * std::max(depth, 0), text, origin);
}

void Markdown::numbered(int number, std::string_view text, const Origin &origin)
{
    item(std::to_string(number) + ". ", 0, text, origin);
}

void Markdown::table(std::span<const std::string> header, std::span<const Row> rows,
                     const Origin &origin)
{
    separate(Last::Block);
    const int first = m_line;
    const auto row = [&](std::span<const std::string> cells) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            m_out += i == 0 ? "| " : " | ";
            if (i < cells.size())
                m_out += cells[i];
        }
        m_out += " |";
        endLine();
    };
    row(header);
    for (std::size_t i = 0; i < header.size(); ++i)
        m_out += "|---";
    m_out += '|';
    endLine();
    const std::size_t outer = m_spans.size();
    for (const Row &entry : rows) {
        const int line = m_line;
        row(entry.cells);
        add(line, entry.origin);
    }
    if (!origin.empty()) // before the rows': inner spans come later
        m_spans.insert(m_spans.begin() + static_cast<std::ptrdiff_t>(outer),
                       {first, m_line - 1, origin});
}

void Markdown::code(std::string_view language, std::string_view content, const Origin &origin,
                    int indent)
{
    separate(Last::Block);
    const int first = m_line;
    const std::string margin(static_cast<std::size_t>(std::max(indent, 0)), ' ');
    const std::string fence(std::max<std::size_t>(3, longestFence(content) + 1), '`');
    m_out += margin;
    m_out += fence;
    m_out += language;
    endLine();
    content = withoutFinalFeeds(content);
    while (!content.empty()) {
        const auto end = content.find('\n');
        const std::string_view line = content.substr(0, end);
        if (!line.empty()) {
            m_out += margin;
            m_out += line;
        }
        endLine();
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    }
    m_out += margin;
    m_out += fence;
    endLine();
    add(first, origin);
}

void Markdown::block(std::string_view markdown, const Origin &origin)
{
    markdown = withoutFinalFeeds(markdown);
    if (markdown.empty())
        return;
    separate(Last::Block);
    const int first = m_line;
    append(markdown);
    endLine();
    add(first, origin);
}

void Markdown::block(const Text &text)
{
    const std::string_view body = withoutFinalFeeds(text.text);
    if (body.empty())
        return;
    separate(Last::Block);
    const int shift = m_line - 1;
    append(body);
    endLine();
    for (Span span : text.spans) {
        span.firstLine += shift;
        span.lastLine = std::min(span.lastLine + shift, m_line - 1);
        m_spans.push_back(span);
    }
}

Text Markdown::take()
{
    Text text{std::move(m_out), std::move(m_spans)};
    *this = Markdown();
    return text;
}

void Markdown::separate(Last next)
{
    if (m_last != Last::Nothing && !(m_last == Last::Item && next == Last::Item))
        endLine();
    m_last = next;
}

void Markdown::item(std::string_view marker, int indent, std::string_view text,
                    const Origin &origin)
{
    separate(Last::Item);
    const int first = m_line;
    m_out.append(static_cast<std::size_t>(indent), ' ');
    m_out += marker;
    // A task's box is text to the list: what follows is indented to the dash's text.
    const std::size_t hanging =
        static_cast<std::size_t>(indent) + (marker.starts_with('-') ? 2 : marker.size());
    text = withoutFinalFeeds(text);
    for (bool isFirst = true; isFirst || !text.empty(); isFirst = false) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!isFirst && !line.empty())
            m_out.append(hanging, ' ');
        m_out += line;
        endLine();
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    add(first, origin);
}

void Markdown::add(int firstLine, const Origin &origin)
{
    if (!origin.empty())
        m_spans.push_back({firstLine, m_line - 1, origin});
}

void Markdown::endLine()
{
    m_out += '\n';
    ++m_line;
}

void Markdown::append(std::string_view text)
{
    m_out += text;
    // Lines are long: looking for each line feed is quicker than comparing every character.
    for (auto feed = text.find('\n'); feed != std::string_view::npos;
         feed = text.find('\n', feed + 1))
        ++m_line;
}

} // namespace skanse
