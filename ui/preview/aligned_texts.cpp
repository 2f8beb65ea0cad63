// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/aligned_texts.h"

#include <algorithm>

namespace skanse::ui {

namespace {

/// No lines at all for no text: a file that is not there has nothing but fillers beside it.
std::vector<std::string_view> linesOrNone(std::string_view text)
{
    return text.empty() ? std::vector<std::string_view>{} : linesOf(text);
}

report::LineIds idsOrNone(LineNumbering &numbering, std::string_view text, std::string_view stamp)
{
    return text.empty() ? report::LineIds{} : numbering.idsOf(text, stamp);
}

class Side
{
public:
    Side(AlignedText &out, std::vector<std::string_view> lines)
        : m_out(out)
        , m_lines(std::move(lines))
    {
    }

    void takeTo(int line)
    {
        for (; m_next < line; ++m_next)
            append(m_lines[static_cast<std::size_t>(m_next)], m_next + 1);
    }
    void takeRest() { takeTo(static_cast<int>(m_lines.size())); }

    /// The different lines, and fillers up to `height`.
    void take(int count, int height)
    {
        if (count > 0)
            m_out.different.push_back({at(), at() + count - 1});
        takeTo(m_next + count);
        if (height > count)
            m_out.fillers.push_back({at(), at() + height - count - 1});
        for (int i = count; i < height; ++i)
            append({}, 0);
    }

    [[nodiscard]] int at() const { return static_cast<int>(m_out.numbers.size()) + 1; }

private:
    void append(std::string_view line, int number)
    {
        m_out.text += line;
        m_out.text += '\n';
        m_out.numbers.push_back(number);
    }

    AlignedText &m_out;
    std::vector<std::string_view> m_lines;
    int m_next = 0;
};

} // namespace

AlignedTexts alignTexts(std::string_view left, std::string_view leftStamp, std::string_view right,
                        std::string_view rightStamp)
{
    LineNumbering numbering;
    const auto before = idsOrNone(numbering, left, leftStamp);
    const auto after = idsOrNone(numbering, right, rightStamp);
    AlignedTexts result;
    Side old(result.left, linesOrNone(left));
    Side now(result.right, linesOrNone(right));
    for (const Hunk &hunk : lineEdits(before, after)) {
        old.takeTo(hunk.before);
        now.takeTo(hunk.after);
        const int height = std::max(hunk.removed, hunk.added);
        result.differences.push_back({old.at(), old.at() + height - 1});
        old.take(hunk.removed, height);
        now.take(hunk.added, height);
        result.removed += hunk.removed;
        result.added += hunk.added;
    }
    old.takeRest();
    now.takeRest();
    return result;
}

} // namespace skanse::ui
