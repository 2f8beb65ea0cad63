// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/config/blocks.h"

#include <algorithm>

namespace skanse::render {

namespace {

constexpr int kRateSeconds = 10; ///< what the template's stick table counts over

std::string backendOf(const ConfigContext &context, const Route &route)
{
    return context.behind(route).name + "-" + std::to_string(route.port);
}

void addListening(const ConfigContext &context, LineWriter &out)
{
    for (const auto port : context.portsOf(ApplicationProtocol::Http))
        out.line(fill("    bind :{}", port), context.ofListening());
    if (!context.service.tls)
        return;
    for (const auto port : context.portsOf(ApplicationProtocol::Https))
        out.line(fill("    bind :{} ssl crt \"@site/tls\" alpn h2,http/1.1", port),
                 context.ofListening());
}

/// Who the client is, and by which scheme it came.
void addClient(const ConfigContext &context, LineWriter &out)
{
    const Origin why = context.ofLimits();
    const bool ingress = context.isBehindIngress();
    if (ingress) {
        out.comment(context.say(kIngressComment));
        std::string ranges = "    acl from_ingress src";
        for (const auto range : kPrivateRanges)
            ranges += fill(" {}", range);
        out.line(ranges, why);
    }
    out.line("    http-request set-var(txn.scheme) str(http)\n"
             "    http-request set-var(txn.scheme) str(https) if { ssl_fc }",
             why);
    if (ingress)
        out.line("    http-request set-var(txn.scheme) str(https) if from_ingress "
                 "{ req.hdr(X-Forwarded-Proto) https }\n"
                 "    http-request set-src req.hdr_ip(X-Forwarded-For,-1) if from_ingress "
                 "{ req.hdr(X-Forwarded-For) -m found }",
                 why);
    out.line("    http-request del-header X-Forwarded-For\n"
             "    http-request set-header X-Forwarded-Proto %[var(txn.scheme)]",
             why);
}

void addLimits(const ConfigContext &context, LineWriter &out)
{
    const ClientPlan &clients = context.clients();
    out.line(
        fill("    http-request track-sc0 src table per_client\n"
             "    http-request deny deny_status 429 if { sc_http_req_rate(0,per_client) gt {} }\n"
             "    http-request deny deny_status 429 if { sc_conn_cur(0,per_client) gt {} }",
             clients.requestsPerSecond * kRateSeconds + clients.burst, clients.connections),
        context.ofLimits());
}

void addChoice(const ConfigContext &context, LineWriter &out)
{
    const auto &routes = context.service.routes;
    const Origin why = context.ofRoutes();
    if (routes.empty())
        out.line("    http-request return status 404", why);
    for (std::size_t i = 1; i < routes.size(); ++i)
        out.line(fill("    use_backend {} if { path_beg {} }", backendOf(context, routes[i]),
                      routes[i].prefix),
                 why);
    if (!routes.empty())
        out.line("    default_backend " + backendOf(context, routes.front()), why);
}

/// How the application is reached over FastCGI: every request goes to its front controller.
void addFastcgiApplication(const ConfigContext &context, LineWriter &out)
{
    const auto &routes = context.service.routes;
    const auto route = std::ranges::find_if(
        routes, [](const Route &candidate) { return candidate.front.has_value(); });
    if (route == routes.end())
        return;
    out.line(fill("fcgi-app front_controller\n"
                  "    docroot {}\n"
                  "    index {}\n"
                  "    set-param REQUEST_URI %[var(txn.uri)]",
                  route->front->folder, route->front->script),
             context.ofRoutes());
    out.blank();
}

std::string serverOf(const ConfigContext &context, const Route &route)
{
    std::string server = fill("    server {} {} check resolvers system init-addr last,libc,none",
                              context.behind(route).name, context.addressOf(route));
    if (route.application == ApplicationProtocol::Https)
        server += " ssl verify none";
    if (route.application == ApplicationProtocol::Grpc)
        server += " proto h2";
    if (route.application == ApplicationProtocol::Fastcgi)
        server += " proto fcgi";
    return server;
}

void addBackend(const ConfigContext &context, const Route &route, LineWriter &out)
{
    const Origin why = context.ofRoutes();
    out.line("backend " + backendOf(context, route), why);
    if (context.takesUploads(route))
        out.comment(context.say(kUploadsComment));
    out.line(fill("    http-request deny deny_status 413 if { req.body_size gt {} }",
                  context.bodyBytes(route)),
             context.ofLimits());
    if (route.application == ApplicationProtocol::Fastcgi)
        out.comment(context.say(kNoStaticFilesComment));
    if (route.application == ApplicationProtocol::Fastcgi)
        out.line(fill("    use-fcgi-app front_controller\n"
                      "    http-request del-header Proxy\n" // would become HTTP_PROXY
                      "    http-request set-var(txn.uri) pathq\n"
                      "    http-request set-path /{}",
                      route.front->script),
                 why);
    else if (route.strips)
        out.line(fill("    http-request replace-path {}(.*) /\\1", route.prefix), why);
    if (route.application == ApplicationProtocol::Https)
        out.comment(context.say(kUncheckedComment));
    out.line(serverOf(context, route), why);
}

} // namespace

void haproxyFrontends(const ConfigContext &context, LineWriter &out)
{
    if (context.service.tls) {
        out.line(fill("crt-store site\n    load crt {} key {} alias tls",
                      context.secretPath("tls-certificate"), context.secretPath("tls-key")),
                 context.ofTls());
        out.blank();
    }
    out.line("frontend public_web", context.ofListening());
    addListening(context, out);
    addClient(context, out);
    addLimits(context, out);
    if (context.service.tls)
        out.line(fill("    http-request redirect {} code 301 "
                      "unless { var(txn.scheme) -m str https }",
                      context.hostname().empty() ? std::string("scheme https")
                                                 : "prefix https://" + context.hostname()),
                 context.ofTls());
    addChoice(context, out);
}

void haproxyBackends(const ConfigContext &context, LineWriter &out)
{
    addFastcgiApplication(context, out);
    bool isFirst = true;
    for (const Route &route : context.service.routes) {
        if (!isFirst)
            out.blank();
        isFirst = false;
        addBackend(context, route, out);
    }
}

} // namespace skanse::render
