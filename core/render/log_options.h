// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"
#include "core/yaml/node.h"

namespace skanse::render {

/// The options of the log driver: {max-size: 10m, max-file: "5"}.
yaml::Node logOptions(const LogPlan &logs);

} // namespace skanse::render
