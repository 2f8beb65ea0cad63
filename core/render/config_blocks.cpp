// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/config_blocks.h"

#include <algorithm>

namespace skanse::render {

using enum ControlId;

Origin ConfigContext::ofListening() const
{
    return request.why(service, {unprivileged_port, edge_proxy}, "service.ports");
}

Origin ConfigContext::ofLimits() const
{
    return request.why(service, edge_proxy, "service.port.viaProxy");
}

Origin ConfigContext::ofRoutes() const
{
    return request.why(service, edge_proxy, "service.peers");
}

Origin ConfigContext::ofTls() const
{
    return request.why(service, {edge_proxy, secret_files}, "workload.tls");
}

bool ConfigContext::isBehindIngress() const
{
    return std::ranges::any_of(
        request.plan().flowsTo(request.indexOf(service)),
        [](const Flow *flow) { return flow->from.kind == Endpoint::Kind::Ingress; });
}

std::string_view ConfigContext::secretPath(std::string_view name) const
{
    const auto found = std::ranges::find(service.secrets, name, &SecretPlan::name);
    return found == service.secrets.end() ? std::string_view{} : std::string_view(found->path);
}

std::vector<std::int64_t> ConfigContext::portsOf(ApplicationProtocol application) const
{
    std::vector<std::int64_t> ports;
    for (const PortPlan &port : service.ports)
        if (port.application == application)
            ports.push_back(port.port);
    return ports;
}

ConfigBlock configBlock(std::string_view placeholder)
{
    struct Entry {
        std::string_view placeholder;
        ConfigBlock block;
    };
    static constexpr std::array<Entry, 9> kBlocks{{
        {"http-server", nginxServer},
        {"trusted-proxies", caddyTrustedProxies},
        {"sites", caddySites},
        {"frontends", haproxyFrontends},
        {"backends", haproxyBackends},
        {"middlewares", traefikMiddlewares},
        {"routers", traefikRouters},
        {"certificates", traefikCertificates},
        {"scrape-targets", prometheusTargets},
    }};
    const auto found = std::ranges::find(kBlocks, placeholder, &Entry::placeholder);
    return found == kBlocks.end() ? nullptr : found->block;
}

} // namespace skanse::render
