// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"
#include "core/schema/question.h"
#include "core/text/artifact.h"

#include <vector>

/// Why a line of a bundle is there: what explanations are made of.
namespace skanse::report {

struct ControlCause {
    ControlId control{};
    int subject = kWholeWorkload; ///< index in Plan::services
    bool operator==(const ControlCause &) const = default;
};

struct AnswerCause {
    const Question *question = nullptr;
    int subject = kWholeWorkload;
    bool operator==(const AnswerCause &) const = default;
};

/// Everything that put a line there, innermost first, each cause once.
struct LineCauses {
    std::vector<ControlCause> controls;
    std::vector<AnswerCause> answers;
    [[nodiscard]] bool empty() const { return controls.empty() && answers.empty(); }
};

/// `line` starts at 1; a line that the file does not have has no causes.
LineCauses causesOf(const Artifact &artifact, int line);

/// Nothing for the whole workload.
const ServicePlan *serviceAt(const Plan &plan, int subject);

/// The decision about the service, or about the whole workload when the control is not a service's.
const Decision *decisionOf(const Plan &plan, const ControlCause &cause);

} // namespace skanse::report
