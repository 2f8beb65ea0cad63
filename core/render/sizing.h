// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <string>
#include <vector>

/// The arithmetic behind the size of the machine, in words: the same in the checklist and in the window.
namespace skanse::render {

/// Plain text, one sum after another: "3456Mi limits + 512Mi + 10 % of the limits for the host = 4314Mi;
/// the machine has 8Gi".
struct SizingText {
    std::string memory;
    std::string cpu;
    std::string disk;
    /// What the sums do not hold: shared processor time, swap. May be empty.
    std::vector<std::string> remarks;
};

SizingText sizingText(const Plan &plan, const HostReserve &reserve, Language language);

} // namespace skanse::render
