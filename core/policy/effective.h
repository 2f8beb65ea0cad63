// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

namespace skanse {

/// The answers as the plan understood them: what was not said is filled in with what was decided, and the
/// lists hold what the preset added. For showing a derived value in the field that would override it.
/// `plan` must come from `answers`. The answers' own items keep their places; added ones come last.
Answers effectiveAnswers(const Answers &answers, const Plan &plan);

} // namespace skanse
