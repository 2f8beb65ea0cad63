// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/effective.h"

#include <algorithm>

namespace skanse {

namespace {

/// Fills an answer that was not given.
template <class T, class Value> void fillIn(std::optional<T> &answer, const Value &value)
{
    if (!answer)
        answer = value;
}

void fillIn(std::string &answer, std::string_view value)
{
    if (answer.empty())
        answer = value;
}

void fillIn(std::vector<std::string> &answer, const std::vector<std::string> &value)
{
    if (answer.empty())
        answer = value;
}

/// The item with the same identity, or a new one at the end.
template <class Item>
Item &itemFor(std::vector<Item> &items, std::string Item::*identity, const std::string &name)
{
    const auto found = std::ranges::find(items, name, identity);
    if (found != items.end())
        return *found;
    items.emplace_back().*identity = name;
    return items.back();
}

void fillPorts(std::vector<Port> &ports, const ServicePlan &plan)
{
    for (const PortPlan &planned : plan.ports) {
        Port &port = itemFor(ports, &Port::name, planned.name);
        fillIn(port.container, planned.port);
        fillIn(port.protocol, planned.protocol);
        fillIn(port.application, planned.application);
        if (planned.publication)
            fillIn(port.host, planned.publication->hostPort);
    }
}

void fillStorage(Service &service, const ServicePlan &plan)
{
    for (const MountPlan &mount : plan.storage) {
        const bool own =
            std::ranges::find(service.storage, mount.path, &Storage::path) != service.storage.end();
        Storage &storage = itemFor(service.storage, &Storage::path, mount.path);
        fillIn(storage.size, mount.size);
        if (own)
            continue;
        storage.kind = mount.kind;
        storage.readOnly = mount.readOnly;
        storage.shared = mount.shared;
        storage.backup = mount.backup;
    }
    for (const ScratchPlan &planned : plan.scratch) {
        Scratch &scratch = itemFor(service.scratch, &Scratch::path, planned.path);
        fillIn(scratch.size, planned.size);
        fillIn(scratch.exec, planned.exec);
    }
}

void fillResources(Resources &resources, const ResourcePlan &plan)
{
    fillIn(resources.memory, plan.memory);
    fillIn(resources.memoryRequest, plan.memoryRequest);
    fillIn(resources.cpu, plan.cpu);
    fillIn(resources.cpuRequest, plan.cpuRequest);
    fillIn(resources.pids, plan.pids);
    fillIn(resources.openFiles, plan.openFiles);
    fillIn(resources.ephemeral, plan.ephemeral);
    if (plan.ioWeight)
        fillIn(resources.ioWeight, *plan.ioWeight);
}

void fillHealth(Health &health, const ServicePlan &plan)
{
    fillIn(health.command, plan.health.command);
    fillIn(health.probe, plan.health.probe);
    fillIn(health.path, plan.health.path);
    const auto port = std::ranges::find(plan.ports, plan.health.port, &PortPlan::port);
    if (port != plan.ports.end())
        fillIn(health.port, port->name);
    fillIn(health.interval, plan.health.interval);
    fillIn(health.timeout, plan.health.timeout);
    fillIn(health.retries, plan.health.retries);
    fillIn(health.start, plan.health.start);
}

void fillService(Service &service, const ServicePlan &plan)
{
    fillIn(service.origin, plan.image.build ? BuildOrigin::Build : BuildOrigin::Image);
    fillIn(service.context, plan.image.context);
    fillIn(service.image, plan.image.reference);
    fillIn(service.digest, plan.image.digest);
    fillIn(service.command, plan.command);
    fillIn(service.arguments, plan.arguments);
    fillIn(service.uid, plan.uid);
    fillIn(service.gid, plan.gid);
    fillIn(service.replicas, plan.replicas);
    fillPorts(service.ports, plan);
    fillStorage(service, plan);
    fillResources(service.resources, plan.resources);
    for (const SecretPlan &planned : plan.secrets) {
        Secret &secret = itemFor(service.secrets, &Secret::name, planned.name);
        secret = {planned.name, planned.use, planned.variable, planned.path};
    }
    for (const Variable &planned : plan.environment)
        itemFor(service.environment, &Variable::name, planned.name).value = planned.value;
    fillHealth(service.health, plan);
    fillIn(service.stopSignal, plan.stopSignal);
    fillIn(service.stopGrace, plan.stopGrace);
}

void fillHost(Host &host, const Plan &plan)
{
    fillIn(host.vcpu, plan.host.machine.vcpu);
    fillIn(host.memory, plan.host.machine.memory);
    fillIn(host.disk, plan.host.machine.disk);
    for (std::string *region : {&host.backupRegion, &host.logRegion, &host.registryRegion})
        fillIn(*region, host.region);
}

} // namespace

Answers effectiveAnswers(const Answers &answers, const Plan &plan)
{
    Answers effective = answers;
    fillIn(effective.workload.nameSpace, plan.nameSpace);
    fillIn(effective.workload.ingressNamespace, plan.ingressNamespace);
    // The plan's services come in the order of the answers; those it adds come last.
    const std::size_t count = std::min(answers.services.size(), plan.services.size());
    for (std::size_t i = 0; i < count; ++i)
        fillService(effective.services[i], plan.services[i]);
    fillHost(effective.host, plan);
    return effective;
}

} // namespace skanse
