// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/catalogue_markdown.h"
#include "core/render/documents/hardening_parts.h"
#include "core/render/labels.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

Origin answered(std::string_view question)
{
    return {{}, question, -1};
}

std::string catalogueText(std::string_view text)
{
    std::string out;
    appendCatalogueText(out, text);
    return out;
}

std::string_view questionOf(DataLocation::Kind kind)
{
    switch (kind) {
    case DataLocation::Kind::Hosting:
        return "host.region";
    case DataLocation::Kind::Backup:
        return "host.backupRegion";
    case DataLocation::Kind::Logs:
        return "host.logRegion";
    case DataLocation::Kind::Registry:
        return "host.registryRegion";
    }
    return {};
}

std::string asOf(const Request &request, std::string_view date, std::string_view source,
                 bool verified)
{
    std::string text = fill(request.say(StaticProse{"as of {}", "per {}"}), date);
    if (!verified)
        text += request.say(StaticProse{", unverified", ", ubekreftet"});
    if (source != "knowledge")
        text += ", " + catalogueText(source);
    return text;
}

std::string basisText(const Request &request, const LegalBasis *basis)
{
    if (basis == nullptr)
        return std::string(request.say(StaticProse{"not known", "ikke kjent"}));
    std::string text = catalogueText(request.say(basis->label));
    if (!basis->expires.empty())
        text += fill(request.say(StaticProse{"; ends {}", "; utløper {}"}), basis->expires);
    if (!request.say(basis->note).empty())
        text += ". " + catalogueText(request.say(basis->note));
    return text;
}

std::string dataNames(const Request &request)
{
    std::string names;
    for (const DataClass data : request.plan().region.data) {
        names += names.empty() ? "" : ", ";
        names += request.say(choiceLabel(data));
    }
    return names.empty() ? std::string(request.say(StaticProse{"none named", "ingen oppgitt"}))
                         : names;
}

Markdown::Row locationRow(const Request &request, const DataLocation &location)
{
    const LegalBasis *basis = location.basis;
    return {{std::string(request.say(labelOf(location.kind))),
             regionText(location.region, request.language()), basisText(request, basis),
             basis == nullptr ? std::string()
                              : asOf(request, basis->asOf, basis->source, basis->verified)},
            answered(questionOf(location.kind))};
}

/// What is in the same place shares a row.
void locations(const Request &request, Markdown &page)
{
    std::vector<Markdown::Row> rows;
    std::vector<const Region *> places;
    for (const DataLocation &location : request.plan().region.locations) {
        const auto known = std::ranges::find(places, location.region);
        if (known == places.end()) {
            places.push_back(location.region);
            rows.push_back(locationRow(request, location));
            continue;
        }
        std::string &what = rows[static_cast<std::size_t>(known - places.begin())].cells.front();
        what += ", ";
        what += request.say(labelOf(location.kind));
    }
    page.table({std::string(request.say(StaticProse{"What", "Hva"})),
                std::string(request.say(StaticProse{"Intended place", "Tenkt sted"})),
                std::string(request.say(StaticProse{"What that means", "Hva det betyr"})),
                std::string(request.say(StaticProse{"Source", "Kilde"}))},
               rows);
}

void provider(const Request &request, Markdown &page)
{
    const RegionPlan &region = request.plan().region;
    page.bullet(fill(request.say(StaticProse{"Data: {}.", "Data: {}."}), dataNames(request)),
                answered("host.data"));
    std::string text = fill(request.say(StaticProse{"Provider: {}, under the law of: {}.",
                                                    "Leverandør: {}, underlagt loven i: {}."}),
                            region.provider.empty()
                                ? std::string(request.say(StaticProse{"not named", "ikke oppgitt"}))
                                : encode::markdown(region.provider),
                            regionText(region.providerCountry, request.language()));
    if (region.ownership != nullptr)
        text += " " + catalogueText(request.say(region.ownership->note));
    page.bullet(text, answered("host.providerCountry"));
    if (region.hosting != nullptr && !region.hosting->authority.empty())
        page.bullet(fill(request.say(StaticProse{
                             "Supervisory authority there: {}, {}{}. Which one is competent "
                             "depends on where the controller is established.",
                             "Tilsynsmyndighet der: {}, {}{}. Hvilken som er kompetent, "
                             "avhenger av hvor den behandlingsansvarlige er etablert."}),
                         catalogueText(region.hosting->authority), region.hosting->authorityUrl,
                         isUnverified(region.hosting->authorityBasis)
                             ? request.say(StaticProse{" (unverified)", " (ubekreftet)"})
                             : std::string_view()),
                    answered("host.region"));
}

void duties(const Request &request, Markdown &page)
{
    if (request.plan().region.duties.empty())
        return;
    page.heading(3, request.say(StaticProse{"Duties that remain", "Plikter som gjenstår"}));
    for (const Duty *duty : request.plan().region.duties)
        page.task(fill("{} ({})", catalogueText(request.say(duty->text)),
                       asOf(request, duty->asOf, duty->source, duty->verified)),
                  answered(duty->when == "always" ? "host.region" : "host.data"));
}

void outsidePeers(const Request &request, Markdown &page)
{
    const Plan &plan = request.plan();
    bool isFirst = true;
    for (const PeerLocation &peer : plan.region.peers) {
        if (isFirst)
            page.heading(3, request.say(StaticProse{"Peers outside", "Motparter utenfor"}));
        isFirst = false;
        const Flow &flow = plan.flows[peer.flow];
        std::string text = fill(
            request.say(StaticProse{"`{}` connects to {} ({}). ", "`{}` kobler til {} ({}). "}),
            endpointText(plan, flow.from, true, request.language()),
            encode::markdown(endpointText(plan, flow.to, false, request.language())),
            portText(flow, request.language()));
        if (peer.region == nullptr)
            text += request.say(StaticProse{"Where it is, and whether personal data goes there, "
                                            "Skanse does not know.",
                                            "Hvor det er, og om personopplysninger går dit, vet "
                                            "ikke Skanse."});
        else
            text += fill(request.say(StaticProse{"It is said to be in {}: {}. ",
                                                 "Det skal være i {}: {}. "}),
                         encode::markdown(regionText(peer.region, request.language())),
                         basisText(request, peer.basis));
        if (peer.flagged)
            text += request.say(StaticProse{"**Outside the EEA:** if personal data goes there, the "
                                            "transfer needs a basis.",
                                            "**Utenfor EØS:** går personopplysninger dit, trenger "
                                            "overføringen et grunnlag."});
        page.task(text, {{}, "service.peers", static_cast<std::int16_t>(flow.from.service)});
    }
}

void latencies(const Request &request, Markdown &page)
{
    const RegionPlan &region = request.plan().region;
    if (region.latencies.empty())
        return;
    page.heading(3, request.say(StaticProse{"Distance to the users", "Avstand til brukerne"}));
    std::vector<Markdown::Row> rows;
    for (const Latency &latency : region.latencies)
        rows.push_back({{regionText(latency.users, request.language()),
                         latency.milliseconds
                             ? fill("{} ms", *latency.milliseconds)
                             : std::string(request.say(
                                   StaticProse{"no figure: measure it", "ikke noe tall: mål det"})),
                         latency.milliseconds ? std::string(request.say(labelOf(latency.basis)))
                                              : std::string()},
                        answered("host.userCountries")});
    page.table({std::string(request.say(StaticProse{"Users in", "Brukere i"})),
                std::string(request.say(StaticProse{"Round trip", "Rundtur"})),
                std::string(request.say(StaticProse{"Basis", "Grunnlag"}))},
               rows);
    page.paragraph(catalogueText(request.say(request.catalogue().rttMethod)));
}

} // namespace

void hardeningRegion(const Request &request, Markdown &page)
{
    page.heading(2, request.say(StaticProse{"Where the data are meant to be",
                                            "Hvor dataene er tenkt å ligge"}));
    page.paragraph(catalogueText(request.say(request.catalogue().legalDisclaimer)));
    page.paragraph(request.say(
        StaticProse{"This records what was intended; nothing here proves where data lie.",
                    "Dette er en hensikt; ingenting her beviser hvor data ligger."}));
    provider(request, page);
    locations(request, page);
    duties(request, page);
    outsidePeers(request, page);
    latencies(request, page);
}

} // namespace skanse::render
