// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/line_causes.h"

#include <algorithm>

namespace skanse::report {

namespace {

template <class Item> void addOnce(std::vector<Item> &items, const Item &item)
{
    if (std::ranges::find(items, item) == items.end())
        items.push_back(item);
}

} // namespace

LineCauses causesOf(const Artifact &artifact, int line)
{
    LineCauses causes;
    for (auto span = artifact.spans.rbegin(); span != artifact.spans.rend(); ++span) {
        if (line < span->firstLine || line > span->lastLine)
            continue;
        span->origin.controls.forEach(
            [&](ControlId id) { addOnce(causes.controls, {id, span->origin.subject}); });
        if (const Question *question = findQuestion(span->origin.question))
            addOnce(causes.answers, {question, span->origin.subject});
    }
    return causes;
}

const ServicePlan *serviceAt(const Plan &plan, int subject)
{
    return subject < 0 || static_cast<std::size_t>(subject) >= plan.services.size()
             ? nullptr
             : &plan.services[static_cast<std::size_t>(subject)];
}

const Decision *decisionOf(const Plan &plan, const ControlCause &cause)
{
    const auto in = [&](const std::vector<Decision> &decisions) -> const Decision * {
        const auto found = std::ranges::find(decisions, cause.control, &Decision::control);
        return found == decisions.end() ? nullptr : &*found;
    };
    if (const ServicePlan *service = serviceAt(plan, cause.subject))
        if (const Decision *decision = in(service->decisions))
            return decision;
    return in(plan.decisions);
}

} // namespace skanse::report
