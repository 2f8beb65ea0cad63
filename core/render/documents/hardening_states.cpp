// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/documents/hardening_states.h"

#include <algorithm>

namespace skanse::render {

ControlStates::ControlStates(const Plan &plan)
{
    for (const ServicePlan &service : plan.services)
        for (const Decision &decision : service.decisions)
            add(decision, plan.services.size());
    for (const Decision &decision : plan.decisions)
        add(decision, 1);
    for (auto &groups : m_groups)
        std::ranges::stable_sort(groups, {},
                                 [](const DecisionGroup &group) { return group.decision->state; });
}

void ControlStates::add(const Decision &decision, std::size_t room)
{
    auto &groups = m_groups.at(static_cast<std::size_t>(decision.control));
    const auto same = std::ranges::find_if(groups, [&](const DecisionGroup &group) {
        return group.decision->state == decision.state && group.decision->reason == decision.reason;
    });
    if (same != groups.end()) {
        same->subjects.push_back(decision.subject);
        return;
    }
    if (groups.empty())
        groups.reserve(kUsual);
    DecisionGroup &group = groups.emplace_back(&decision);
    group.subjects.reserve(room);
    group.subjects.push_back(decision.subject);
}

bool ControlStates::matters(ControlId control) const
{
    return strongest(control) != DecisionState::NotApplicable;
}

DecisionState ControlStates::strongest(ControlId control) const
{
    const auto &groups = of(control);
    return groups.empty() ? DecisionState::NotApplicable : groups.front().decision->state;
}

std::vector<int> ControlStates::subjectsIn(ControlId control, DecisionState state) const
{
    std::vector<int> subjects;
    for (const DecisionGroup &group : of(control))
        if (group.decision->state == state)
            subjects.insert(subjects.end(), group.subjects.begin(), group.subjects.end());
    std::ranges::sort(subjects);
    return subjects;
}

} // namespace skanse::render
