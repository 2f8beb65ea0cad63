// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/documents/hardening_evidence.h"
#include "core/render/documents/hardening_states.h"
#include "core/render/request.h"
#include "core/text/markdown.h"

/// The sections of HARDENING.md.
namespace skanse::render {

/// What every bundle says of a control, as Markdown.
struct ControlText {
    std::string name;    ///< "Read-only root file system `read-only-root`"
    std::string title;   ///< of its section, with severity and scope
    std::string prose;   ///< why, what it stops, what remains, how to try it
    std::string sources; ///< references and rules of tools
    /// For each column how the control shows in it, "Compose `read_only`", or why it cannot.
    std::array<std::string, kColumnCount> columns;
};
using ControlTexts = std::array<ControlText, kControlCount>;

/// Made from the catalogue on first use: this is most of the document, and no answer changes it.
const ControlTexts &controlTexts(Language language);

/// What all sections need, found once.
struct HardeningFacts {
    HardeningFacts(const Request &request_, const Bundle &bundle);

    const Request &request;
    const ControlTexts &texts;
    std::vector<const Control *> controls; ///< in the order of the documents
    std::vector<Column> columns;           ///< that this bundle fills
    Evidence evidence;
    ControlStates states;
    Gaps gaps;

    /// "`api`, `worker`"; "all services".
    void appendSubjects(std::string &out, const std::vector<int> &subjects) const;
    /// The reason in words. A waiver's is the user's own text, all others are the program's.
    void appendReason(std::string &out, const Decision &decision) const;
    [[nodiscard]] const ControlText &textOf(const Control &control) const
    {
        return texts.at(static_cast<std::size_t>(control.id));
    }
    [[nodiscard]] std::string_view say(const StaticProse &prose) const
    {
        return request.say(prose);
    }
    [[nodiscard]] const std::string &say(const Prose &prose) const { return request.say(prose); }
};

void hardeningEvidence(const HardeningFacts &facts, Markdown &page);   ///< what was seen to hold
void hardeningExceptions(const HardeningFacts &facts, Markdown &page); ///< findings that stay
void hardeningMatrix(const HardeningFacts &facts, Markdown &page);
void hardeningStates(const HardeningFacts &facts, Markdown &page);
void hardeningWaivers(const HardeningFacts &facts, Markdown &page);
void hardeningGaps(const HardeningFacts &facts, Markdown &page); ///< what a target cannot express
void hardeningControls(const HardeningFacts &facts, Markdown &page);
void hardeningUnused(const HardeningFacts &facts, Markdown &page);
void hardeningRegion(const Request &request, Markdown &page);
void hardeningSources(const Request &request, Markdown &page);

} // namespace skanse::render
