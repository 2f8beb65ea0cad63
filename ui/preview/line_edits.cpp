// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/line_edits.h"

#include <algorithm>

namespace skanse::ui {

namespace {

/// Lines before times lines after of the part that differs, above which no shortest list is looked for.
constexpr std::size_t kMostWork = 4'000'000;

constexpr std::string_view kMask{"\x01", 1}; // no text of a bundle has it

} // namespace

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    lines.reserve(text.size() / 24 + 1);
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    for (;;) {
        const std::size_t feed = text.find('\n');
        lines.push_back(text.substr(0, feed));
        if (feed == std::string_view::npos)
            return lines;
        text.remove_prefix(feed + 1);
    }
}

report::LineIds LineNumbering::idsOf(std::string_view text, std::string_view stamp)
{
    const auto lines = linesOf(text);
    report::LineIds ids;
    ids.reserve(lines.size());
    for (std::string_view line : lines) {
        const std::size_t at = stamp.empty() ? std::string_view::npos : line.find(stamp);
        if (at != std::string_view::npos) {
            std::string masked(line);
            masked.replace(at, stamp.size(), kMask);
            line = m_masked.emplace_back(std::move(masked));
        }
        ids.push_back(m_ids.try_emplace(line, static_cast<int>(m_ids.size())).first->second);
    }
    return ids;
}

std::vector<Hunk> lineEdits(std::span<const int> before, std::span<const int> after)
{
    const auto start =
        static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
    std::size_t end = 0;
    while (end < std::min(before.size(), after.size()) - start
           && before[before.size() - 1 - end] == after[after.size() - 1 - end])
        ++end;
    const auto left = before.subspan(start, before.size() - start - end);
    const auto right = after.subspan(start, after.size() - start - end);
    const int shift = static_cast<int>(start);
    std::vector<Hunk> hunks;
    if (left.empty() && right.empty())
        return hunks;
    if (left.size() * right.size() > kMostWork)
        return {{shift, static_cast<int>(left.size()), shift, static_cast<int>(right.size())}};
    const report::EditScript script = report::editScript(left, right);
    std::size_t x = 0;
    std::size_t y = 0;
    while (x < left.size() || y < right.size()) {
        const std::size_t firstX = x;
        const std::size_t firstY = y;
        while (x < left.size() && script.removed[x])
            ++x;
        while (y < right.size() && script.added[y])
            ++y;
        if (x == firstX && y == firstY) {
            ++x;
            ++y;
            continue;
        }
        hunks.push_back({shift + static_cast<int>(firstX), static_cast<int>(x - firstX),
                         shift + static_cast<int>(firstY), static_cast<int>(y - firstY)});
    }
    return hunks;
}

int movedLine(int line, std::span<const Hunk> hunks)
{
    int shift = 0;
    for (const Hunk &hunk : hunks) {
        if (line < hunk.before)
            break;
        if (line < hunk.before + hunk.removed)
            return hunk.after + std::min(line - hunk.before, std::max(hunk.added - 1, 0));
        shift = hunk.after + hunk.added - hunk.before - hunk.removed;
    }
    return line + shift;
}

bool sameButForStamp(std::string_view before, std::string_view beforeStamp, std::string_view after,
                     std::string_view afterStamp)
{
    if (beforeStamp.empty() || beforeStamp.size() != afterStamp.size()
        || before.size() != after.size())
        return before == after;
    // Stamps have one length, so what is equal stands at the same place in both. They stand near the
    // start, so that looking for them is short and nearly everything is one comparison.
    while (before != after) {
        const std::size_t at = before.find(beforeStamp);
        if (at == std::string_view::npos || before.substr(0, at) != after.substr(0, at)
            || after.substr(at, afterStamp.size()) != afterStamp)
            return false;
        before.remove_prefix(at + beforeStamp.size());
        after.remove_prefix(at + beforeStamp.size());
    }
    return true;
}

} // namespace skanse::ui
