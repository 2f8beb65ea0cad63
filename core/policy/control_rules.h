// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/context.h"

/// When a control applies, and why: one case per control.
namespace skanse::policy {

struct Verdict {
    DecisionState state = DecisionState::Applied;
    Prose reason;
    std::string_view question;
};

inline Verdict applied(Prose reason, std::string_view question = {})
{
    return {DecisionState::Applied, std::move(reason), question};
}

inline Verdict notNeeded(Prose reason, std::string_view question = {})
{
    return {DecisionState::NotApplicable, std::move(reason), question};
}

/// For controls of scope service that are not waived and that a chosen target can express.
Verdict judgeService(const Plan &plan, const ServicePlan &service, ControlId id);
/// For controls of the other scopes.
Verdict judgeWorkload(const Plan &plan, ControlId id);

} // namespace skanse::policy
