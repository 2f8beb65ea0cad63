// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/hardening_evidence.h"
#include "core/render/hardening_states.h"
#include "core/render/request.h"
#include "core/text/markdown.h"

/// The sections of HARDENING.md.
namespace skanse::render {

/// What all sections need, found once.
struct HardeningFacts {
    HardeningFacts(const Request &request_, const Bundle &bundle);

    const Request &request;
    std::vector<const Control *> controls; ///< in the order of the documents
    std::vector<Column> columns;           ///< that this bundle fills
    Evidence evidence;
    ControlStates states;
    Gaps gaps;

    /// "`api`, `worker`"; "all services".
    void appendSubjects(std::string &out, const std::vector<int> &subjects) const;
    /// The reason in words. A waiver's is the user's own text, all others are the program's.
    void appendReason(std::string &out, const Decision &decision) const;
    [[nodiscard]] std::string_view say(const StaticProse &prose) const
    {
        return request.say(prose);
    }
    [[nodiscard]] const std::string &say(const Prose &prose) const { return request.say(prose); }
};

void hardeningMatrix(const HardeningFacts &facts, Markdown &page);
void hardeningStates(const HardeningFacts &facts, Markdown &page);
void hardeningWaivers(const HardeningFacts &facts, Markdown &page);
void hardeningGaps(const HardeningFacts &facts, Markdown &page); ///< what a target cannot express
void hardeningControls(const HardeningFacts &facts, Markdown &page);
void hardeningUnused(const HardeningFacts &facts, Markdown &page);
void hardeningRegion(const Request &request, Markdown &page);
void hardeningSources(const Request &request, Markdown &page);

} // namespace skanse::render
