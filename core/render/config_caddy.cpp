// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/config_blocks.h"

namespace skanse::render {

namespace {

std::string upstreamOf(const ConfigContext &context, const Route &route)
{
    const std::string address = context.addressOf(route);
    switch (route.application) {
    case ApplicationProtocol::Grpc:
        return fill("\t\treverse_proxy h2c://{}\n", address);
    case ApplicationProtocol::Fastcgi: // the front controller of the application
        return fill("\t\trewrite * /index.php\n"
                    "\t\treverse_proxy {} {\n"
                    "\t\t\ttransport fastcgi {\n"
                    "\t\t\t\troot /app/public\n"
                    "\t\t\t\tsplit .php\n"
                    "\t\t\t}\n"
                    "\t\t}\n",
                    address);
    case ApplicationProtocol::Https:
        return fill("\t\treverse_proxy https://{} {\n"
                    "\t\t\ttransport http {\n"
                    "\t\t\t\ttls_insecure_skip_verify\n"
                    "\t\t\t}\n"
                    "\t\t}\n",
                    address);
    default:
        return fill("\t\treverse_proxy {}\n", address);
    }
}

/// What every site serves. `handle` blocks exclude each other, the longest prefix first.
void addRoutes(const ConfigContext &context, LineWriter &out)
{
    out.line("(site) {", context.ofRoutes());
    out.line(fill("\trequest_body {\n\t\tmax_size {}\n\t}", kBodyBytes), context.ofLimits());
    if (context.service.routes.empty())
        out.line("\trespond 404", context.ofRoutes());
    for (const Route &route : context.service.routes) {
        if (route.application == ApplicationProtocol::Https)
            out.comment(context.say(kUncheckedComment));
        const std::string head = route.prefix == "/" ? std::string("\thandle {\n")
                                                     : fill("\thandle_path {}* {\n", route.prefix);
        out.line(head + upstreamOf(context, route) + "\t}", context.ofRoutes());
    }
    out.line("}", context.ofRoutes());
    out.blank();
}

void addPlainSite(const ConfigContext &context, std::int64_t port, LineWriter &out)
{
    const Origin listening = context.ofListening();
    out.line(fill("http://{}:{} {", context.hostname(), port), listening);
    if (context.service.tls && context.isBehindIngress())
        out.line("\t@insecure not header X-Forwarded-Proto https\n"
                 "\tredir @insecure https://{host}{uri} permanent\n"
                 "\timport site",
                 context.ofTls());
    else if (context.service.tls)
        out.line("\tredir https://{host}{uri} permanent", context.ofTls());
    else
        out.line("\timport site", context.ofRoutes());
    out.line("}", context.ofRoutes());
}

void addTlsSite(const ConfigContext &context, std::int64_t port, LineWriter &out)
{
    out.blank();
    out.line(fill("https://{}:{} {", context.hostname(), port), context.ofListening());
    out.line(fill("\ttls {} {}\n\timport site", context.secretPath("tls-certificate"),
                  context.secretPath("tls-key")),
             context.ofTls());
    out.line("}", context.ofTls());
}

} // namespace

void caddyTrustedProxies(const ConfigContext &context, LineWriter &out)
{
    if (!context.isBehindIngress())
        return;
    out.comment(context.say(kIngressComment));
    out.line("trusted_proxies static private_ranges 100.64.0.0/10", context.ofLimits());
}

void caddySites(const ConfigContext &context, LineWriter &out)
{
    addRoutes(context, out);
    for (const auto port : context.portsOf(ApplicationProtocol::Http))
        addPlainSite(context, port, out);
    if (context.service.tls)
        for (const auto port : context.portsOf(ApplicationProtocol::Https))
            addTlsSite(context, port, out);
}

} // namespace skanse::render
