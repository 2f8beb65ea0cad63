// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/config_blocks.h"
#include "core/yaml/writer.h"

#include <algorithm>

namespace skanse::render {

namespace {

/// Traefik speaks no FastCGI.
bool isSupported(const Route &route)
{
    return route.application != ApplicationProtocol::Fastcgi;
}

/// Whether plain HTTP only leads to HTTPS. Behind an ingress controller it must be served: TLS ends
/// there.
bool redirects(const ConfigContext &context)
{
    return context.service.tls && !context.isBehindIngress();
}

std::string nameOf(const ConfigContext &context, const Route &route)
{
    return context.behind(route).name + "-" + std::to_string(route.port);
}

std::string ruleOf(const ConfigContext &context, const Route &route)
{
    std::string rule = fill("PathPrefix(`{}`)", route.prefix);
    if (!context.hostname().empty())
        rule = fill("Host(`{}`) && ", context.hostname()) + rule;
    return yaml::quoted(rule);
}

void addRouter(const ConfigContext &context, const Route &route, bool tls, LineWriter &out)
{
    const std::string name = nameOf(context, route);
    std::string text =
        fill("  {}{}:\n"
             "    rule: {}\n"
             "    entryPoints: [{}]\n"
             "    middlewares: [edge{}]\n"
             "    service: {}",
             name, tls ? "-tls" : "", ruleOf(context, route), tls ? "websecure" : "web",
             route.prefix == "/" ? std::string() : ", strip-" + name, name);
    if (tls)
        text += "\n    tls: {}";
    out.line(text, context.ofRoutes());
}

void addRouters(const ConfigContext &context, LineWriter &out)
{
    out.line("routers:", context.ofRoutes());
    if (redirects(context))
        out.line("  to-https:\n"
                 "    rule: \"PathPrefix(`/`)\"\n"
                 "    entryPoints: [web]\n"
                 "    middlewares: [to-https]\n"
                 "    service: noop@internal",
                 context.ofTls());
    for (const Route &route : context.service.routes) {
        if (!isSupported(route))
            continue;
        if (!redirects(context))
            addRouter(context, route, false, out);
        if (context.service.tls)
            addRouter(context, route, true, out);
    }
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
    if (hasRoutes(context) && redirects(context))
        out.line("to-https:\n"
                 "  redirectScheme:\n"
                 "    scheme: https\n"
                 "    permanent: true",
                 context.ofTls());
    for (const Route &route : context.service.routes)
        if (isSupported(route) && route.prefix != "/")
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
