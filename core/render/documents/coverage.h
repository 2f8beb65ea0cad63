// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/documents/hardening_evidence.h"
#include "core/render/documents/hardening_states.h"

#include <vector>

/// The parity matrix: where each control stands in each target, or why it does not. HARDENING.md and the
/// window show the same.
namespace skanse::render {

/// What one cell says.
struct Coverage {
    enum class Kind : std::uint8_t {
        Shown,      ///< lines of the target's files carry the control
        NotApplied, ///< no line does, since it is waived or not needed: `state`
        Cannot,     ///< the target cannot express it; why is in the catalogue
        Silent,     ///< the target has nothing to say about it in this bundle
    };
    Kind kind = Kind::Silent;
    DecisionState state = DecisionState::NotApplicable; ///< the strongest one anywhere
    const Sightings *sightings = nullptr;               ///< never null
};

/// The columns that a bundle of this plan fills.
std::vector<Column> columnsOf(const Plan &plan);

/// The cell of one control and one column; points into `evidence`.
Coverage coverageOf(const Evidence &evidence, const ControlStates &states, const Control &control,
                    Column column);

} // namespace skanse::render
