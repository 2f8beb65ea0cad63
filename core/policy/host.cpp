// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>
#include <array>

namespace skanse::policy {

namespace {

/// Compose runs one of each; a cluster on one machine runs all replicas.
std::int64_t instances(const Plan &plan, const ServicePlan &service)
{
    return plan.wants(Target::Compose) ? 1 : service.replicas;
}

Bytes roundUp(Bytes bytes, std::int64_t unit)
{
    return {(bytes.value + unit - 1) / unit * unit};
}

/// Adds, but never beyond what every later sum can hold; checkResources refuses such answers.
void addTimes(Bytes &sum, Bytes amount, std::int64_t count)
{
    sum.value = amount.value > (kLargestSum.value - sum.value) / count
                  ? kLargestSum.value
                  : sum.value + amount.value * count;
}

MachinePlan machineOf(const Context &context)
{
    const Host &host = context.answers.host;
    const HostFacts &facts = context.catalogue.host;
    MachinePlan machine;
    std::int64_t largestCpu = 0;
    for (std::size_t i = 0; i < context.plan.services.size(); ++i) {
        const ServicePlan &service = context.plan.services[i];
        const std::int64_t count = instances(context.plan, service);
        const std::int64_t copies = service.stateful ? service.replicas : 1;
        MachineShare share{.service = static_cast<int>(i),
                           .instances = count,
                           .copies = copies,
                           .memory = service.resources.memory,
                           .cpuRequest = service.resources.cpuRequest,
                           .cpuLimit = service.resources.cpu,
                           .storage = {}};
        addTimes(machine.limits, service.resources.memory, count);
        machine.cpuRequests.milli += service.resources.cpuRequest.milli * count;
        machine.cpuLimits.milli += service.resources.cpu.milli * count;
        largestCpu = std::max(largestCpu, service.resources.cpu.milli);
        for (const MountPlan &mount : service.storage) {
            addTimes(machine.storage, mount.size, copies);
            addTimes(share.storage, mount.size, 1);
        }
        machine.shares.push_back(share);
    }
    machine.reserve = roundUp({facts.reserve.memoryFixed.value
                               + machine.limits.value * facts.reserve.memoryPercent / 100},
                              1LL << 20U);
    machine.derived = !host.memory || !host.vcpu;

    machine.memoryNeeded = {machine.limits.value + machine.reserve.value};
    machine.cpuNeeded = {std::max(machine.cpuRequests.milli + facts.reserve.cpu.milli, largestCpu)};
    // Data, a second copy while migrating or restoring, and the system with its images.
    machine.diskNeeded = {machine.storage.value * 2 + facts.reserve.diskFixed.value};
    machine.swap = host.swap.value_or(Bytes{});

    const std::int64_t memory = host.memory ? host.memory->value : machine.memoryNeeded.value;
    const std::int64_t cpu = host.vcpu ? *host.vcpu * 1000 : machine.cpuNeeded.milli;
    const auto fits = [&](const MachineSize &size) {
        return size.memory.value >= memory && size.vcpu * 1000 >= cpu;
    };
    const auto size = std::ranges::find_if(facts.sizes, fits);
    machine.memory = host.memory               ? *host.memory
                   : size != facts.sizes.end() ? size->memory
                                               : roundUp({memory}, 1LL << 30U);
    machine.vcpu = host.vcpu                 ? *host.vcpu
                 : size != facts.sizes.end() ? size->vcpu
                                             : (cpu + 999) / 1000;
    machine.disk = host.disk
                     ? *host.disk
                     : roundUp({machine.diskNeeded.value + machine.swap.value}, 10LL << 30U);
    return machine;
}

/// Ordinary users may open ports from the lowest published one on: without root the engine is one of them.
std::string lowestOpenPort(const Plan &plan, const std::string &usual)
{
    std::int64_t lowest = std::stoll(usual);
    for (const ServicePlan &service : plan.services)
        for (const PortPlan &port : service.ports)
            if (port.publication)
                lowest = std::min(lowest, port.publication->hostPort);
    return std::to_string(lowest);
}

/// Networks that the machine has to reach, so containers must not have them as well.
std::vector<Network> takenNetworks(const Context &context)
{
    std::vector<Network> taken = context.answers.host.adminNetworks;
    for (const Flow &flow : context.plan.flows)
        for (const Endpoint *end : {&flow.from, &flow.to})
            if (end->kind == Endpoint::Kind::Network)
                taken.push_back(end->network);
    for (const ServicePlan &service : context.plan.services)
        for (const PortPlan &port : service.ports)
            if (port.publication)
                if (const auto address = parseNetwork(port.publication->address))
                    taken.push_back(*address);
    return taken;
}

/// The first two private ranges that nothing in the answers overlaps. Docker's own defaults are
/// 172.17.0.0/16 to 172.31.0.0/16 and 192.168.0.0/16; the first two here are the example of its reference.
std::vector<Network> addressPools(Context &context)
{
    static constexpr std::array<std::string_view, 12> kCandidates{
        "172.30.0.0/16", "172.31.0.0/16", "172.29.0.0/16",    "172.28.0.0/16",
        "172.27.0.0/16", "172.26.0.0/16", "10.213.0.0/16",    "10.214.0.0/16",
        "10.87.0.0/16",  "10.151.0.0/16", "192.168.208.0/20", "192.168.224.0/20"};
    const std::vector<Network> taken = takenNetworks(context);
    std::vector<Network> pools;
    for (const std::string_view text : kCandidates) {
        const Network pool = *parseNetwork(text);
        const auto overlaps = [&](const Network &other) {
            // 0.0.0.0/0 means everybody, not a network somebody has.
            return other.length != 0 && (other.contains(pool) || pool.contains(other));
        };
        if (pools.size() < 2 && std::ranges::none_of(taken, overlaps))
            pools.push_back(pool);
    }
    if (pools.empty())
        context.report(
            Severity::Error, "no-room-for-containers", "host.adminNetworks", "host.adminNetworks",
            {"The networks in the answers leave no private range for the containers' own "
             "networks.",
             "Nettene i svarene lar det ikke være igjen noe privat område til "
             "containernes egne nett."},
            {"Name the networks more narrowly, for example the VPN instead of 10.0.0.0/8.",
             "Oppgi nettene smalere, for eksempel VPN-et i stedet for 10.0.0.0/8."});
    return pools;
}

std::vector<HostSysctl> sysctlsOf(const Context &context)
{
    std::vector<HostSysctl> sysctls;
    const bool ipv6 = std::ranges::any_of(context.plan.networks, &NetworkPlan::ipv6);
    for (const SysctlFact &fact : context.catalogue.host.sysctls)
        if (fact.when == "always" || (fact.when == "ipv6" && ipv6))
            sysctls.push_back({fact.key, fact.value, fact.why});
    for (const ServicePlan &service : context.plan.services)
        for (const HostSysctl &needed : service.preset->sysctls)
            if (std::ranges::find(sysctls, needed.key, &HostSysctl::key) == sysctls.end())
                sysctls.push_back(needed);
    if (context.answers.host.engine != ContainerEngine::DockerRootless)
        return sysctls;
    // Its networks are in a namespace of the user; the machine itself forwards nothing.
    std::erase_if(sysctls, [](const HostSysctl &setting) {
        return setting.key == "net.ipv4.ip_forward"
            || setting.key == "net.ipv6.conf.all.forwarding";
    });
    for (HostSysctl &setting : sysctls)
        if (setting.key == "net.ipv4.ip_unprivileged_port_start")
            setting = {setting.key,
                       lowestOpenPort(context.plan, setting.value),
                       {"Docker without root opens the published ports as an ordinary user.",
                        "Docker uten root åpner de publiserte portene som en vanlig bruker."}};
    return sysctls;
}

std::vector<Network> declaredSenders(const Plan &plan, std::size_t service, const PortPlan &port)
{
    std::vector<Network> senders;
    for (const Flow *flow : plan.flowsTo(static_cast<int>(service))) {
        if (flow->port != port.port || flow->protocol != port.protocol)
            continue;
        if (flow->from.kind == Endpoint::Kind::Internet)
            return {};
        if (flow->from.kind != Endpoint::Kind::Network)
            continue;
        const Network &sender = flow->from.network;
        const auto covers = [&](const Network &known) { return known.contains(sender); };
        if (std::ranges::any_of(senders, covers))
            continue;
        std::erase_if(senders, [&](const Network &known) { return sender.contains(known); });
        senders.push_back(sender);
    }
    return senders;
}

} // namespace

void planHost(Context &context)
{
    const Host &answers = context.answers.host;
    HostPlan &host = context.plan.host;
    host.system = &context.catalogue.system(answers.system);
    host.machine = machineOf(context);
    host.diskKind = answers.diskKind;
    host.adminNetworks = answers.adminNetworks;
    host.sshPort = answers.sshPort;
    host.adminUser = answers.adminUser;
    host.sshKeys = answers.sshKeys;
    host.engine = answers.engine;
    if (answers.engine == ContainerEngine::Podman)
        context.plan.logs.driver = "k8s-file";
    host.userNamespaces = answers.engine == ContainerEngine::Docker && answers.userNamespaces;
    if (answers.engine == ContainerEngine::DockerRootless)
        host.engineUser = "skanse";
    host.addressPools = addressPools(context);
    host.sysctls = sysctlsOf(context);
    for (std::size_t i = 0; i < context.plan.services.size(); ++i) {
        const ServicePlan &service = context.plan.services[i];
        for (const std::string &flag : service.preset->cpuFlags)
            if (std::ranges::find(host.cpuFlags, flag) == host.cpuFlags.end())
                host.cpuFlags.push_back(flag);
        for (std::size_t j = 0; j < service.ports.size(); ++j)
            if (const auto &publication = service.ports[j].publication;
                publication && !publication->isLocal())
                host.openPorts.push_back(
                    {i, j, declaredSenders(context.plan, i, service.ports[j])});
    }
}

} // namespace skanse::policy
