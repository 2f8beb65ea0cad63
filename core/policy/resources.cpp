// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>

namespace skanse::policy {

namespace {

ResourcePlan resourcesOf(const Resources &asked, const PresetResources &known)
{
    ResourcePlan plan;
    plan.memory = asked.memory.value_or(known.memory);
    plan.memoryRequest = asked.memoryRequest.value_or(plan.memory);
    plan.cpu = asked.cpu.value_or(known.cpu);
    plan.cpuRequest = asked.cpuRequest.value_or(std::min(known.cpuRequest, plan.cpu));
    plan.pids = asked.pids.value_or(known.pids);
    plan.openFiles = asked.openFiles.value_or(known.openFiles);
    plan.ephemeral = asked.ephemeral.value_or(known.ephemeral);
    plan.sharedMemory = known.sharedMemory;
    plan.ioWeight = asked.ioWeight;
    return plan;
}

} // namespace

void planResources(Context &context)
{
    for (std::size_t i = 0; i < context.plan.services.size(); ++i) {
        ServicePlan &service = context.plan.services[i];
        const Service *answers = context.answersOf(i);
        service.resources = resourcesOf(answers != nullptr ? answers->resources : Resources{},
                                        service.preset->resources);
    }
}

} // namespace skanse::policy
