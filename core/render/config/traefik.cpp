// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/config/blocks.h"
#include "core/yaml/writer.h"

#include <algorithm>

namespace skanse::render {

namespace {

/// Traefik speaks no FastCGI.
bool isSupported(const Route &route)
{
    return route.application != ApplicationProtocol::Fastcgi;
}

std::string nameOf(const ConfigContext &context, const Route &route)
{
    return context.behind(route).name + "-" + std::to_string(route.port);
}

/// By which door a request comes in.
enum class Door : std::uint8_t { Web, Ingress, Secure };

/// A request that the cluster's ingress controller sent.
std::string fromIngress()
{
    std::string rule;
    for (const auto range : kPrivateRanges)
        rule += skanse::fill("{}ClientIP(`{}`)", rule.empty() ? "" : " || ", range);
    return "(" + rule + ")";
}

std::string ruleOf(const ConfigContext &context, const Route &route, Door door)
{
    std::string rule = fill("PathPrefix(`{}`)", route.prefix);
    if (!context.hostname().empty())
        rule = fill("Host(`{}`) && ", context.hostname()) + rule;
    if (door == Door::Ingress)
        rule += " && " + fromIngress();
    return yaml::quoted(rule);
}

std::string middlewaresOf(const ConfigContext &context, const Route &route, Door door)
{
    std::string names = door == Door::Ingress ? "edge-ingress" : "edge";
    if (door == Door::Ingress && context.service.tls)
        names.insert(0, "to-https, ");
    if (!context.takesUploads(route)) // it keeps bodies in memory or in the small /tmp
        names += ", body-limit";
    if (route.strips)
        names += ", strip-" + nameOf(context, route);
    return names;
}

void addRouter(const ConfigContext &context, const Route &route, Door door, LineWriter &out)
{
    static constexpr std::array<std::string_view, 3> kSuffixes{"", "-ingress", "-tls"};
    const std::string name = nameOf(context, route);
    if (context.takesUploads(route))
        out.comment(context.say(kUploadsComment));
    std::string text =
        fill("  {}{}:\n"
             "    rule: {}\n"
             "    entryPoints: [{}]\n"
             "    middlewares: [{}]\n"
             "    service: {}",
             name, kSuffixes[static_cast<std::size_t>(door)], ruleOf(context, route, door),
             door == Door::Secure ? "websecure" : "web", middlewaresOf(context, route, door), name);
    if (door == Door::Secure)
        text += "\n    tls: {}";
    out.line(text, context.ofRoutes());
}

void addRouters(const ConfigContext &context, LineWriter &out)
{
    const bool tls = context.service.tls;
    out.line("routers:", context.ofRoutes());
    if (tls)
        out.line("  to-https:\n"
                 "    rule: \"PathPrefix(`/`)\"\n"
                 "    entryPoints: [web]\n"
                 "    middlewares: [to-https]\n"
                 "    service: noop@internal",
                 context.ofTls());
    for (const Route &route : context.service.routes) {
        if (!isSupported(route))
            continue;
        addRouter(context, route, tls ? Door::Secure : Door::Web, out);
        if (context.isBehindIngress())
            addRouter(context, route, Door::Ingress, out);
    }
}

/// The limits of the template, counted by the client that the ingress controller names.
void addIngressLimits(const ConfigContext &context, LineWriter &out)
{
    const ClientPlan &clients = context.clients();
    std::string ranges;
    for (const auto range : kPrivateRanges)
        ranges += skanse::fill("{}{}", ranges.empty() ? "" : ", ", yaml::quoted(range));
    const std::string source = fill("    sourceCriterion:\n"
                                    "      ipStrategy:\n"
                                    "        excludedIPs: [{}]\n",
                                    ranges);
    out.comment(context.say(kIngressComment));
    out.line(fill("ingress-client-requests:\n"
                  "  rateLimit:\n"
                  "    average: {}\n"
                  "    burst: {}\n"
                  "    period: \"1s\"\n"
                  "{}"
                  "ingress-client-connections:\n"
                  "  inFlightReq:\n"
                  "    amount: {}\n"
                  "{}"
                  "edge-ingress:\n"
                  "  chain:\n"
                  "    middlewares:\n"
                  "      - security-headers\n"
                  "      - ingress-client-connections\n"
                  "      - ingress-client-requests",
                  clients.requestsPerSecond, clients.burst, source, clients.connections, source),
             context.ofLimits());
}

void addService(const ConfigContext &context, const Route &route, LineWriter &out)
{
    const bool isHttps = route.application == ApplicationProtocol::Https;
    const std::string_view scheme = isHttps                                        ? "https"
                                  : route.application == ApplicationProtocol::Grpc ? "h2c"
                                                                                   : "http";
    out.line(fill("  {}:\n"
                  "    loadBalancer:\n"
                  "{}"
                  "      servers:\n"
                  "        - url: \"{}://{}\"",
                  nameOf(context, route), isHttps ? "      serversTransport: unchecked\n" : "",
                  scheme, context.addressOf(route)),
             context.ofRoutes());
}

bool hasRoutes(const ConfigContext &context)
{
    return std::ranges::any_of(context.service.routes, isSupported);
}

} // namespace

void traefikMiddlewares(const ConfigContext &context, LineWriter &out)
{
    if (hasRoutes(context) && context.isBehindIngress())
        addIngressLimits(context, out);
    if (hasRoutes(context) && context.service.tls) // a request that came by HTTPS goes on
        out.line("to-https:\n"
                 "  redirectScheme:\n"
                 "    scheme: https\n"
                 "    permanent: true",
                 context.ofTls());
    for (const Route &route : context.service.routes)
        if (isSupported(route) && route.strips)
            out.line(fill("strip-{}:\n"
                          "  stripPrefix:\n"
                          "    prefixes: [{}]",
                          nameOf(context, route),
                          yaml::quoted(
                              std::string_view(route.prefix).substr(0, route.prefix.size() - 1))),
                     context.ofRoutes());
}

void traefikRouters(const ConfigContext &context, LineWriter &out)
{
    if (!hasRoutes(context))
        return;
    addRouters(context, out);
    out.line("services:", context.ofRoutes());
    for (const Route &route : context.service.routes)
        if (isSupported(route))
            addService(context, route, out);
    const auto &routes = context.service.routes;
    if (std::ranges::find(routes, ApplicationProtocol::Https, &Route::application) == routes.end())
        return;
    out.comment(context.say(kUncheckedComment));
    out.line("serversTransports:\n"
             "  unchecked:\n"
             "    insecureSkipVerify: true",
             context.ofRoutes());
}

void traefikCertificates(const ConfigContext &context, LineWriter &out)
{
    if (!context.service.tls)
        return;
    const std::string pair =
        fill("certFile: {}\n{}keyFile: {}", context.secretPath("tls-certificate"), "{}",
             context.secretPath("tls-key"));
    out.line("certificates:\n  - " + fill(pair, "    ")
                 + "\nstores:\n  default:\n    defaultCertificate:\n      " + fill(pair, "      "),
             context.ofTls());
}

} // namespace skanse::render
