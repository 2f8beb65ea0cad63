// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/catalogue_markdown.h"
#include "core/render/documents/readme_parts.h"
#include "core/render/labels.h"
#include "core/render/sizing.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

void addTo(std::string &list, std::string_view item)
{
    list += list.empty() ? "" : ", ";
    list += item;
}

std::string imageCell(const Request &request, const ServicePlan &service)
{
    std::string image = encode::markdownCodeCell(service.image.pinned());
    if (!service.image.build)
        return image;
    const std::string folder =
        service.image.context.empty() ? "docker/" + service.name : service.image.context;
    return fill(request.say(StaticProse{"{}, built from {}", "{}, bygges fra {}"}), image,
                encode::markdownCodeCell(folder));
}

std::string portsCell(const Request &request, const ServicePlan &service)
{
    std::string cell;
    for (const PortPlan &port : service.ports) {
        addTo(cell, fill("{} {}/{}", port.name, port.port, wordOf(port.protocol)));
        if (port.publication && request.plan().wants(Target::Compose))
            cell +=
                fill(request.say(StaticProse{" (Compose: {})", " (Compose: {})"}),
                     encode::markdownCell(publicationText(*port.publication, request.language())));
    }
    return cell.empty() ? std::string(request.say(StaticProse{"none", "ingen"})) : cell;
}

/// Each source once, however many ports it may use.
std::string clientsCell(const Request &request, const ServicePlan &service)
{
    const Plan &plan = request.plan();
    std::vector<const Endpoint *> sources;
    for (const Flow *flow : plan.flowsTo(request.indexOf(service)))
        if (std::ranges::none_of(sources,
                                 [&](const Endpoint *known) { return *known == flow->from; }))
            sources.push_back(&flow->from);
    std::string cell;
    for (const Endpoint *source : sources)
        addTo(cell, encode::markdownCell(endpointText(plan, *source, true, request.language())));
    if (plan.wants(Target::Compose) && service.isPublished())
        addTo(cell, request.say(StaticProse{"whoever reaches its published port",
                                            "de som når den publiserte porten"}));
    return cell.empty() ? std::string(request.say(StaticProse{"nobody", "ingen"})) : cell;
}

std::string nameCell(const Request &request, const ServicePlan &service)
{
    return service.generated ? fill(request.say(StaticProse{"{} (added for public HTTP)",
                                                            "{} (lagt til for offentlig HTTP)"}),
                                    service.name)
                             : service.name;
}

std::string userCell(const Request &request, const ServicePlan &service)
{
    std::string cell = fill("{}:{}", service.uid, service.gid);
    if (!service.applied(ControlId::non_root))
        cell += request.say(StaticProse{" (not enforced)", " (håndheves ikke)"});
    return cell;
}

Markdown::Row serviceRow(const Request &request, const ServicePlan &service)
{
    std::string preset;
    appendCatalogueText(preset, request.say(service.preset->title));
    return {{nameCell(request, service), std::move(preset), imageCell(request, service),
             userCell(request, service), portsCell(request, service),
             clientsCell(request, service)},
            request.from(service, service.generated ? "service.port.viaProxy" : "service.preset")};
}

} // namespace

void readmeServices(const Request &request, Markdown &page)
{
    std::vector<Markdown::Row> rows;
    rows.reserve(request.plan().services.size());
    for (const ServicePlan &service : request.plan().services)
        rows.push_back(serviceRow(request, service));
    page.heading(2, request.say(StaticProse{"Services", "Tjenester"}));
    page.table({std::string(request.say(StaticProse{"Service", "Tjeneste"})),
                std::string(request.say(StaticProse{"Preset", "Forvalg"})), "Image",
                std::string(request.say(StaticProse{"User", "Bruker"})),
                std::string(request.say(StaticProse{"Ports", "Porter"})),
                std::string(request.say(StaticProse{"Who may connect", "Hvem som kan koble til"}))},
               rows);
}

void readmeMachine(const Request &request, Markdown &page)
{
    const MachinePlan &machine = request.plan().host.machine;
    page.heading(2, request.say(StaticProse{"Machine", "Maskin"}));
    const StaticProse size =
        machine.derived
            ? StaticProse{"Wanted: {} vCPU, {} memory, {} disk. What the answers leave open is "
                          "derived "
                          "from the services; it is a starting value, so measure under load.",
                          "Ønsket: {} vCPU, {} minne, {} disk. Det svarene ikke oppgir, er utledet "
                          "av "
                          "tjenestene; det er en startverdi, så mål under last."}
            : StaticProse{"Given: {} vCPU, {} memory, {} disk.",
                          "Oppgitt: {} vCPU, {} minne, {} disk."};
    page.paragraph(
        fill(request.say(size), machine.vcpu, toString(machine.memory), toString(machine.disk)),
        fromAnswer("host.memory"));
    const SizingText sums =
        sizingText(request.plan(), request.catalogue().host.reserve, request.language());
    const auto sum = [&](const StaticProse &what, const std::string &text,
                         std::string_view question) {
        page.bullet(std::string(request.say(what)) + ": " + text, fromAnswer(question));
    };
    sum({"Memory", "Minne"}, sums.memory, "service.resources.memory");
    sum({"Processor", "Prosessor"}, sums.cpu, "service.resources.cpu");
    sum({"Disk", "Disk"}, sums.disk, "service.storage.size");
    for (const std::string &remark : sums.remarks)
        page.bullet(remark, fromAnswer("host.swap"));
}

} // namespace skanse::render
