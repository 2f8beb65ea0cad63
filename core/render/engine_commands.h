// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <string>

/// How an administrator's shell reaches the container engine of the plan, with arguments to follow.
namespace skanse::render {

/// "docker compose" where the bundle sets up no server; else with sudo and, for the engines other than
/// Docker as root, with the socket.
std::string composeCommand(const Plan &plan);

/// The drill in the bundle: "sudo sh verify/drill.sh".
std::string drillCommand(const Plan &plan);

/// "sudo systemctl", or that of the user whose containers they are.
std::string systemctlCommand(const Plan &plan);

} // namespace skanse::render
