// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/documents/hardening_parts.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

StaticProse nameOf(EvidenceKind kind)
{
    return kind == EvidenceKind::Drill ? StaticProse{"drill", "øvelse"}
                                       : StaticProse{"look at the server", "blikk på serveren"};
}

std::string dateText(const HardeningFacts &facts, const std::string &date)
{
    return date.empty() ? std::string(facts.say(StaticProse{"not given", "ikke oppgitt"})) : date;
}

/// Every file that was read or refused, so that a reader can find the same bytes.
void files(const HardeningFacts &facts, Markdown &page)
{
    const EvidencePlan &evidence = facts.request.plan().evidence;
    std::vector<Markdown::Row> rows;
    for (const EvidenceFile *file : evidence.files) {
        const auto count = [&](EvidenceState state) {
            return std::to_string(std::ranges::count(file->records, state, &EvidenceRecord::state));
        };
        rows.push_back({{encode::markdownCodeCell(file->name),
                         std::string(facts.say(nameOf(file->kind))), dateText(facts, file->date),
                         count(EvidenceState::Held) + " / " + count(EvidenceState::Broken) + " / "
                             + count(EvidenceState::Unknown),
                         "`" + file->sha256 + "`"}});
    }
    if (!rows.empty())
        page.table({std::string(facts.say(StaticProse{"File", "Fil"})),
                    std::string(facts.say(StaticProse{"What", "Hva"})),
                    std::string(facts.say(StaticProse{"When (UTC)", "Når (UTC)"})),
                    std::string(facts.say(
                        StaticProse{"Held / not / not seen", "Holdt / ikke / ikke sett"})),
                    "SHA-256"},
                   rows);
    for (const EvidenceFile *file : evidence.others)
        page.bullet(fill(facts.say(StaticProse{"{} is about another workload, {}, and is not used.",
                                               "{} gjelder en annen arbeidslast, {}, og brukes "
                                               "ikke."}),
                         encode::markdownCode(file->name), encode::markdownCode(file->workload)));
    for (const Diagnostic &problem : facts.request.plan().loaded->problems)
        page.bullet(encode::markdown(facts.say(problem.message)));
}

/// What contradicts the plan comes first; nobody should have to look for it.
void contradictions(const HardeningFacts &facts, Markdown &page)
{
    const EvidencePlan &evidence = facts.request.plan().evidence;
    std::vector<Markdown::Row> rows;
    for (const Control *control : facts.controls)
        for (const Sighting &sighting : evidence.of(control->id).sightings) {
            if (sighting.record->state != EvidenceState::Broken)
                continue;
            const auto &services = facts.request.plan().services;
            rows.push_back({{"`" + std::string(toString(control->id)) + "`",
                             sighting.subject < 0
                                 ? std::string("-")
                                 : services.at(static_cast<std::size_t>(sighting.subject)).name,
                             encode::markdownCell(sighting.record->check),
                             encode::markdownCell(sighting.record->expected),
                             encode::markdownCell(sighting.record->seen),
                             encode::markdownCodeCell(evidence.files[sighting.file]->name)}});
        }
    if (rows.empty())
        return;
    page.heading(3, facts.say(StaticProse{"What contradicts the plan", "Det som motsier planen"}));
    page.table({std::string(facts.say(StaticProse{"Control", "Tiltak"})),
                std::string(facts.say(StaticProse{"Service", "Tjeneste"})),
                std::string(facts.say(StaticProse{"Check", "Kontroll"})),
                std::string(facts.say(StaticProse{"Expected", "Forventet"})),
                std::string(facts.say(StaticProse{"Seen", "Sett"})),
                std::string(facts.say(StaticProse{"File", "Fil"}))},
               rows);
}

} // namespace

void hardeningEvidence(const HardeningFacts &facts, Markdown &page)
{
    const Plan &plan = facts.request.plan();
    page.heading(2, facts.say(StaticProse{"Evidence", "Bevis"}));
    if (plan.loaded->files.empty() && plan.loaded->problems.empty()) {
        page.paragraph(facts.say(StaticProse{
            "None was loaded: every control below is intended, and open until it was seen to hold. "
            "The results of the drill and of `host/verify-host.sh` belong in the folder `evidence` "
            "beside the profile; the bundle is then made again.",
            "Ingen er lastet: hvert tiltak under er ment å gjelde, og åpent til det er sett å "
            "holde. Resultatene fra øvelsen og `host/verify-host.sh` hører hjemme i mappen "
            "`evidence` ved siden av profilen; deretter lages pakken på nytt."}));
        return;
    }
    std::array<int, 3> counts{};
    for (const Control *control : facts.controls)
        if (facts.states.strongest(control->id) == DecisionState::Applied)
            ++counts.at(static_cast<std::size_t>(plan.evidence.of(control->id).state));
    page.paragraph(fill(
        facts.say(StaticProse{"Of the controls that are meant to be in force, {} were verified, {} "
                              "are contradicted, and {} are open: nothing was seen of them. "
                              "Evidence tells what was seen at that time, not what is true today.",
                              "Av tiltakene som er ment å gjelde, er {} bekreftet, {} motsagt, og "
                              "{} åpne: ingenting er sett av dem. Bevis sier hva som ble sett den "
                              "gangen, ikke hva som er sant i dag."}),
        counts[static_cast<std::size_t>(Standing::Verified)],
        counts[static_cast<std::size_t>(Standing::Contradicted)],
        counts[static_cast<std::size_t>(Standing::Open)]));
    files(facts, page);
    contradictions(facts, page);
}

} // namespace skanse::render
