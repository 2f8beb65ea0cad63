// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/control_rules.h"

#include <algorithm>

namespace skanse::policy {

namespace {

bool anyColumnShows(const Control &control, const std::vector<Column> &columns)
{
    return std::ranges::any_of(columns, [&](Column column) {
        return !control.targets.at(static_cast<std::size_t>(column)).shows.empty();
    });
}

/// The columns of the parity matrix that this plan fills.
std::vector<Column> columnsOf(const Plan &plan, bool builds)
{
    std::vector<Column> columns;
    if (builds)
        columns.push_back(Column::Dockerfile);
    if (plan.wants(Target::Compose))
        columns.push_back(Column::Compose);
    if (plan.wants(Target::Kubernetes))
        columns.push_back(Column::Kubernetes);
    if (plan.wants(Target::Host))
        columns.push_back(Column::Host);
    if (plan.wants(Target::Ci))
        columns.push_back(Column::Ci);
    return columns;
}

Verdict withoutTarget()
{
    return notNeeded({"None of the chosen targets has a place for it.",
                      "Ingen av de valgte målene har plass til det."},
                     "workload.targets");
}

Verdict decideService(Context &context, std::size_t index, ControlId id,
                      const std::vector<Column> &columns)
{
    const ServicePlan &service = context.plan.services[index];
    if (context.waives(index, id)) {
        const auto &waivers = context.answers.services[index].waivers;
        const auto waiver = std::ranges::find(waivers, toString(id), &Waiver::control);
        return {DecisionState::Waived, {waiver->reason, waiver->reason}, "service.waiver.control"};
    }
    if (!anyColumnShows(context.catalogue.control(id), columns))
        return withoutTarget();
    return judgeService(context.plan, service, id);
}

/// What Kubernetes' "restricted" level needs of every container (Pod Security Standards).
bool fitsRestricted(const ServicePlan &service)
{
    return service.applied(ControlId::non_root) && service.applied(ControlId::drop_capabilities)
        && service.applied(ControlId::no_privilege_escalation);
}

/// A low port that stays low: the sysctl lets the process open it. With the control waived the capability
/// is added, but it helps only a process that starts as root; others still need the sysctl.
void planLowPorts(Context &context, std::size_t index)
{
    ServicePlan &service = context.plan.services[index];
    const bool low =
        std::ranges::any_of(service.ports, [](const PortPlan &port) { return port.port < 1024; });
    if (!low)
        return;
    const bool waived = context.waives(index, ControlId::unprivileged_port);
    if (waived && !context.waives(index, ControlId::drop_capabilities)) // otherwise it is not lost
        service.capabilities.emplace_back("NET_BIND_SERVICE");
    service.lowPortSysctl = !waived || !context.waives(index, ControlId::non_root);
}

void decide(std::vector<Decision> &decisions, ControlSet &appliedControls, ControlId id,
            int subject, Verdict verdict)
{
    if (verdict.state == DecisionState::Applied)
        appliedControls.insert(id);
    decisions.push_back({id, subject, verdict.state, std::move(verdict.reason), verdict.question});
}

} // namespace

void planControls(Context &context)
{
    Plan &plan = context.plan;
    for (std::size_t i = 0; i < plan.services.size(); ++i) {
        planLowPorts(context, i);
        const auto columns = columnsOf(plan, plan.services[i].image.build);
        plan.services[i].decisions.reserve(kControlCount);
        for (const Control &control : context.catalogue.controls) {
            if (control.scope != ControlScope::Service)
                continue;
            decide(plan.services[i].decisions, plan.services[i].appliedControls, control.id,
                   static_cast<int>(i), decideService(context, i, control.id, columns));
        }
    }
    plan.podSecurity =
        std::ranges::all_of(plan.services, fitsRestricted) ? "restricted" : "baseline";
    const auto columns = columnsOf(plan, plan.builds());
    for (const Control &control : context.catalogue.controls) {
        if (control.scope == ControlScope::Service)
            continue;
        decide(plan.decisions, plan.appliedControls, control.id, kWholeWorkload,
               anyColumnShows(control, columns) ? judgeWorkload(plan, control.id)
                                                : withoutTarget());
    }
}

} // namespace skanse::policy
