// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/config/blocks.h"

#include <algorithm>

namespace skanse::render {

namespace {

constexpr StaticProse kAutomaticComment{
    "Caddy fetches the certificate for this name by itself and keeps it in /data.",
    "Caddy henter selv sertifikatet for dette navnet og tar vare på det i /data."};
constexpr std::string_view kPrivate = "private_ranges 100.64.0.0/10";

/// The files in the proxy's own storage, then the front controller of the application.
void addFastcgi(const ConfigContext &context, const Route &route, LineWriter &out)
{
    const Origin why = context.ofRoutes();
    const auto folders = context.staticFolders(route);
    if (!folders.empty())
        out.comment(context.say(kStaticFilesComment));
    for (const auto &folder : folders)
        out.line(fill("\t\thandle /{}* {\n"
                      "\t\t\troot * {}\n"
                      "\t\t\theader X-Content-Type-Options nosniff\n"
                      "\t\t\t@program path_regexp (?i)[.](php[0-9]?|phtml|phar)(/|$)\n"
                      "\t\t\trespond @program 404\n"
                      "\t\t\tfile_server\n"
                      "\t\t}",
                      folder, route.front->folder),
                 why);
    out.line(fill("\t\thandle {\n"
                  "\t\t\trewrite * /{}\n"
                  "\t\t\treverse_proxy {} {\n"
                  "\t\t\t\ttransport fastcgi {\n"
                  "\t\t\t\t\troot {}\n"
                  "\t\t\t\t\tsplit .php\n"
                  "\t\t\t\t}\n"
                  "\t\t\t}\n"
                  "\t\t}",
                  route.front->script, context.addressOf(route), route.front->folder),
             why);
}

void addUpstream(const ConfigContext &context, const Route &route, LineWriter &out)
{
    const Origin why = context.ofRoutes();
    const std::string address = context.addressOf(route);
    switch (route.application) {
    case ApplicationProtocol::Grpc:
        out.line("\t\treverse_proxy h2c://" + address, why);
        return;
    case ApplicationProtocol::Fastcgi:
        addFastcgi(context, route, out);
        return;
    case ApplicationProtocol::Https:
        out.comment(context.say(kUncheckedComment));
        out.line(fill("\t\treverse_proxy https://{} {\n"
                      "\t\t\ttransport http {\n"
                      "\t\t\t\ttls_insecure_skip_verify\n"
                      "\t\t\t}\n"
                      "\t\t}",
                      address),
                 why);
        return;
    default:
        out.line("\t\treverse_proxy " + address, why);
    }
}

/// What every site serves. `handle` blocks exclude each other, the longest prefix first.
void addRoutes(const ConfigContext &context, LineWriter &out)
{
    const Origin why = context.ofRoutes();
    out.line("(site) {", why);
    if (context.service.routes.empty())
        out.line("\trespond 404", why);
    for (const Route &route : context.service.routes) {
        out.line(route.strips ? fill("\thandle_path {}* {", route.prefix)
                              : std::string("\thandle {"),
                 why);
        if (context.takesUploads(route))
            out.comment(context.say(kUploadsComment));
        out.line(fill("\t\trequest_body {\n\t\t\tmax_size {}\n\t\t}", context.bodyBytes(route)),
                 context.ofLimits());
        addUpstream(context, route, out);
        out.line("\t}", why);
    }
    out.line("}", why);
    out.blank();
}

bool hasHttps(const ConfigContext &context)
{
    return context.service.tls || context.fetchesCertificates();
}

void addPlainSite(const ConfigContext &context, std::int64_t port, LineWriter &out)
{
    const Origin listening = context.ofListening();
    out.line(fill("http://{}:{} {", context.hostname(), port), listening);
    if (hasHttps(context) && context.isBehindIngress())
        out.line(fill("\t@insecure not {\n"
                      "\t\tremote_ip {}\n"
                      "\t\theader X-Forwarded-Proto https\n"
                      "\t}\n"
                      "\tredir @insecure https://{host}{uri} permanent\n"
                      "\timport site",
                      kPrivate),
                 context.ofTls());
    else if (hasHttps(context))
        out.line("\tredir https://{host}{uri} permanent", context.ofTls());
    else
        out.line("\timport site", context.ofRoutes());
    out.line("}", context.ofRoutes());
}

void addHttpsSite(const ConfigContext &context, std::int64_t port, LineWriter &out)
{
    out.blank();
    if (!context.service.tls)
        out.comment(context.say(kAutomaticComment));
    out.line(fill("https://{}:{} {", context.hostname(), port), context.ofListening());
    if (context.service.tls)
        out.line(fill("\ttls {} {}", context.secretPath("tls-certificate"),
                      context.secretPath("tls-key")),
                 context.ofTls());
    out.line("\timport site\n}", context.ofTls());
}

} // namespace

void caddyTrustedProxies(const ConfigContext &context, LineWriter &out)
{
    if (!context.isBehindIngress())
        return;
    out.comment(context.say(kIngressComment));
    out.line(fill("trusted_proxies static {}", kPrivate), context.ofLimits());
}

/// The whole body has to arrive, and the whole answer to leave, in this time.
void caddyBodyTimeouts(const ConfigContext &context, LineWriter &out)
{
    const bool uploads = std::ranges::any_of(
        context.service.routes, [&](const Route &route) { return context.takesUploads(route); });
    if (uploads)
        out.comment(context.say(kUploadsComment));
    out.line(uploads ? "read_body 30m\nwrite 30m" : "read_body 30s\nwrite 60s", context.ofLimits());
}

void caddySites(const ConfigContext &context, LineWriter &out)
{
    addRoutes(context, out);
    for (const auto port : context.portsOf(ApplicationProtocol::Http))
        addPlainSite(context, port, out);
    if (hasHttps(context))
        for (const auto port : context.portsOf(ApplicationProtocol::Https))
            addHttpsSite(context, port, out);
}

} // namespace skanse::render
