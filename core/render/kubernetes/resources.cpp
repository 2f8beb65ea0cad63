// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"

#include <algorithm>

namespace skanse::render::cluster {

namespace {

using enum ControlId;

Node requestsOf(const Request &request, const ServicePlan &service)
{
    const ResourcePlan &plan = service.resources;
    Node node = Node::map();
    node.add("cpu", toMilliString(plan.cpuRequest))
        .why(request.why(service, {cpu_limit}, "service.resources.cpuRequest"));
    node.add("memory", toString(plan.memoryRequest))
        .why(request.why(service, {memory_limit}, "service.resources.memoryRequest"));
    node.add("ephemeral-storage", toString(plan.ephemeral))
        .why(request.why(service, {ephemeral_storage_limit}, "service.resources.ephemeral"));
    return node;
}

Node limitsOf(const Request &request, const ServicePlan &service)
{
    const ResourcePlan &plan = service.resources;
    Node node = Node::map();
    if (service.applied(cpu_limit))
        node.add("cpu", toMilliString(plan.cpu))
            .why(request.why(service, {cpu_limit}, "service.resources.cpu"));
    if (service.applied(memory_limit))
        node.add("memory", toString(plan.memory))
            .why(request.why(service, {memory_limit}, "service.resources.memory"));
    if (service.applied(ephemeral_storage_limit))
        node.add("ephemeral-storage", toString(plan.ephemeral))
            .why(request.why(service, {ephemeral_storage_limit}, "service.resources.ephemeral"));
    return node;
}

/// The kinds of limit that hold for the whole namespace: those that no service waives. A range or quota
/// would force the others on every pod.
struct Kinds {
    bool cpu = false;
    bool memory = false;
    bool ephemeral = false;
};

Kinds kindsOf(const Plan &plan)
{
    return {everyServiceHas(plan, cpu_limit), everyServiceHas(plan, memory_limit),
            everyServiceHas(plan, ephemeral_storage_limit)};
}

struct Amounts {
    Cpu cpu;
    Bytes memory;
    Bytes ephemeral;
};

Amounts limitAmounts(const ServicePlan &service)
{
    return {service.resources.cpu, service.resources.memory, service.resources.ephemeral};
}

Amounts requestAmounts(const ServicePlan &service)
{
    return {service.resources.cpuRequest, service.resources.memoryRequest,
            service.resources.ephemeral};
}

/// The smallest or largest of each over all services.
template <class Amount, class Pick>
Amounts over(const Plan &plan, const Amount &amount, const Pick &pick)
{
    Amounts result = amount(plan.services.front());
    for (const ServicePlan &service : plan.services) {
        const Amounts one = amount(service);
        result.cpu = pick(result.cpu, one.cpu);
        result.memory = pick(result.memory, one.memory);
        result.ephemeral = pick(result.ephemeral, one.ephemeral);
    }
    return result;
}

Node amountsNode(const Amounts &amounts, const Kinds &kinds)
{
    Node node = Node::map();
    if (kinds.cpu)
        node.add("cpu", toMilliString(amounts.cpu));
    if (kinds.memory)
        node.add("memory", toString(amounts.memory));
    if (kinds.ephemeral)
        node.add("ephemeral-storage", toString(amounts.ephemeral));
    return node;
}

/// What one container of the namespace may ask for. The services fit exactly; a container that says
/// nothing gets the smallest amounts among them.
Node limitRange(const Request &request)
{
    const Plan &plan = request.plan();
    constexpr auto smallest = [](auto a, auto b) { return std::min(a, b); };
    constexpr auto largest = [](auto a, auto b) { return std::max(a, b); };
    const Kinds kinds = kindsOf(plan);
    constexpr Kinds kAll{true, true, true};
    Node limit = Node::map();
    limit.add("type", "Container");
    const auto add = [&](std::string_view key, const Amounts &amounts, const Kinds &which) {
        if (Node node = amountsNode(amounts, which); !node.entries().empty())
            limit.add(key, std::move(node));
    };
    add("max", over(plan, limitAmounts, largest), kinds);
    add("min", over(plan, requestAmounts, smallest), kAll);
    add("default", over(plan, limitAmounts, smallest), kinds);
    add("defaultRequest", over(plan, requestAmounts, smallest), kAll);
    Node list = Node::list();
    list.append(std::move(limit));
    Node spec = Node::map();
    spec.add("limits", std::move(list));
    Node node =
        object(request, "v1", "LimitRange", "container-limits", request.why({resource_quota}));
    node.add("spec", std::move(spec)).why(request.why({resource_quota}));
    return node;
}

/// What all pods take together, with the one that a rolling update adds to each Deployment.
struct Totals {
    Amounts requests;
    Amounts limits;
    std::int64_t pods = 0;
    std::int64_t claims = 0;
    Bytes storage;
};

void add(Amounts &sum, const Amounts &one, std::int64_t pods)
{
    sum.cpu.milli += one.cpu.milli * pods;
    sum.memory.value += one.memory.value * pods;
    sum.ephemeral.value += one.ephemeral.value * pods;
}

Totals totalsOf(const Plan &plan)
{
    Totals totals;
    std::vector<std::string_view> shared;
    for (const ServicePlan &service : plan.services) {
        const std::int64_t pods = service.replicas + (service.stateful ? 0 : 1);
        totals.pods += pods;
        add(totals.requests, requestAmounts(service), pods);
        add(totals.limits, limitAmounts(service), pods);
        for (const MountPlan &mount : service.storage) {
            const bool own = isOwnVolume(service, mount);
            if (!own && std::ranges::find(shared, mount.volume) != shared.end())
                continue;
            if (!own)
                shared.push_back(mount.volume);
            const std::int64_t claims = own ? service.replicas : 1;
            totals.claims += claims;
            totals.storage.value += mount.size.value * claims;
        }
    }
    return totals;
}

Node quota(const Request &request)
{
    const Kinds kinds = kindsOf(request.plan());
    const Totals totals = totalsOf(request.plan());
    Node hard = Node::map();
    hard.add("pods", std::to_string(totals.pods));
    hard.add("requests.cpu", toMilliString(totals.requests.cpu));
    hard.add("requests.memory", toString(totals.requests.memory));
    hard.add("requests.ephemeral-storage", toString(totals.requests.ephemeral));
    if (kinds.cpu)
        hard.add("limits.cpu", toMilliString(totals.limits.cpu));
    if (kinds.memory)
        hard.add("limits.memory", toString(totals.limits.memory));
    if (kinds.ephemeral)
        hard.add("limits.ephemeral-storage", toString(totals.limits.ephemeral));
    hard.add("persistentvolumeclaims", std::to_string(totals.claims));
    hard.add("requests.storage", toString(totals.storage));
    Node spec = Node::map();
    spec.add("hard", std::move(hard));
    Node node =
        object(request, "v1", "ResourceQuota", "workload-quota", request.why({resource_quota}));
    node.add("spec", std::move(spec)).why(request.why({resource_quota}));
    return node;
}

} // namespace

Node resourcesOf(const Request &request, const ServicePlan &service)
{
    Node node = Node::map();
    node.add("requests", requestsOf(request, service));
    if (Node limits = limitsOf(request, service); !limits.entries().empty())
        node.add("limits", std::move(limits));
    return node;
}

void limits(const Request &request, Bundle &bundle)
{
    std::vector<Node> documents;
    documents.push_back(limitRange(request));
    documents.push_back(quota(request));
    addFile(request, bundle, "kubernetes/limits.yaml",
            {"Limits of the namespace: for each container and for all pods together",
             "Grenser for navnerommet: for hver container og for alle podder til sammen"},
            documents);
}

} // namespace skanse::render::cluster
