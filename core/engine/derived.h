// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/engine/engine.h"

namespace skanse {

/// The answers with everything filled in that the plan derived; see core/policy/effective.h. As they are
/// when there is no plan; nothing when there is no profile.
Answers effectiveAnswers(const Outcome &outcome);

/// The same workload without the controls that can be switched off: each is waived for each service, with
/// `reason`. For showing what hardening changes; never for use.
Answers naiveAnswers(Answers answers, const Prose &reason);

} // namespace skanse
