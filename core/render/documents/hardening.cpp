// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/catalogue_markdown.h"
#include "core/render/documents/coverage.h"
#include "core/render/documents/hardening_parts.h"
#include "core/render/parts.h"
#include "core/text/encode.h"

namespace skanse::render {

namespace {

std::vector<const Control *> mattering(const std::vector<const Control *> &controls,
                                       const ControlStates &states)
{
    std::vector<const Control *> found;
    found.reserve(controls.size());
    for (const Control *control : controls)
        if (states.matters(control->id))
            found.push_back(control);
    return found;
}

void introduction(const HardeningFacts &facts, Markdown &page)
{
    page.heading(1, fill(facts.say(StaticProse{"Hardening of {}", "Herding av {}"}),
                         facts.request.plan().name));
    page.paragraph(
        facts.say(StaticProse{"Every control that Skanse knows: what was decided for this "
                              "workload, where it stands in the "
                              "files, what it stops and what remains. It describes the files, not "
                              "the running system: each "
                              "control has a check to try. References name the sections that a "
                              "control belongs to; they do "
                              "not say that any standard is met.",
                              "Alle tiltak Skanse kjenner: hva som er bestemt for denne "
                              "arbeidslasten, hvor det står i filene, "
                              "hva det stopper og hva som gjenstår. Dokumentet beskriver filene, "
                              "ikke systemet i drift: hvert "
                              "tiltak har en prøve du kan gjøre. Referansene viser hvilke punkter "
                              "et tiltak hører til; de sier "
                              "ikke at noen standard er oppfylt."}));
}

} // namespace

HardeningFacts::HardeningFacts(const Request &request_, const Bundle &bundle)
    : request(request_)
    , texts(controlTexts(request_.language()))
    , controls(request_.catalogue().controlsInOrder())
    , columns(columnsOf(request_.plan()))
    , evidence(bundle)
    , states(request_.plan())
    , gaps(columns, mattering(controls, states))
{
}

void HardeningFacts::appendSubjects(std::string &out, const std::vector<int> &subjects) const
{
    const auto &services = request.plan().services;
    if (subjects.size() > 1 && subjects.size() == services.size()) {
        out += say(StaticProse{"all services", "alle tjenester"});
        return;
    }
    bool isFirst = true;
    for (const int subject : subjects) {
        out += isFirst ? "`" : ", `";
        out += services.at(static_cast<std::size_t>(subject)).name;
        out += '`';
        isFirst = false;
    }
}

void HardeningFacts::appendReason(std::string &out, const Decision &decision) const
{
    if (decision.state == DecisionState::Waived)
        out += encode::markdown(say(decision.reason));
    else
        appendCatalogueText(out, say(decision.reason));
}

void hardening(const Request &request, Bundle &bundle)
{
    const HardeningFacts facts(request, bundle);
    Markdown page;
    page.reserve(160 * 1024); // what a bundle with every target needs
    introduction(facts, page);
    hardeningEvidence(facts, page);
    hardeningWaivers(facts, page);
    hardeningExceptions(facts, page);
    hardeningMatrix(facts, page);
    hardeningGaps(facts, page);
    hardeningStates(facts, page);
    hardeningControls(facts, page);
    hardeningUnused(facts, page);
    hardeningRegion(request, page);
    hardeningSources(request, page);
    page.paragraph(request.stampLine());
    Text text = page.take();
    bundle.artifacts.push_back(
        {"HARDENING.md", Syntax::Markdown, std::move(text.text), std::move(text.spans), false});
}

} // namespace skanse::render
