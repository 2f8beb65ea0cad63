// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/context.h"

/// The parts of one service's plan: the answers laid over the preset.
namespace skanse::policy {

/// Public ports of these go through a proxy service; a proxy itself is published.
bool speaksWeb(ApplicationProtocol application);

ServicePlan planService(Context &context, const Service &answers, const Preset &preset,
                        std::size_t index);

std::vector<PortPlan> portsOf(Context &context, const Service &answers, const Preset &preset,
                              std::size_t index);
std::vector<MountPlan> storageOf(Context &context, const Service &answers, const Preset &preset);
void nameVolumes(Plan &plan);
std::vector<ScratchPlan> scratchOf(const Service &answers, const Preset &preset);
std::vector<SecretPlan> secretsOf(Context &context, const Service &answers, const Preset &preset);
std::vector<Variable> environmentOf(const Service &answers, const Preset &preset);
HealthPlan healthOf(Context &context, const Service &answers, const Preset &preset,
                    const std::vector<PortPlan> &ports);

} // namespace skanse::policy
