// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"

/// What a scanner is told to let pass. A waiver of the profile and a finding that stays are told alike.
namespace skanse::render {

/// A rule that the tool should not report for a service, and why.
struct LetPass {
    std::string rule;
    std::string reason;
    std::string_view question; ///< the answer behind it
};
std::vector<LetPass> letPass(const Request &request, const ServicePlan &service,
                             std::string_view tool);

} // namespace skanse::render
