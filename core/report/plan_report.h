// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"
#include "core/yaml/node.h"

#include <string>

/// Every decision of a plan with its reason, in the language of the plan.
namespace skanse::report {

/// For a terminal.
std::string planText(const Plan &plan);
/// For JSON. Words are those of profiles and of the catalogue; quantities are written as in profiles.
yaml::Node planNode(const Plan &plan);

} // namespace skanse::report
