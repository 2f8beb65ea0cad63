// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/service_plan.h"

#include <algorithm>

namespace skanse::policy {

namespace {

bool isProxy(const ServicePlan &service)
{
    return service.preset->kind == PresetKind::Proxy;
}

Endpoint serviceEnd(int service)
{
    return {.kind = Endpoint::Kind::Service, .service = service, .network = {}, .name = {}};
}

/// Declared twice (by both ends) is declared once.
void addFlow(Plan &plan, Flow flow)
{
    for (Flow &known : plan.flows) {
        if (known.from == flow.from && known.to == flow.to && known.port == flow.port
            && known.protocol == flow.protocol) {
            if (known.purpose.empty())
                known.purpose = flow.purpose;
            if (known.country.empty())
                known.country = flow.country;
            return;
        }
    }
    plan.flows.push_back(std::move(flow));
}

Endpoint otherEnd(const Peer &peer, int service)
{
    switch (peer.kind) {
    case PeerKind::Service:
        return serviceEnd(service);
    case PeerKind::Network:
        return {.kind = Endpoint::Kind::Network,
                .network = peer.network.value_or(Network{}),
                .name = {}};
    case PeerKind::Name:
        return {.kind = Endpoint::Kind::Name, .network = {}, .name = peer.name};
    case PeerKind::Ingress:
        return {.kind = Endpoint::Kind::Ingress, .network = {}, .name = {}};
    case PeerKind::Internet:
        break;
    }
    return {.kind = Endpoint::Kind::Internet, .network = {}, .name = {}};
}

class PeerReader
{
public:
    PeerReader(Context &context, std::size_t self, std::size_t number)
        : m_context(context)
        , m_answers(context.answers.services[self])
        , m_peer(m_answers.peers[number])
        , m_self(static_cast<int>(self))
        , m_path(pathOf(m_answers) + ".peers.#" + std::to_string(number + 1))
    {
    }

    void read()
    {
        int other = -1;
        if (m_peer.kind == PeerKind::Service) {
            other = m_context.serviceNamed(m_peer.service);
            if (other < 0)
                return refuseUnknownService();
            if (other == m_self)
                return refuse("peer-itself", ".service", "service.peer.service",
                              {"A service cannot be its own peer.",
                               "En tjeneste kan ikke være sin egen motpart."},
                              {"Name another service, or remove the peer.",
                               "Oppgi en annen tjeneste, eller fjern motparten."});
        }
        Flow flow;
        const Endpoint here = serviceEnd(m_self);
        const Endpoint there = otherEnd(m_peer, other);
        const bool outgoing = m_peer.direction == Direction::To;
        flow.from = outgoing ? here : there;
        flow.to = outgoing ? there : here;
        flow.purpose = m_peer.purpose;
        if (m_peer.kind == PeerKind::Network || m_peer.kind == PeerKind::Name)
            flow.country = m_peer.country;
        flow.protocol = m_peer.protocol.value_or(Protocol::Tcp);
        if (flow.to.kind == Endpoint::Kind::Ingress)
            return refuse(
                "peer-to-ingress", ".kind", "service.peer.kind",
                {"The ingress controller only opens connections; nothing connects to it.",
                 "Ingress-kontrolleren åpner bare forbindelser; ingenting kobler seg til den."},
                {"Use direction from.", "Bruk retning from."});
        if (flow.from.kind == Endpoint::Kind::Name)
            return refuse("peer-from-name", ".kind", "service.peer.kind",
                          {"No target can tell by name who connects.",
                           "Ingen mål kan se på navn hvem som kobler seg til."},
                          {"Declare the other side's network, or the internet.",
                           "Oppgi den andre sidens nett, eller internett."});
        if (flow.to.kind == Endpoint::Kind::Service ? takeServicePort(flow) : takeOutsidePort(flow))
            addFlow(m_context.plan, std::move(flow));
    }

private:
    void refuse(std::string_view id, std::string_view key, std::string_view question, Prose message,
                Prose advice)
    {
        m_context.report(Severity::Error, id, m_path + std::string(key), question,
                         std::move(message), std::move(advice));
    }

    void refuseUnknownService()
    {
        std::string names;
        for (const ServicePlan &service : m_context.plan.services)
            names += (names.empty() ? "" : ", ") + service.name;
        refuse("peer-unknown-service", ".service", "service.peer.service",
               fill(StaticProse{"There is no service “{}”.", "Det finnes ingen tjeneste «{}»."},
                    m_peer.service),
               fill(StaticProse{"Services of this workload: {}.",
                                "Tjenester i denne arbeidslasten: {}."},
                    names));
    }

    /// The port must be one that the receiving service offers; without a number its first one is meant.
    bool takeServicePort(Flow &flow)
    {
        const ServicePlan &target =
            m_context.plan.services[static_cast<std::size_t>(flow.to.service)];
        const auto fits = [&](const PortPlan &port) {
            return (!m_peer.port || port.port == *m_peer.port)
                && (!m_peer.protocol || port.protocol == *m_peer.protocol);
        };
        const auto found = std::ranges::find_if(target.ports, fits);
        if (found != target.ports.end()) {
            flow.port = found->port;
            flow.protocol = found->protocol;
            return true;
        }
        std::string offered;
        for (const PortPlan &port : target.ports)
            offered +=
                (offered.empty() ? "" : ", ") + std::to_string(port.port) + " (" + port.name + ")";
        refuse("peer-unknown-port", ".port", "service.peer.port",
               m_peer.port ? fill(StaticProse{"The service “{}” does not offer port {}.",
                                              "Tjenesten «{}» tilbyr ikke port {}."},
                                  target.name, *m_peer.port)
                           : fill(StaticProse{"The service “{}” offers no port.",
                                              "Tjenesten «{}» tilbyr ingen port."},
                                  target.name),
               offered.empty() ? Prose{"Declare the port on that service first.",
                                       "Oppgi porten på den tjenesten først."}
                               : fill(StaticProse{"It offers: {}.", "Den tilbyr: {}."}, offered));
        return false;
    }

    bool takeOutsidePort(Flow &flow)
    {
        if (m_peer.port) {
            flow.port = *m_peer.port;
            return true;
        }
        refuse("peer-port-missing", ".port", "service.peer.port",
               {"A flow to the outside needs a port.", "En strøm til utsiden trenger en port."},
               {"Give the port, such as 443.", "Oppgi porten, for eksempel 443."});
        return false;
    }

    Context &m_context;
    const Service &m_answers;
    const Peer &m_peer;
    int m_self;
    std::string m_path;
};

/// Ports that the user wants public through a proxy.
std::vector<std::pair<int, std::string>> proxiedPorts(const Context &context)
{
    std::vector<std::pair<int, std::string>> found;
    for (std::size_t i = 0; i < context.answers.services.size(); ++i) {
        const ServicePlan &service = context.plan.services[i];
        if (isProxy(service))
            continue;
        for (const Port &port : context.answers.services[i].ports) {
            const PortPlan *planned = service.port(port.name);
            if (port.exposure == Exposure::Public && port.viaProxy && planned != nullptr
                && speaksWeb(planned->application))
                found.emplace_back(static_cast<int>(i), port.name);
        }
    }
    return found;
}

/// The workload's own proxy, if it answers the public over HTTP.
int existingProxy(const Plan &plan)
{
    for (std::size_t i = 0; i < plan.services.size(); ++i)
        if (isProxy(plan.services[i])
            && std::ranges::any_of(plan.services[i].ports, [](const PortPlan &port) {
                   return port.publication && port.publication->everybody
                       && port.application == ApplicationProtocol::Http;
               }))
            return static_cast<int>(i);
    return -1;
}

/// The name nobody uses yet.
std::string freeName(const Context &context, std::string name)
{
    while (context.serviceNamed(name) >= 0)
        name += "-proxy";
    return name;
}

/// `hostPort` is the one that a service behind it asked for; empty: 80.
int addProxy(Context &context, std::optional<std::int64_t> hostPort)
{
    Service answers;
    answers.name = freeName(context, "edge");
    answers.preset = "nginx";
    answers.ports.push_back({.name = "http",
                             .container = {},
                             .protocol = {},
                             .application = {},
                             .exposure = Exposure::Public,
                             .hostAddress = {},
                             .host = hostPort});
    const Preset *preset = context.catalogue.preset(answers.preset);
    const std::size_t index = context.plan.services.size();
    context.plan.services.push_back(planService(context, answers, *preset, index));
    context.plan.services.back().generated = true;
    return static_cast<int>(index);
}

void planProxies(Context &context)
{
    const auto ports = proxiedPorts(context);
    if (ports.empty())
        return;
    int proxy = existingProxy(context.plan);
    const auto hostPortOf = [&](const std::pair<int, std::string> &one) {
        const auto &asked = context.answers.services[static_cast<std::size_t>(one.first)].ports;
        return std::ranges::find(asked, one.second, &Port::name)->host;
    };
    const bool added = proxy < 0;
    if (added)
        proxy = addProxy(context, hostPortOf(ports.front()));
    for (const auto &one : ports) {
        const auto hostPort = hostPortOf(one);
        if (hostPort && !(added && hostPort == hostPortOf(ports.front())))
            context.report(
                Severity::Warning, "host-port-of-proxy",
                "services." + context.answers.services[static_cast<std::size_t>(one.first)].name
                    + ".ports." + one.second + ".hostPort",
                "service.port.hostPort",
                fill(
                    StaticProse{"The port on the host is that of the proxy “{}”; {} is not opened.",
                                "Porten på verten er den til proxyen «{}»; {} åpnes ikke."},
                    context.plan.services[static_cast<std::size_t>(proxy)].name, *hostPort),
                {"Set the port on the proxy, or set viaProxy to false.",
                 "Sett porten på proxyen, eller sett viaProxy til false."});
    }
    for (const auto &[service, portName] : ports) {
        const PortPlan *port =
            context.plan.services[static_cast<std::size_t>(service)].port(portName);
        addFlow(context.plan, {.from = serviceEnd(proxy),
                               .to = serviceEnd(service),
                               .port = port->port,
                               .protocol = port->protocol,
                               .purpose = {},
                               .derived = true});
    }
}

/// In Kubernetes, public HTTP arrives through the cluster's ingress controller.
void planIngress(Context &context)
{
    Plan &plan = context.plan;
    if (!plan.wants(Target::Kubernetes))
        return;
    for (std::size_t i = 0; i < plan.services.size(); ++i) {
        for (const PortPlan &port : plan.services[i].ports) {
            if (!port.publication || !port.publication->everybody)
                continue;
            const bool web = port.application == ApplicationProtocol::Http;
            if (!web && port.application == ApplicationProtocol::Https)
                continue; // the ingress controller ends TLS and speaks HTTP to the proxy
            addFlow(plan,
                    {.from = {.kind = web ? Endpoint::Kind::Ingress : Endpoint::Kind::Internet,
                              .network = {},
                              .name = {}},
                     .to = serviceEnd(static_cast<int>(i)),
                     .port = port.port,
                     .protocol = port.protocol,
                     .purpose = {},
                     .derived = true});
        }
    }
}

/// "/" for the first, then the service's name; its further ports add their name.
std::string freePrefix(const ServicePlan &proxy, const ServicePlan &behind, const PortPlan &port)
{
    if (proxy.routes.empty())
        return "/";
    const auto taken = [&](const std::string &prefix) {
        return std::ranges::find(proxy.routes, prefix, &Route::prefix) != proxy.routes.end();
    };
    std::string prefix = "/" + behind.name + "/";
    if (taken(prefix))
        prefix = "/" + behind.name + "-" + port.name + "/";
    for (int number = 2; taken(prefix); ++number)
        prefix = "/" + behind.name + "-" + port.name + "-" + std::to_string(number) + "/";
    return prefix;
}

/// The first service behind a proxy gets "/", each further one a prefix of its own.
void planRoutes(Plan &plan)
{
    for (std::size_t i = 0; i < plan.services.size(); ++i) {
        ServicePlan &proxy = plan.services[i];
        if (!isProxy(proxy))
            continue;
        for (const Flow *flow : plan.flowsFrom(static_cast<int>(i))) {
            if (flow->to.kind != Endpoint::Kind::Service)
                continue;
            const ServicePlan &behind = plan.services[static_cast<std::size_t>(flow->to.service)];
            const auto port = std::ranges::find(behind.ports, flow->port, &PortPlan::port);
            if (port == behind.ports.end() || !speaksWeb(port->application))
                continue;
            Route route{.prefix = freePrefix(proxy, behind, *port),
                        .service = flow->to.service,
                        .port = flow->port,
                        .application = port->application,
                        .front = {}};
            route.strips = route.prefix != "/";
            // The usual layout of a PHP application; no answer asks for another one.
            if (route.application == ApplicationProtocol::Fastcgi)
                route.front = FrontController{"/app/public", "index.php"};
            proxy.routes.push_back(std::move(route));
        }
    }
}

/// Certificate and key reach every proxy that publishes HTTPS.
void planTls(Plan &plan)
{
    if (!plan.tls)
        return;
    for (ServicePlan &service : plan.services) {
        if (!isProxy(service) || !service.isPublished())
            continue;
        service.tls = true;
        for (const std::string name : {"tls-certificate", "tls-key"})
            if (std::ranges::find(service.secrets, name, &SecretPlan::name)
                == service.secrets.end())
                service.secrets.push_back({name, SecretUse::File, {}, "/run/secrets/" + name});
    }
}

} // namespace

void planFlows(Context &context)
{
    for (std::size_t i = 0; i < context.answers.services.size(); ++i)
        for (std::size_t p = 0; p < context.answers.services[i].peers.size(); ++p)
            PeerReader(context, i, p).read();
    planProxies(context);
    planIngress(context);
    planRoutes(context.plan);
    planTls(context.plan);
}

} // namespace skanse::policy
