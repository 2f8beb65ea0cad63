// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace skanse::policy {

namespace {

std::size_t indexOf(int service)
{
    return static_cast<std::size_t>(service);
}

/// Gives each purpose its own network. Services' names may make two display names equal, so networks are
/// told apart by what they are for, and a name that is taken gets a number.
class Networks
{
public:
    explicit Networks(Plan &plan) : m_plan(plan) {}

    /// `from` and `to` are service indices, or -1.
    std::size_t at(std::string_view purpose, int from, int to, const std::string &name)
    {
        const auto [found, fresh] =
            m_known.emplace(std::tuple{std::string(purpose), from, to}, m_plan.networks.size());
        if (fresh)
            m_plan.networks.push_back({.name = freeName(name), .members = {}});
        return found->second;
    }

private:
    [[nodiscard]] std::string freeName(const std::string &name) const
    {
        std::string free = name;
        for (int number = 2;
             std::ranges::find(m_plan.networks, free, &NetworkPlan::name) != m_plan.networks.end();
             ++number)
            free = name + "-" + std::to_string(number);
        return free;
    }

    Plan &m_plan;
    std::map<std::tuple<std::string, int, int>, std::size_t> m_known;
};

void join(Plan &plan, std::size_t network, int service)
{
    auto &members = plan.networks[network].members;
    if (std::ranges::find(members, service) != members.end())
        return;
    members.push_back(service);
    plan.services[indexOf(service)].networks.push_back(network);
}

/// One internal network for each pair that talks. Services whose segmentation is waived share one.
void planEdges(Context &context, Networks &networks)
{
    Plan &plan = context.plan;
    const auto unsegmented = [&](int service) {
        return context.waives(indexOf(service), ControlId::segmented_networks);
    };
    for (const Flow &flow : plan.flows) {
        if (flow.from.kind != Endpoint::Kind::Service || flow.to.kind != Endpoint::Kind::Service)
            continue;
        const bool shared = unsegmented(flow.from.service) || unsegmented(flow.to.service);
        const std::size_t network =
            shared ? networks.at("shared", -1, -1, "shared")
                   : networks.at("edge", flow.from.service, flow.to.service,
                                 plan.services[indexOf(flow.from.service)].name + "-to-"
                                     + plan.services[indexOf(flow.to.service)].name);
        join(plan, network, flow.from.service);
        join(plan, network, flow.to.service);
    }
}

/// One network to the outside for each service that needs one: published ports, declared egress, or both.
/// Without egress it does not masquerade, so nothing behind it can open a connection to the internet.
void planOutside(Context &context, Networks &networks)
{
    Plan &plan = context.plan;
    for (std::size_t i = 0; i < plan.services.size(); ++i) {
        const ServicePlan &service = plan.services[i];
        bool egress = context.waives(i, ControlId::declared_egress);
        bool ipv6 = false;
        for (const Flow *flow : plan.flowsFrom(static_cast<int>(i))) {
            egress = egress || flow->to.isOutside();
            ipv6 = ipv6 || (flow->to.kind == Endpoint::Kind::Network && flow->to.network.v6);
        }
        if (!egress && !service.isPublished())
            continue;
        const std::size_t network =
            networks.at("outside", static_cast<int>(i), -1, service.name + "-outside");
        plan.networks[network].internal = false;
        plan.networks[network].masquerade = egress;
        plan.networks[network].ipv6 = ipv6;
        join(plan, network, static_cast<int>(i));
    }
}

/// Everyone is on a network of the plan: whoever has no flow at all gets one alone, so that Compose
/// does not put it on a common default network.
void planLonely(Plan &plan, Networks &networks)
{
    for (std::size_t i = 0; i < plan.services.size(); ++i)
        if (plan.services[i].networks.empty())
            join(plan,
                 networks.at("alone", static_cast<int>(i), -1, plan.services[i].name + "-alone"),
                 static_cast<int>(i));
}

/// Names are needed to find other services and declared names; addresses need none.
void planDns(Context &context)
{
    Plan &plan = context.plan;
    for (std::size_t i = 0; i < plan.services.size(); ++i) {
        bool needed = context.waives(i, ControlId::declared_egress);
        for (const Flow *flow : plan.flowsFrom(static_cast<int>(i)))
            needed = needed || flow->to.kind != Endpoint::Kind::Network;
        plan.services[i].needsDns = needed;
    }
}

bool reaches(const Plan &plan, int from, int target, std::vector<bool> &seen)
{
    if (from == target)
        return true;
    if (seen[indexOf(from)])
        return false;
    seen[indexOf(from)] = true;
    return std::ranges::any_of(plan.services[indexOf(from)].dependsOn,
                               [&](int next) { return reaches(plan, next, target, seen); });
}

/// Clients start after their servers. A flow that would close a circle is left out: then the
/// application has to wait for itself.
void planStartOrder(Plan &plan)
{
    for (const Flow &flow : plan.flows) {
        if (flow.from.kind != Endpoint::Kind::Service || flow.to.kind != Endpoint::Kind::Service)
            continue;
        auto &dependsOn = plan.services[indexOf(flow.from.service)].dependsOn;
        if (std::ranges::find(dependsOn, flow.to.service) != dependsOn.end())
            continue;
        std::vector<bool> seen(plan.services.size(), false);
        if (!reaches(plan, flow.to.service, flow.from.service, seen))
            dependsOn.push_back(flow.to.service);
    }
}

} // namespace

void planNetworks(Context &context)
{
    Networks networks(context.plan);
    planEdges(context, networks);
    planOutside(context, networks);
    planLonely(context.plan, networks);
    planDns(context);
    planStartOrder(context.plan);
}

} // namespace skanse::policy
