// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/preview/line_edits.h"

#include <cstdint>
#include <span>
#include <vector>

namespace skanse::ui {

/// What is said beside a line. Each has a sign of its own in the gutter.
enum class Mark : std::uint8_t {
    Control,     ///< the first line of those that a control put there
    ControlRest, ///< the further ones
    Question,    ///< the question in focus causes it
    Changed,     ///< by the latest edit
    Gone,        ///< the latest edit took lines away above it
    Added,       ///< in a comparison: not in the other text
    Removed,     ///< the same, on the other side
    Filler,      ///< no line: keeps both sides of a comparison level
};

/// The marks of all lines of a text, which are counted from 1.
class LineMarks
{
public:
    void resize(int lines) { m_bits.resize(static_cast<std::size_t>(lines)); }
    void clear() { m_bits.clear(); }
    /// Replaces all marks of this kind. Lines that are not there are left out. Returns the lines that
    /// look different now.
    std::vector<int> set(Mark mark, std::span<const LineRange> lines);
    [[nodiscard]] bool has(int line, Mark mark) const
    {
        const auto index = static_cast<std::size_t>(line - 1);
        return index < m_bits.size() && (m_bits[index] & bit(mark)) != 0;
    }

private:
    using Bits = std::uint16_t;
    static constexpr Bits bit(Mark mark)
    {
        return static_cast<Bits>(1U << static_cast<unsigned>(mark));
    }
    std::vector<Bits> m_bits;
};

} // namespace skanse::ui
