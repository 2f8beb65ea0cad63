// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/documents/readme_parts.h"
#include "core/render/labels.h"
#include "core/text/encode.h"

namespace skanse::render {

namespace {

std::string purposeCell(const Request &request, const Flow &flow)
{
    if (!flow.purpose.empty())
        return encode::markdownCell(flow.purpose);
    if (!flow.derived)
        return {};
    return std::string(request.say(flow.from.kind == Endpoint::Kind::Service
                                       ? StaticProse{"added: the proxy reaches what is public",
                                                     "lagt til: proxyen når det som er offentlig"}
                                       : StaticProse{"added: a public port, in Kubernetes",
                                                     "lagt til: en offentlig port, i Kubernetes"}));
}

Markdown::Row flowRow(const Request &request, const Flow &flow)
{
    const auto cell = [&](const Endpoint &end, bool isSource) {
        return encode::markdownCell(
            endpointText(request.plan(), end, isSource, request.language()));
    };
    const Endpoint &owner = flow.from.kind == Endpoint::Kind::Service ? flow.from : flow.to;
    return {{cell(flow.from, true), cell(flow.to, false), portText(flow, request.language()),
             purposeCell(request, flow)},
            {{},
             flow.derived ? "service.port.exposure" : "service.peers",
             static_cast<std::int16_t>(owner.service)}};
}

Markdown::Row publicationRow(const Request &request, const ServicePlan &service,
                             const PortPlan &port, const Publication &publication)
{
    const StaticProse who = publication.everybody
                              ? StaticProse{"everyone", "alle"}
                              : StaticProse{"whoever reaches the address", "de som når adressen"};
    return {
        {std::string(request.say(who)), service.name,
         fill("{}/{}", port.port, wordOf(port.protocol)),
         fill(request.say(StaticProse{"published by Compose on {}", "publisert av Compose på {}"}),
              encode::markdownCell(publicationText(publication, request.language())))},
        request.from(service, "service.port.exposure")};
}

/// What "denied" means on each target.
void limits(const Request &request, Markdown &page)
{
    page.paragraph(
        request.say(StaticProse{"Everything else is denied, as far as the target can express it:",
                                "Alt annet er nektet, så langt målet kan uttrykke det:"}));
    if (request.plan().wants(Target::Kubernetes))
        page.bullet(request.say(
            StaticProse{"Kubernetes: by network policies. A cluster whose network plugin "
                        "does not enforce them "
                        "denies nothing.",
                        "Kubernetes: med nettverksregler. En klynge der "
                        "nettverksutvidelsen ikke håndhever dem, "
                        "nekter ingenting."}));
    if (request.plan().wants(Target::Compose))
        page.bullet(request.say(StaticProse{
            "Compose: by separate networks. Two services on one network reach all of each other's "
            "ports, and a service with a flow to the outside reaches any address there.",
            "Compose: med adskilte nett. To tjenester på samme nett når alle portene til "
            "hverandre, og "
            "en tjeneste med en strøm ut når enhver adresse der ute."}));
    if (request.plan().wants(Target::Host))
        page.bullet(request.say(
            StaticProse{"Host: the packet filter lets in what is published, and SSH.",
                        "Vert: pakkefilteret slipper inn det som er publisert, og SSH."}));
}

std::string namesWaiving(const Plan &plan, ControlId control)
{
    std::string names;
    for (const ServicePlan &service : plan.services)
        if (service.state(control) == DecisionState::Waived)
            names += (names.empty() ? "" : ", ") + service.name;
    return names;
}

void exceptions(const Request &request, Markdown &page)
{
    const std::string together = namesWaiving(request.plan(), ControlId::segmented_networks);
    if (!together.empty())
        page.paragraph(fill(request.say(StaticProse{
                                "Waived: {} share one network with their peers, so more is "
                                "open between them than the table says.",
                                "Fraveket: {} deler ett nett med motpartene sine, så mer er "
                                "åpent mellom dem enn tabellen sier."}),
                            together),
                       fromAnswer("service.waiver.control"));
    const std::string outward = namesWaiving(request.plan(), ControlId::declared_egress);
    if (!outward.empty())
        page.paragraph(fill(request.say(StaticProse{
                                "Waived: {} may open connections to anywhere outside.",
                                "Fraveket: {} kan åpne forbindelser hvor som helst utenfor."}),
                            outward),
                       fromAnswer("service.waiver.control"));
}

} // namespace

void readmeFlows(const Request &request, Markdown &page)
{
    const Plan &plan = request.plan();
    std::vector<Markdown::Row> rows;
    rows.reserve(plan.flows.size() + 4);
    if (plan.wants(Target::Compose))
        for (const ServicePlan &service : plan.services)
            for (const PortPlan &port : service.ports)
                if (port.publication)
                    rows.push_back(publicationRow(request, service, port, *port.publication));
    for (const Flow &flow : plan.flows)
        rows.push_back(flowRow(request, flow));

    page.heading(2, request.say(StaticProse{"Network flows", "Nettverksstrømmer"}));
    if (!rows.empty())
        page.table({std::string(request.say(StaticProse{"From", "Fra"})),
                    std::string(request.say(StaticProse{"To", "Til"})), "Port",
                    std::string(request.say(StaticProse{"Purpose", "Formål"}))},
                   rows);
    limits(request, page);
    exceptions(request, page);
}

} // namespace skanse::render
