// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <string>

/// What the drill says about its attempts, in one language.
namespace skanse::render {

struct AttemptWords {
    std::string attempt;  ///< what is tried: "create a file in / and /usr"
    std::string expected; ///< the answer of a control that holds: "read-only file system"
};

AttemptWords wordsOf(const Plan &plan, const AttemptPlan &attempt);

/// Why the attempt proves nothing where the control cannot be expressed, although the catalogue says it can.
std::string_view whyNot(const Plan &plan, AttemptKind kind);

} // namespace skanse::render
