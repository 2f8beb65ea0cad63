// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>

namespace skanse::policy {

namespace {

/// Services, or the whole workload, for which the control is meant to be in force.
std::vector<int> intendedFor(const Plan &plan, const Control &control)
{
    std::vector<int> subjects;
    if (control.scope != ControlScope::Service) {
        if (plan.applied(control.id))
            subjects.push_back(kWholeWorkload);
        return subjects;
    }
    for (std::size_t i = 0; i < plan.services.size(); ++i)
        if (plan.services[i].applied(control.id))
            subjects.push_back(static_cast<int>(i));
    return subjects;
}

/// What a diagnostic is about: no answer, but a file.
std::string pathOf(const EvidenceFile &file)
{
    return "evidence/" + file.name;
}

/// Files of this workload, oldest first: what comes later replaces what came before. Files without a date
/// come first, files of one time by name.
void takeFiles(Context &context)
{
    EvidencePlan &plan = context.plan.evidence;
    for (const EvidenceFile &file : context.plan.loaded->files) {
        const bool own = file.workload.empty() || file.workload == context.plan.name;
        (own ? plan.files : plan.others).push_back(&file);
        if (!own)
            context.report(
                Severity::Note, "evidence-of-another-workload", pathOf(file), {},
                fill(StaticProse{"Evidence {} is about the workload “{}” and is not "
                                 "used.",
                                 "Bevis {} gjelder arbeidslasten «{}» og brukes ikke."},
                     file.name, file.workload),
                {"Keep it in the folder of that profile.", "Ha den i mappen til den profilen."});
    }
    std::ranges::stable_sort(plan.files, {}, [](const EvidenceFile *file) { return file->date; });
}

/// A run replaces what an earlier run of the same kind saw of the same control and subject; what other
/// kinds of run saw stays beside it.
void takeRecords(Context &context, std::size_t number)
{
    EvidencePlan &plan = context.plan.evidence;
    const EvidenceFile &file = *plan.files[number];
    for (const EvidenceRecord &record : file.records) {
        if (!record.control)
            continue;
        Sighting sighting{*record.control, kWholeWorkload, number, &record};
        if (!record.service.empty()) {
            sighting.subject = context.serviceNamed(record.service);
            if (sighting.subject < 0) {
                context.report(
                    Severity::Warning, "evidence-unknown-service", pathOf(file), {},
                    fill(StaticProse{"Evidence {} is about a service “{}” that the workload does "
                                     "not have.",
                                     "Bevis {} gjelder en tjeneste «{}» som arbeidslasten ikke "
                                     "har."},
                         file.name, record.service),
                    {"Run the drill of this bundle again.",
                     "Kjør øvelsen i denne pakken på nytt."});
                continue;
            }
        }
        auto &seen = plan.standings.at(static_cast<std::size_t>(*record.control)).sightings;
        std::erase_if(seen, [&](const Sighting &older) {
            return older.file != number && older.subject == sighting.subject
                && plan.files[older.file]->kind == file.kind;
        });
        seen.push_back(sighting);
    }
}

void judge(Context &context, const Control &control)
{
    EvidencePlan &evidence = context.plan.evidence;
    ControlStanding &standing = evidence.standings.at(static_cast<std::size_t>(control.id));
    const std::vector<int> intended = intendedFor(context.plan, control);
    // What nobody wants in force is neither verified nor contradicted.
    std::erase_if(standing.sightings, [&](const Sighting &sighting) {
        return intended.empty()
            || (sighting.subject != kWholeWorkload
                && std::ranges::find(intended, sighting.subject) == intended.end());
    });
    const auto is = [&](EvidenceState state) {
        return [state](const Sighting &sighting) { return sighting.record->state == state; };
    };
    const bool broken = std::ranges::any_of(standing.sightings, is(EvidenceState::Broken));
    const bool held = std::ranges::any_of(standing.sightings, is(EvidenceState::Held));
    standing.state = broken ? Standing::Contradicted : held ? Standing::Verified : Standing::Open;
    const EvidenceState counts = broken ? EvidenceState::Broken : EvidenceState::Held;
    for (const Sighting &sighting : standing.sightings)
        if (sighting.record->state == counts)
            standing.date = std::max(standing.date, evidence.files[sighting.file]->date);
    for (const int subject : intended) {
        const auto shows = [&](const Sighting &sighting) {
            return sighting.record->state != EvidenceState::Unknown
                && (sighting.subject == subject || sighting.subject == kWholeWorkload);
        };
        if (subject != kWholeWorkload && std::ranges::none_of(standing.sightings, shows))
            standing.unseen.push_back(subject);
    }
    if (!broken)
        return;
    const auto against = std::ranges::find_if(standing.sightings, is(EvidenceState::Broken));
    context.report(Severity::Warning, "evidence-contradicts",
                   pathOf(*evidence.files[against->file]), {},
                   fill(StaticProse{"“{}” is intended, but was seen not to hold: {}.",
                                    "«{}» er ment å gjelde, men ble sett å ikke holde: {}."},
                        toString(control.id), against->record->check),
                   {"Mend the running system, run the check again, and add its result.",
                    "Rett systemet som kjører, kjør kontrollen på nytt, og legg til resultatet."});
}

} // namespace

void planEvidence(Context &context)
{
    context.diagnostics.insert(context.diagnostics.end(), context.plan.loaded->problems.begin(),
                               context.plan.loaded->problems.end());
    takeFiles(context);
    for (std::size_t i = 0; i < context.plan.evidence.files.size(); ++i)
        takeRecords(context, i);
    for (const Control &control : context.catalogue.controls)
        judge(context, control);
}

} // namespace skanse::policy
