// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/drill_results.h"

#include "ui/text/language.h"

namespace skanse::ui {

std::vector<DrillResult> drillResults(const Plan &plan)
{
    std::vector<DrillResult> results;
    for (const ControlStanding &standing : plan.evidence.standings)
        for (const Sighting &sighting : standing.sightings) {
            const EvidenceRecord &record = *sighting.record;
            results.push_back({.control = sighting.control,
                               .service = toQString(record.service),
                               .attempt = toQString(record.check),
                               .expected = toQString(record.expected),
                               .seen = toQString(record.seen),
                               .held = record.state == EvidenceState::Unknown
                                         ? std::nullopt
                                         : std::optional(record.state == EvidenceState::Held)});
        }
    return results;
}

} // namespace skanse::ui
