// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <array>
#include <vector>

namespace skanse::render {

/// Services (or the whole workload) for which the same was decided for the same reason.
struct DecisionGroup {
    const Decision *decision = nullptr; ///< the first of them
    std::vector<int> subjects;
};

/// The plan's decisions by control.
class ControlStates
{
public:
    explicit ControlStates(const Plan &plan);

    /// In the order applied, waived, not needed.
    [[nodiscard]] const std::vector<DecisionGroup> &of(ControlId control) const
    {
        return m_groups.at(static_cast<std::size_t>(control));
    }
    /// Applied or waived somewhere.
    [[nodiscard]] bool matters(ControlId control) const;
    /// The state that most can be said of: applied when it is applied anywhere, then waived.
    [[nodiscard]] DecisionState strongest(ControlId control) const;
    /// The services in this state; `kWholeWorkload` for controls of other scopes.
    [[nodiscard]] std::vector<int> subjectsIn(ControlId control, DecisionState state) const;

private:
    static constexpr std::size_t kUsual = 3; ///< groups of one control

    /// With room for so many subjects of the same.
    void add(const Decision &decision, std::size_t room);

    std::array<std::vector<DecisionGroup>, kControlCount> m_groups;
};

} // namespace skanse::render
