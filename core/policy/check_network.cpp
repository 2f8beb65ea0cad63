// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>

namespace skanse::policy {

namespace {

bool isDatabase(const ServicePlan &service)
{
    const PresetKind kind = service.preset->kind;
    return kind == PresetKind::Database || kind == PresetKind::Cache || kind == PresetKind::Broker
        || kind == PresetKind::Search;
}

std::string portPath(const ServicePlan &service, const PortPlan &port)
{
    return "services." + service.name + ".ports." + port.name;
}

struct Published {
    const ServicePlan *service;
    const PortPlan *port;
};

std::vector<Published> allPublished(const Plan &plan)
{
    std::vector<Published> all;
    for (const ServicePlan &service : plan.services)
        for (const PortPlan &port : service.ports)
            if (port.publication)
                all.push_back({&service, &port});
    return all;
}

bool collide(const Published &a, const Published &b)
{
    const Publication &x = *a.port->publication;
    const Publication &y = *b.port->publication;
    const auto everywhere = [](const Publication &p) {
        return p.address.empty() || p.address == "0.0.0.0" || p.address == "::";
    };
    return a.port->protocol == b.port->protocol && x.hostPort == y.hostPort
        && (x.address == y.address || everywhere(x) || everywhere(y));
}

void checkHostPorts(Context &context)
{
    const auto all = allPublished(context.plan);
    for (const ServicePlan &service : context.plan.services)
        for (std::size_t i = 0; i < service.ports.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (service.ports[i].port == service.ports[j].port
                    && service.ports[i].protocol == service.ports[j].protocol)
                    context.report(
                        Severity::Error, "port-twice",
                        portPath(service, service.ports[i]) + ".container",
                        "service.port.container",
                        fill(
                            StaticProse{"The ports “{}” and “{}” of “{}” have the same number, {}.",
                                        "Portene «{}» og «{}» på «{}» har samme nummer, {}."},
                            service.ports[j].name, service.ports[i].name, service.name,
                            service.ports[i].port),
                        {"Use the name of the one that is there, or another number.",
                         "Bruk navnet på den som finnes, eller et annet nummer."});
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (collide(all[i], all[j]))
                context.report(Severity::Error, "host-port-twice",
                               portPath(*all[i].service, *all[i].port) + ".hostPort",
                               "service.port.hostPort",
                               fill(StaticProse{"“{}” and “{}” both want port {} of the host.",
                                                "«{}» og «{}» vil begge ha port {} på verten."},
                                    all[j].service->name, all[i].service->name,
                                    all[i].port->publication->hostPort),
                               {"Give one of them another host port.",
                                "Gi en av dem en annen port på verten."});
    for (const Published &one : all)
        if (one.port->protocol == Protocol::Tcp
            && one.port->publication->hostPort == context.answers.host.sshPort)
            context.report(
                Severity::Error, "host-port-is-ssh",
                portPath(*one.service, *one.port) + ".hostPort", "service.port.hostPort",
                fill(StaticProse{"Port {} of the host is used by SSH.",
                                 "Port {} på verten brukes av SSH."},
                     context.answers.host.sshPort),
                {"Choose another port for the service.", "Velg en annen port for tjenesten."});
}

void checkPublicPorts(Context &context)
{
    for (const Published &one : allPublished(context.plan)) {
        const bool everybody = one.port->publication->everybody;
        if (everybody && isDatabase(*one.service))
            context.report(Severity::Error, "database-public",
                           portPath(*one.service, *one.port) + ".exposure", "service.port.exposure",
                           fill(StaticProse{"“{}” would be open to the whole internet.",
                                            "«{}» ville vært åpen for hele internett."},
                                one.service->name),
                           {"Use internal, or loopback with an SSH tunnel for administration.",
                            "Bruk internal, eller loopback med en SSH-tunnel for administrasjon."});
        const bool encrypted =
            one.service->tls
            || (one.service->preset->ownCertificates && !context.plan.hostname.empty());
        if (everybody && one.port->application == ApplicationProtocol::Fastcgi)
            context.report(Severity::Error, "fastcgi-public",
                           portPath(*one.service, *one.port) + ".viaProxy", "service.port.viaProxy",
                           fill(StaticProse{"FastCGI of “{}” would be open to everybody: whoever "
                                            "reaches it can run programs.",
                                            "FastCGI på «{}» ville vært åpent for alle: den som "
                                            "når det, kan kjøre programmer."},
                                one.service->name),
                           {"Leave viaProxy on; a proxy speaks FastCGI to it.",
                            "La viaProxy stå på; en proxy snakker FastCGI med den."});
        if (everybody && one.port->application == ApplicationProtocol::Http && !encrypted)
            context.report(
                Severity::Warning, "public-without-tls", "workload.tls", "workload.tls",
                fill(StaticProse{"“{}” answers the public without encryption.",
                                 "«{}» svarer offentligheten uten kryptering."},
                     one.service->name),
                {"Set workload.tls to files, or end TLS in front of it and say so in the handover.",
                 "Sett workload.tls til files, eller avslutt TLS foran den og skriv det i "
                 "overleveringen."});
    }
}

/// What a proxy cannot speak to the service behind it.
void checkRoutes(Context &context)
{
    for (const ServicePlan &proxy : context.plan.services)
        for (const Route &route : proxy.routes)
            if (proxy.preset->id == "traefik" && route.application == ApplicationProtocol::Fastcgi)
                context.report(
                    Severity::Error, "proxy-without-fastcgi", "services." + proxy.name + ".preset",
                    "service.preset",
                    fill(StaticProse{"Traefik does not speak FastCGI, which “{}” needs.",
                                     "Traefik snakker ikke FastCGI, som «{}» trenger."},
                         context.plan.services[static_cast<std::size_t>(route.service)].name),
                    {"Use nginx, Caddy or HAProxy in front of it.",
                     "Bruk nginx, Caddy eller HAProxy foran den."});
}

/// An Ingress carries HTTP; other public ports need something that this bundle does not make.
void checkClusterEntrance(Context &context)
{
    if (!context.plan.wants(Target::Kubernetes))
        return;
    std::size_t entries = 0;
    for (const Published &one : allPublished(context.plan)) {
        const ApplicationProtocol application = one.port->application;
        const bool web = application == ApplicationProtocol::Http;
        if (application == ApplicationProtocol::Https || one.port->publication->isLocal())
            continue;
        if (one.port->publication->everybody && web) {
            ++entries;
            continue;
        }
        context.report(
            Severity::Note, "cluster-entrance-open", portPath(*one.service, *one.port),
            "service.port.exposure",
            fill(StaticProse{"In Kubernetes, nothing leads from outside to port {} of “{}”.",
                             "I Kubernetes leder ingenting utenfra til port {} på «{}»."},
                 one.port->port, one.service->name),
            {"Add a Service of type LoadBalancer, or what your cluster uses instead.",
             "Legg til en Service av typen LoadBalancer, eller det klyngen din bruker i stedet."});
    }
    if (entries > 0 && context.plan.hostname.empty())
        context.report(
            Severity::Open, "ingress-hostname-open", "workload.hostname", "workload.hostname",
            {"Without a public host name no Ingress is made: nothing leads into the cluster.",
             "Uten et offentlig vertsnavn lages ingen Ingress: ingenting leder inn i klyngen."},
            {"Give the DNS name that people use.", "Oppgi DNS-navnet folk bruker."});
    if (entries > 1)
        context.report(
            Severity::Warning, "ingress-one-entry", "services", "service.port.exposure",
            {"Several services answer HTTP to the public; the Ingress leads to the first only.",
             "Flere tjenester svarer offentligheten på HTTP; Ingress leder bare til den første."},
            {"Put one proxy in front of them.", "Sett én proxy foran dem."});
}

/// Flows that a target cannot express as narrowly as they were declared.
void checkFlows(Context &context)
{
    const Plan &plan = context.plan;
    for (const Flow &flow : plan.flows) {
        if (flow.from.kind == Endpoint::Kind::Network && plan.wants(Target::Compose)) {
            const ServicePlan &target = plan.services[static_cast<std::size_t>(flow.to.service)];
            const auto port = std::ranges::find(target.ports, flow.port, &PortPlan::port);
            if (port != target.ports.end() && port->publication && port->publication->everybody)
                context.report(Severity::Warning, "source-not-filtered", portPath(target, *port),
                               "service.port.exposure",
                               fill(StaticProse{"Port {} of “{}” is public: on the host everybody "
                                                "gets in, not only {}.",
                                                "Port {} på «{}» er offentlig: på verten slipper "
                                                "alle inn, ikke bare {}."},
                                    flow.port, target.name, toString(flow.from.network)),
                               {"Use a private exposure, where the packet filter keeps to the "
                                "declared networks.",
                                "Bruk en privat eksponering, der pakkefilteret holder seg til de "
                                "oppgitte nettene."});
        }
        if (flow.from.kind != Endpoint::Kind::Service)
            continue;
        const std::string path = "services."
                               + plan.services[static_cast<std::size_t>(flow.from.service)].name
                               + ".peers";
        if (flow.to.kind == Endpoint::Kind::Name)
            context.report(Severity::Note, "name-not-filtered", path, "service.peer.name",
                           fill(StaticProse{"No target can filter by name: for {} any public "
                                            "address on port {} is allowed.",
                                            "Ingen mål kan filtrere på navn: for {} tillates "
                                            "enhver offentlig adresse på port {}."},
                                flow.to.name, flow.port),
                           {"If the other side has fixed addresses, declare them as a network.",
                            "Hvis den andre siden har faste adresser, oppgi dem som et nett."});
        if (flow.to.kind == Endpoint::Kind::Network && plan.wants(Target::Compose))
            context.report(Severity::Note, "compose-egress-wide", path, "service.peer.network",
                           fill(StaticProse{"Compose cannot narrow outgoing traffic to {}; the "
                                            "host's packet filter has to.",
                                            "Compose kan ikke begrense utgående trafikk til {}; "
                                            "vertens pakkefilter må gjøre det."},
                                toString(flow.to.network)),
                           {"See HARDENING.md, what a target cannot express.",
                            "Se HARDENING.md, hva et mål ikke kan uttrykke."});
    }
    // A worker only opens connections; that its preset could listen does not matter.
    const auto isWorker = [&](std::size_t i) {
        return context.answersOf(i)->ports.empty() && !plan.flowsFrom(static_cast<int>(i)).empty();
    };
    const auto isolated = [&](std::size_t i) {
        return plan.flowsTo(static_cast<int>(i)).empty() && !plan.services[i].isPublished()
            && !plan.services[i].ports.empty() && !plan.services[i].generated && !isWorker(i);
    };
    for (std::size_t i = 0; i < plan.services.size(); ++i)
        if (isolated(i))
            context.report(
                Severity::Warning, "nobody-connects",
                "services." + plan.services[i].name + ".ports", "service.ports",
                fill(
                    StaticProse{
                        "Nobody may connect to “{}”: no peer names it and nothing is published.",
                        "Ingen kan koble seg til «{}»: ingen motpart nevner den, og ingenting er "
                        "publisert."},
                    plan.services[i].name),
                {"Declare the peer on the service that needs it, or set an exposure.",
                 "Oppgi motparten på tjenesten som trenger den, eller sett en eksponering."});
}

} // namespace

void checkNetwork(Context &context)
{
    checkHostPorts(context);
    checkPublicPorts(context);
    checkRoutes(context);
    checkClusterEntrance(context);
    checkFlows(context);
}

} // namespace skanse::policy
