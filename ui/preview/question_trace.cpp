// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/question_trace.h"

#include <algorithm>

namespace skanse::ui {

namespace {

/// A question of the workload or the host causes lines of any service.
bool isCausedBy(const Span &span, std::string_view question, int service)
{
    return span.origin.question == question && (service < 0 || span.origin.subject == service);
}

std::vector<TracedFile> linesOf(const Bundle &bundle, std::string_view question, int service)
{
    std::vector<TracedFile> files;
    for (const Artifact &artifact : bundle.artifacts) {
        std::vector<LineRange> lines;
        for (const Span &span : artifact.spans)
            if (isCausedBy(span, question, service))
                lines.push_back({span.firstLine, span.lastLine});
        if (!lines.empty())
            files.push_back({&artifact, joined(std::move(lines))});
    }
    return files;
}

} // namespace

int TracedFile::count() const
{
    int count = 0;
    for (const LineRange &range : lines)
        count += range.count();
    return count;
}

std::vector<LineRange> joined(std::vector<LineRange> lines)
{
    std::ranges::sort(lines, {}, &LineRange::first);
    std::vector<LineRange> result;
    for (const LineRange &range : lines) {
        if (!result.empty() && range.first <= result.back().last + 1)
            result.back().last = std::max(result.back().last, range.last);
        else
            result.push_back(range);
    }
    return result;
}

std::vector<TracedFile> traceOf(const Bundle &bundle, const AnswerPlace &place)
{
    if (place.isNull())
        return {};
    const int service = place.record.service();
    auto files = linesOf(bundle, place.question->id, service);
    const auto &steps = place.record.steps();
    // Outwards, but not so far as the list of services itself: that would be everything.
    for (std::size_t depth = steps.size(); files.empty() && depth-- > (service < 0 ? 0U : 1U);)
        files = linesOf(bundle, steps[depth].question->id, service);
    return files;
}

} // namespace skanse::ui
