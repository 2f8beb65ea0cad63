// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <QString>

#include <optional>
#include <vector>

/// What somebody saw who tried the attacks on the running workload, or looked at the server.
namespace skanse::ui {

/// One attempt or check. `service` is empty for controls of the whole workload, the host or CI.
struct DrillResult {
    ControlId control{};
    QString service;
    QString attempt;
    QString expected;
    QString seen;
    std::optional<bool> held; ///< nothing: not tried, or the control is waived
    bool operator==(const DrillResult &) const = default;
};

/// The newest results about each control.
std::vector<DrillResult> drillResults(const Plan &plan);

} // namespace skanse::ui
