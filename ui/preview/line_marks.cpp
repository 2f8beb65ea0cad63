// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/line_marks.h"

#include <algorithm>

namespace skanse::ui {

std::vector<int> LineMarks::set(Mark mark, std::span<const LineRange> lines)
{
    std::vector<Bits> wanted = m_bits;
    for (Bits &bits : wanted)
        bits = static_cast<Bits>(bits & ~bit(mark));
    for (const LineRange &range : lines) {
        const int last = std::min(range.last, static_cast<int>(wanted.size()));
        for (int line = std::max(range.first, 1); line <= last; ++line)
            wanted[static_cast<std::size_t>(line - 1)] |= bit(mark);
    }
    std::vector<int> different;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i] != m_bits[i])
            different.push_back(static_cast<int>(i) + 1);
    m_bits = std::move(wanted);
    return different;
}

} // namespace skanse::ui
