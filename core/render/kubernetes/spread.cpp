// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"

namespace skanse::render::cluster {

namespace {

using enum ControlId;

constexpr std::string_view kHostname = "kubernetes.io/hostname";

/// Nodes that carry the label of the hosting country are preferred. Required, it would leave the pods
/// pending in every cluster whose nodes do not carry it.
Node regionAffinity(const Region &region)
{
    Node expression = Node::map();
    expression.add("key", kRegion);
    expression.add("operator", "In");
    expression.add("values", Node::list({region.iso}).flow());
    Node expressions = Node::list();
    expressions.append(std::move(expression));
    Node preference = Node::map();
    preference.add("matchExpressions", std::move(expressions));
    Node entry = Node::map();
    entry.add("weight", 100);
    entry.add("preference", std::move(preference));
    Node list = Node::list();
    list.append(std::move(entry));
    Node affinity = Node::map();
    affinity.add("preferredDuringSchedulingIgnoredDuringExecution", std::move(list));
    return affinity;
}

Node apart(const ServicePlan &service)
{
    Node term = Node::map();
    term.add("topologyKey", kHostname);
    term.add("labelSelector", labelSelectorOf(service));
    Node entry = Node::map();
    entry.add("weight", 100);
    entry.add("podAffinityTerm", std::move(term));
    Node list = Node::list();
    list.append(std::move(entry));
    Node affinity = Node::map();
    affinity.add("preferredDuringSchedulingIgnoredDuringExecution", std::move(list));
    return affinity;
}

Node spreadOver(const ServicePlan &service)
{
    Node constraint = Node::map();
    constraint.add("maxSkew", 1);
    constraint.add("topologyKey", kHostname);
    constraint.add("whenUnsatisfiable", "ScheduleAnyway");
    constraint.add("labelSelector", labelSelectorOf(service));
    Node list = Node::list();
    list.append(std::move(constraint));
    return list;
}

} // namespace

void addPlacement(const Request &request, const ServicePlan &service, Node &spec)
{
    const Plan &plan = request.plan();
    const Origin why = request.why(service, {ControlId::spread}, "service.replicas");
    Node affinity = Node::map();
    if (plan.applied(residency))
        affinity.add("nodeAffinity", regionAffinity(*plan.region.hosting))
            .why(request.why({residency}, "host.region"));
    if (service.applied(ControlId::spread))
        affinity.add("podAntiAffinity", apart(service)).why(why);
    if (!affinity.entries().empty())
        spec.add("affinity", std::move(affinity));
    if (service.applied(ControlId::spread))
        spec.add("topologySpreadConstraints", spreadOver(service)).why(why);
}

} // namespace skanse::render::cluster
