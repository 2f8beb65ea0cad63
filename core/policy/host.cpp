// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>

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
    return sysctls;
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
    host.userNamespaces = answers.userNamespaces;
    host.sysctls = sysctlsOf(context);
    for (std::size_t i = 0; i < context.plan.services.size(); ++i) {
        const ServicePlan &service = context.plan.services[i];
        for (const std::string &flag : service.preset->cpuFlags)
            if (std::ranges::find(host.cpuFlags, flag) == host.cpuFlags.end())
                host.cpuFlags.push_back(flag);
        for (const PortPlan &port : service.ports)
            if (port.publication && port.publication->everybody)
                host.openPorts.push_back(
                    {port.publication->hostPort, port.protocol, static_cast<int>(i)});
    }
}

} // namespace skanse::policy
