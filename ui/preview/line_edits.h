// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/report/edit_script.h"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// What differs between two texts, by lines.
namespace skanse::ui {

/// Lines from `first`, counted from 1, to `last`, inclusive.
struct LineRange {
    int first = 0;
    int last = 0;
    bool operator==(const LineRange &) const = default;
    [[nodiscard]] int count() const { return last - first + 1; }
};

/// Without line feeds; the one at the end ends the last line. An empty text is one empty line, as it is
/// in a text view.
std::vector<std::string_view> linesOf(std::string_view text);

/// Gives equal lines equal numbers.
class LineNumbering
{
public:
    /// Lines of `text`; `stamp`, which names the answers in each file, counts as the same in all.
    report::LineIds idsOf(std::string_view text, std::string_view stamp = {});

private:
    std::unordered_map<std::string_view, int> m_ids;
    std::deque<std::string> m_masked;
};

/// Lines [before, before + removed) become [after, after + added), counted from 0.
struct Hunk {
    int before = 0;
    int removed = 0;
    int after = 0;
    int added = 0;
    bool operator==(const Hunk &) const = default;
};

/// The shortest list of changes, from top to bottom. Texts that have hardly anything in common are one
/// change: to find the least would take too long.
std::vector<Hunk> lineEdits(std::span<const int> before, std::span<const int> after);

/// Where a line (from 0) is after the changes; the nearest one when it is gone.
int movedLine(int line, std::span<const Hunk> hunks);

/// Whether two texts are equal when their stamps are left out.
bool sameButForStamp(std::string_view before, std::string_view beforeStamp, std::string_view after,
                     std::string_view afterStamp);

} // namespace skanse::ui
