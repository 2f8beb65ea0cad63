// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/line_marks.h"

#include <algorithm>

namespace skanse::ui {

void LineMarks::set(Mark mark, std::span<const LineRange> lines)
{
    for (Bits &bits : m_bits)
        bits = static_cast<Bits>(bits & ~bit(mark));
    for (const LineRange &range : lines) {
        const int last = std::min(range.last, static_cast<int>(m_bits.size()));
        for (int line = std::max(range.first, 1); line <= last; ++line)
            m_bits[static_cast<std::size_t>(line - 1)] |= bit(mark);
    }
}

} // namespace skanse::ui
