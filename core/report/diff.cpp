// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/diff.h"

#include "core/base/fill.h"
#include "core/report/edit_script.h"

#include <algorithm>
#include <unordered_map>

namespace skanse::report {

namespace {

constexpr std::size_t kContext = 3;

using Lines = std::vector<std::string_view>;

/// Each with its line feed; only the last one may lack it.
Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t feed = text.find('\n');
        const std::size_t size = feed == std::string_view::npos ? text.size() : feed + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

class Numbers
{
public:
    LineIds of(const Lines &lines)
    {
        LineIds ids;
        ids.reserve(lines.size());
        for (const std::string_view line : lines)
            ids.push_back(m_ids.try_emplace(line, static_cast<int>(m_ids.size())).first->second);
        return ids;
    }

private:
    std::unordered_map<std::string_view, int> m_ids;
};

/// One line of the diff: ' ', '-' or '+', and how many lines of both texts stand before it.
struct Change {
    char sign = ' ';
    std::string_view line;
    std::size_t before = 0;
    std::size_t after = 0;
};

std::vector<Change> changesOf(const Lines &before, const Lines &after)
{
    Numbers numbers;
    const LineIds beforeIds = numbers.of(before);
    const LineIds afterIds = numbers.of(after);
    const EditScript script = editScript(beforeIds, afterIds);
    std::vector<Change> changes;
    changes.reserve(before.size() + after.size());
    std::size_t x = 0;
    std::size_t y = 0;
    while (x < before.size() || y < after.size()) {
        if (x < before.size() && script.removed[x]) {
            changes.push_back({'-', before[x], x, y});
            ++x;
        } else if (y < after.size() && script.added[y]) {
            changes.push_back({'+', after[y], x, y});
            ++y;
        } else {
            changes.push_back({' ', before[x], x, y});
            ++x;
            ++y;
        }
    }
    return changes;
}

/// "3,7"; one line is only its number, no lines are at the line before.
std::string rangeText(std::size_t first, std::size_t count)
{
    const std::string start = std::to_string(count == 0 ? first : first + 1);
    return count == 1 ? start : start + "," + std::to_string(count);
}

void appendHunk(std::string &out, std::span<const Change> hunk)
{
    const auto added = static_cast<std::size_t>(std::ranges::count(hunk, '+', &Change::sign));
    const auto removed = static_cast<std::size_t>(std::ranges::count(hunk, '-', &Change::sign));
    out += fill("@@ -{} +{} @@\n", rangeText(hunk.front().before, hunk.size() - added),
                rangeText(hunk.front().after, hunk.size() - removed));
    for (const Change &change : hunk) {
        out += change.sign;
        out += change.line;
        if (!change.line.ends_with('\n'))
            out += "\n\\ No newline at end of file\n";
    }
}

/// Changes with at most twice the context between them share a hunk.
void appendHunks(std::string &out, std::span<const Change> changes)
{
    const auto isEdit = [](const Change &change) { return change.sign != ' '; };
    auto edit = std::ranges::find_if(changes, isEdit);
    while (edit != changes.end()) {
        const auto lead = std::min<std::ptrdiff_t>(kContext, edit - changes.begin());
        const auto start = edit - lead;
        auto end = edit + 1;
        auto next = edit;
        do {
            end = next + 1;
            next = std::find_if(end, changes.end(), isEdit);
        } while (next != changes.end() && next - end <= static_cast<std::ptrdiff_t>(2 * kContext));
        end += std::min<std::ptrdiff_t>(kContext, changes.end() - end);
        appendHunk(out, {start, end});
        edit = next;
    }
}

} // namespace

std::string unifiedDiff(std::string_view before, std::string_view after,
                        std::string_view beforeName, std::string_view afterName)
{
    if (before == after)
        return {};
    std::string out = fill("--- {}\n+++ {}\n", beforeName, afterName);
    appendHunks(out, changesOf(linesOf(before), linesOf(after)));
    return out;
}

std::string bundleDiff(const Bundle &before, const Bundle &after)
{
    static constexpr std::string_view kNothing = "/dev/null";
    std::string out;
    for (const Artifact &artifact : after.artifacts) {
        const Artifact *old = before.find(artifact.path);
        out += unifiedDiff(old == nullptr ? std::string_view() : old->text, artifact.text,
                           old == nullptr ? std::string(kNothing) : "a/" + artifact.path,
                           "b/" + artifact.path);
    }
    for (const Artifact &artifact : before.artifacts)
        if (after.find(artifact.path) == nullptr)
            out += unifiedDiff(artifact.text, {}, "a/" + artifact.path, kNothing);
    return out;
}

} // namespace skanse::report
