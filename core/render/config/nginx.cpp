// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/config/blocks.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

/// Who the client is, and by which scheme it came.
void addClient(const ConfigContext &context, LineWriter &out)
{
    const Origin why = context.ofLimits();
    if (!context.isBehindIngress()) {
        out.line("proxy_set_header X-Forwarded-Proto $scheme;", why);
        return;
    }
    out.comment(context.say(kIngressComment));
    std::string ranges = "geo $realip_remote_addr $from_ingress {\n    default 0;\n";
    for (const auto range : kPrivateRanges)
        ranges += fill("    {} 1;\n", range);
    out.line(ranges + "}", why);
    out.line("map $from_ingress:$http_x_forwarded_proto $client_scheme {\n"
             "    default $scheme;\n"
             "    1:https https;\n"
             "}",
             why);
    for (const auto range : kPrivateRanges)
        out.line(fill("set_real_ip_from {};", range), why);
    out.line("real_ip_header X-Forwarded-For;\n"
             "real_ip_recursive on;\n"
             "proxy_set_header X-Forwarded-Proto $client_scheme;",
             why);
}

void addListening(const ConfigContext &context, LineWriter &out)
{
    for (const auto port : context.portsOf(ApplicationProtocol::Http))
        out.line(fill("    listen {};", port), context.ofListening());
    if (context.service.tls)
        for (const auto port : context.portsOf(ApplicationProtocol::Https))
            out.line(fill("    listen {} ssl;", port), context.ofListening());
    const bool hasGrpc =
        std::ranges::find(context.service.routes, ApplicationProtocol::Grpc, &Route::application)
        != context.service.routes.end();
    if (context.service.tls || hasGrpc)
        out.line("    http2 on;", context.ofListening());
    out.line("    server_name "
                 + (context.hostname().empty() ? "_" : encode::confValue(context.hostname())) + ";",
             context.request.why({}, "workload.hostname"));
}

void addTls(const ConfigContext &context, LineWriter &out)
{
    if (!context.service.tls)
        return;
    const Origin why = context.ofTls();
    out.line(fill("    ssl_certificate {};", context.secretPath("tls-certificate")), why);
    out.line(fill("    ssl_certificate_key {};", context.secretPath("tls-key")), why);
    out.line(skanse::fill("    if ({} = http) {\n        return 301 https://{}$request_uri;\n    }",
                          context.isBehindIngress() ? "$client_scheme" : "$scheme",
                          context.hostname().empty() ? "$host" : context.hostname()),
             why);
}

std::string forwardingOf(const ConfigContext &context, const Route &route)
{
    const std::string address = context.addressOf(route);
    switch (route.application) {
    case ApplicationProtocol::Grpc:
        return (!route.strips ? "" : fill("        rewrite ^{}(.*)$ /$1 break;\n", route.prefix))
             + fill("        grpc_pass grpc://{};\n", address);
    case ApplicationProtocol::Fastcgi: // the front controller of the application
        return fill("        rewrite ^ /{} break;\n"
                    "        include fastcgi_params;\n"
                    "        fastcgi_param SCRIPT_FILENAME {}$fastcgi_script_name;\n"
                    "        fastcgi_param HTTP_PROXY \"\";\n"
                    "        fastcgi_pass {};\n",
                    route.front->script, route.front->folder, address);
    default:
        return fill("        proxy_pass {}://{}{};\n",
                    route.application == ApplicationProtocol::Https ? "https" : "http", address,
                    route.strips ? "/" : ""); // with a path, nginx takes the prefix off
    }
}

/// Files in the proxy's own storage; everything else goes to the front controller.
void addStaticLocations(const ConfigContext &context, const Route &route, LineWriter &out)
{
    const auto folders = context.staticFolders(route);
    if (folders.empty())
        return;
    out.comment(context.say(kStaticFilesComment));
    for (const auto &folder : folders)
        out.line(fill("    location ^~ {}{} {\n"
                      "        alias {}/{};\n"
                      "        location ~* \\.(php[0-9]?|phtml|phar)(/|$) {\n"
                      "            return 404;\n"
                      "        }\n"
                      "    }",
                      route.prefix, folder, route.front->folder, folder),
                 context.ofRoutes());
}

/// More than the template allows. Nothing is kept in the small /tmp on the way.
void addUploads(const ConfigContext &context, const Route &route, LineWriter &out)
{
    if (!context.takesUploads(route))
        return;
    const std::string_view module =
        route.application == ApplicationProtocol::Fastcgi ? "fastcgi" : "proxy";
    out.comment(context.say(kUploadsComment));
    out.line(fill("        client_max_body_size {};", context.bodyBytes(route)),
             context.ofLimits());
    if (route.application != ApplicationProtocol::Grpc) // which is never kept
        out.line(fill("        {}_request_buffering off;\n"
                      "        {}_max_temp_file_size 0;",
                      module, module),
                 context.ofLimits());
}

void addLocations(const ConfigContext &context, LineWriter &out)
{
    if (context.service.routes.empty())
        out.line("    root /usr/share/nginx/html;\n"
                 "    location / {\n"
                 "        try_files $uri $uri/ =404;\n"
                 "    }",
                 context.ofRoutes());
    for (const Route &route : context.service.routes) {
        if (route.application == ApplicationProtocol::Https)
            out.comment(context.say(kUncheckedComment));
        addStaticLocations(context, route, out);
        out.line(fill("    location {} {", route.prefix), context.ofRoutes());
        addUploads(context, route, out);
        out.line(forwardingOf(context, route) + "    }", context.ofRoutes());
    }
}

} // namespace

void nginxServer(const ConfigContext &context, LineWriter &out)
{
    addClient(context, out);
    out.blank();
    out.line("server {", context.ofListening());
    addListening(context, out);
    addTls(context, out);
    out.line(fill("    limit_req zone=per_client_requests burst={} nodelay;\n"
                  "    limit_conn per_client_connections {};",
                  context.clients().burst, context.clients().connections),
             context.ofLimits());
    addLocations(context, out);
    out.line("}", context.ofRoutes());
}

} // namespace skanse::render
