// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/line_writer.h"

namespace skanse {

namespace {

/// Calls back for each line; a line feed at the very end starts no further line.
template <class Function> void forEachLine(std::string_view text, Function &&function)
{
    for (;;) {
        const auto end = text.find('\n');
        function(text.substr(0, end));
        if (end == std::string_view::npos || end + 1 == text.size())
            return;
        text.remove_prefix(end + 1);
    }
}

/// The white space at the front of the line; none for a blank line.
std::string_view indentOf(std::string_view line)
{
    const auto end = line.find_first_not_of(" \t");
    return end == std::string_view::npos ? std::string_view{} : line.substr(0, end);
}

} // namespace

LineWriter::LineWriter(Commenter commenter, std::string commentPrefix)
    : m_commenter(std::move(commenter))
    , m_prefix(std::move(commentPrefix))
{
    m_out.reserve(4096);
}

LineWriter::LineWriter(SpansOnly /*spansOnly*/) : m_spansOnly(true)
{
    m_out.reserve(4096);
}

void LineWriter::header(std::span<const std::string> lines)
{
    if (m_spansOnly)
        return;
    for (const auto &text : lines)
        commentLines(text);
}

void LineWriter::line(std::string_view text, const Origin &origin)
{
    const int first = m_line;
    controlComments(origin.controls, indentOf(text));
    forEachLine(text, [this](std::string_view part) { rawLine(part); });
    extendSpan(first, origin);
}

void LineWriter::blank()
{
    rawLine({});
}

void LineWriter::comment(std::string_view programText)
{
    if (!m_spansOnly && m_commenter.level() != CommentLevel::None)
        commentLines(programText);
}

Text LineWriter::take()
{
    Text text{std::move(m_out), std::move(m_spans)};
    m_out.clear();
    m_spans.clear();
    m_announced = {};
    m_line = 1;
    return text;
}

void LineWriter::commentLines(std::string_view text, std::string_view indent)
{
    forEachLine(text, [&](std::string_view part) {
        const std::size_t from = m_out.size();
        m_out += indent;
        m_out += m_prefix;
        m_out += part;
        for (std::size_t at = from; at < m_out.size(); ++at)
            if (m_out[at] == '\r') // a line break to some readers
                m_out[at] = ' ';
        while (m_out.size() > from && m_out.back() == ' ')
            m_out.pop_back();
        m_out += '\n';
        ++m_line;
    });
}

void LineWriter::rawLine(std::string_view text)
{
    m_out += text;
    m_out += '\n';
    ++m_line;
}

void LineWriter::controlComments(const ControlSet &controls, std::string_view indent)
{
    if (m_spansOnly || controls == m_announced)
        return;
    m_announced = controls;
    for (const auto sentence : m_commenter.above(controls))
        commentLines(sentence, indent);
    std::string ids;
    m_commenter.appendTrailing(ids, "control: ", controls);
    if (!ids.empty())
        commentLines(ids, indent);
}

void LineWriter::extendSpan(int firstLine, const Origin &origin)
{
    if (origin.empty())
        return;
    if (!m_spans.empty() && m_spans.back().lastLine == firstLine - 1
        && m_spans.back().origin == origin)
        m_spans.back().lastLine = m_line - 1;
    else
        m_spans.push_back({firstLine, m_line - 1, origin});
}

} // namespace skanse
