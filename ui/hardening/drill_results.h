// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <QString>

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
    bool held = false;
    bool operator==(const DrillResult &) const = default;
};

/// The newest results that say whether a control held.
std::vector<DrillResult> drillResults(const Plan &plan);

} // namespace skanse::ui
