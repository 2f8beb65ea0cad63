// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "core/model/answers.h"

#include <QString>

#include <set>
#include <string>

namespace skanse::ui {

class Session;

/// A control that is switched off for some services, for one reason. A service that has the waiver already
/// gets the new reason.
struct WaiverChange {
    ControlId control{};
    std::set<std::size_t> services;
    std::string reason;

    /// The answers as they would be.
    [[nodiscard]] Answers applied(Answers answers) const;
    /// One step of undo. Texts that are not answers yet, anywhere in the window, stay.
    void make(Session &session) const;
};

/// Takes the waiver away: one step of undo.
void switchOnAgain(Session &session, ControlId control, std::size_t service);

/// The waiver of a control, or null.
const Waiver *findWaiver(const Answers &answers, ControlId control, std::size_t service);

} // namespace skanse::ui
