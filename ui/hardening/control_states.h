// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <QIcon>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

/// What became of every control, control by control; the plan has it service by service.
namespace skanse::ui {

/// A control's state for one service, or for the whole workload.
struct SubjectState {
    int service = kWholeWorkload;
    QString name; ///< of the service; empty for the whole workload
    DecisionState state = DecisionState::NotApplicable;
    QString reason;
    bool generated = false; ///< the service was added by the plan: there are no answers to change
};

struct ControlStates {
    const Control *control = nullptr;
    std::vector<SubjectState> subjects;

    /// Waived when it is waived somewhere, else applied when it is applied somewhere.
    [[nodiscard]] DecisionState overall() const;
    [[nodiscard]] const SubjectState *of(int service) const;
};

struct StateCounts {
    int applied = 0;
    int waived = 0;
    int notApplicable = 0;

    void add(DecisionState state);
    bool operator==(const StateCounts &) const = default;
};

/// Every control, in the order of the documents.
std::vector<ControlStates> controlStates(const Plan &plan);

/// "applied for 4 of 6, waived for 1"; the one word when there is one subject only.
QString stateSummary(const std::vector<SubjectState> &subjects);

/// The word of a state as it stands in the documents, and its icon.
QString stateWord(DecisionState state);
QIcon stateIcon(DecisionState state);

std::optional<ControlId> controlIdOf(std::string_view name);

} // namespace skanse::ui
