// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"

#include <QString>

#include <array>

namespace skanse::ui {

/// The steps at the left, in the order people think. All but the first and the last show one page of the
/// question table.
enum class Step : std::uint8_t {
    Start,
    Workload,
    Services,
    Ports,
    Storage,
    Resources,
    Peers,
    Secrets,
    Host,
    Hardening,
    Checklist,
    Review,
};

inline constexpr std::array kSteps{
    Step::Start, Step::Workload, Step::Services, Step::Ports,     Step::Storage,   Step::Resources,
    Step::Peers, Step::Secrets,  Step::Host,     Step::Hardening, Step::Checklist, Step::Review,
};

Step stepOf(Page page);
/// The page of the question table that a step shows; for the first and the last step it means nothing.
Page pageOf(Step step);
/// Whether the step's questions are asked for each service.
bool isPerService(Step step);
QString titleOf(Step step);
/// One sentence: what the step is about.
QString introductionOf(Step step);

} // namespace skanse::ui
