// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <string>
#include <vector>

namespace skanse::render {

/// One item of the checklist in words, the same for CHECKLIST.md and for the window. `title` is plain text,
/// the others are inline Markdown in which answers have been encoded; `command` is what to type.
///
/// Placeholders of the catalogue: admin, port, restart, system, repository, suite, vcpu, memory, disk,
/// swap, flags, name, namespace, compose, drill, systemctl, user, fingerprint, network, seccomp.
struct ChecklistText {
    std::string title;
    std::string why;
    std::string command; ///< lines of shell, each with its end; empty: nothing to run
    std::string good;
    std::string reference;                   ///< benchmark or source of law; may be empty
    std::vector<std::string_view> questions; ///< ids of the answers it comes from
    ControlSet controls;                     ///< that are applied somewhere
};

ChecklistText checklistText(const Plan &plan, const ChecklistItem &item, Language language);

/// The introduction of a section; may be empty.
std::string checklistIntro(const Plan &plan, const ChecklistSection &section, Language language);

} // namespace skanse::render
