// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>

namespace skanse::policy {

namespace {

bool handlesPersonalData(const RegionPlan &plan)
{
    return std::ranges::any_of(plan.data, [](DataClass data) {
        return data == DataClass::Personal || data == DataClass::Special;
    });
}

struct LocationWords {
    std::string_view question;
    StaticProse what;
};

LocationWords wordsFor(DataLocation::Kind kind)
{
    switch (kind) {
    case DataLocation::Kind::Hosting:
        return {"host.region", {"The machine stands", "Maskinen står"}};
    case DataLocation::Kind::Backup:
        return {"host.backupRegion", {"The backups are", "Sikkerhetskopiene er"}};
    case DataLocation::Kind::Logs:
        return {"host.logRegion", {"The logs are", "Loggene er"}};
    case DataLocation::Kind::Registry:
        return {"host.registryRegion", {"The image registry is", "Image-registeret er"}};
    }
    return {};
}

void checkPeer(Context &context, const PeerLocation &peer)
{
    const Flow &flow = context.plan.flows[peer.flow];
    const std::string path = "services."
                           + context.plan.services[static_cast<std::size_t>(flow.from.service)].name
                           + ".peers";
    const std::string where =
        flow.to.kind == Endpoint::Kind::Name ? flow.to.name : toString(flow.to.network);
    if (peer.region == nullptr)
        context.report(
            Severity::Open, "peer-location-open", path, "service.peer.country",
            fill(StaticProse{"Where {} is, and whether personal data goes there, is not known.",
                             "Hvor {} er, og om personopplysninger går dit, er ikke kjent."},
                 where),
            {"Answer its country; outside the EEA the transfer needs a basis.",
             "Oppgi landet; utenfor EØS trenger overføringen et grunnlag."});
    else if (peer.flagged)
        context.report(
            Severity::Warning, "peer-outside-eea", path, "service.peer.country",
            {fill("{} is in {}, outside the EEA, and personal data is handled: {}.", where,
                  peer.region->name.en, peer.basis->label.en),
             fill("{} er i {}, utenfor EØS, og personopplysninger behandles: {}.", where,
                  peer.region->name.nb, peer.basis->label.nb)},
            {"Find out whether personal data goes there; if so, work through the duties listed in "
             "the checklist.",
             "Finn ut om personopplysninger går dit; i så fall, gå gjennom pliktene i "
             "sjekklisten."});
}

} // namespace

void checkRegion(Context &context)
{
    const RegionPlan &plan = context.plan.region;
    if (plan.data.size() > 1 && plan.data.front() == DataClass::None)
        context.report(Severity::Error, "data-class-contradiction", "host.data", "host.data",
                       {"“none” stands beside other classes of data.",
                        "«none» står sammen med andre typer data."},
                       {"Remove none, or the others.", "Fjern none, eller de andre."});
    if (!handlesPersonalData(plan))
        return;
    for (const DataLocation &location : plan.locations) {
        if (location.region == nullptr || location.region->eea
            || location.kind == DataLocation::Kind::Registry)
            continue;
        const LocationWords words = wordsFor(location.kind);
        context.report(
            Severity::Warning, "personal-data-outside-eea", std::string(words.question),
            words.question,
            {fill("{} in {}, outside the EEA, and personal data is handled: {}.", words.what.en,
                  location.region->name.en, location.basis->label.en),
             fill("{} i {}, utenfor EØS, og personopplysninger behandles: {}.", words.what.nb,
                  location.region->name.nb, location.basis->label.nb)},
            {"Choose a region in the EEA, or work through the duties listed in the checklist.",
             "Velg en region i EØS, eller gå gjennom pliktene i sjekklisten."});
    }
    if (plan.providerCountry == nullptr)
        context.report(Severity::Open, "provider-country-open", "host.providerCountry",
                       "host.providerCountry",
                       {"Whose law governs the provider is not said.",
                        "Hvilken lov som gjelder for leverandøren, er ikke oppgitt."},
                       {"Find out where the parent company sits; it can have to hand over data "
                        "wherever the disks are.",
                        "Finn ut hvor morselskapet hører hjemme; det kan måtte utlevere data "
                        "uansett hvor diskene står."});
    else if (plan.ownership != nullptr && plan.ownership->risk != "low")
        context.report(Severity::Warning, "provider-ownership", "host.providerCountry",
                       "host.providerCountry", plan.ownership->note,
                       {"Assess it and write the result down; see the checklist.",
                        "Vurder det og skriv ned resultatet; se sjekklisten."});
    for (const PeerLocation &peer : plan.peers)
        checkPeer(context, peer);
}

} // namespace skanse::policy
