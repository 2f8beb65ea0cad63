// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/plan.h"

#include <algorithm>
#include <array>

namespace skanse {

namespace {

DecisionState stateIn(const std::vector<Decision> &decisions, ControlId control)
{
    const auto found = std::ranges::find(decisions, control, &Decision::control);
    return found == decisions.end() ? DecisionState::NotApplicable : found->state;
}

} // namespace

std::string_view toString(DecisionState state)
{
    switch (state) {
    case DecisionState::Applied:
        return "applied";
    case DecisionState::Waived:
        return "waived";
    case DecisionState::NotApplicable:
        return "not-applicable";
    }
    return {};
}

std::string_view toString(AttemptKind kind)
{
    static constexpr std::array<std::string_view, kAttemptKindCount> kNames{
        "be-root",          "write-root",     "set-user-id",      "keep-capabilities",
        "change-root",      "raw-socket",     "new-namespace",    "mount",
        "load-module",      "set-clock",      "filtered-call",    "bind-low-port",
        "raise-open-files", "fill-scratch",   "run-from-scratch", "read-secret",
        "reach-service",    "reach-metadata", "reach-internet",   "fork",
        "allocate",         "read-token",
    };
    return kNames.at(static_cast<std::size_t>(kind));
}

DecisionState ServicePlan::state(ControlId control) const
{
    return stateIn(decisions, control);
}

const PortPlan *ServicePlan::port(std::string_view portName) const
{
    const auto found = std::ranges::find(ports, portName, &PortPlan::name);
    return found == ports.end() ? nullptr : &*found;
}

bool ServicePlan::isPublished() const
{
    return std::ranges::any_of(ports,
                               [](const PortPlan &port) { return port.publication.has_value(); });
}

bool Plan::has(ExceptionId id, int subject) const
{
    const auto found = std::ranges::find(exceptions, id, &ExceptionPlan::id);
    return found != exceptions.end()
        && std::ranges::find(found->subjects, subject) != found->subjects.end();
}

bool Plan::wants(Target target) const
{
    return std::ranges::find(targets, target) != targets.end();
}

bool Plan::builds() const
{
    return std::ranges::any_of(services,
                               [](const ServicePlan &service) { return service.image.build; });
}

DecisionState Plan::state(ControlId control) const
{
    return stateIn(decisions, control);
}

std::vector<const Flow *> Plan::flowsTo(int service) const
{
    std::vector<const Flow *> found;
    for (const Flow &flow : flows)
        if (flow.to.kind == Endpoint::Kind::Service && flow.to.service == service)
            found.push_back(&flow);
    return found;
}

std::vector<const Flow *> Plan::flowsFrom(int service) const
{
    std::vector<const Flow *> found;
    for (const Flow &flow : flows)
        if (flow.from.kind == Endpoint::Kind::Service && flow.from.service == service)
            found.push_back(&flow);
    return found;
}

} // namespace skanse
