// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/config/blocks.h"

#include <algorithm>

namespace skanse::render {

using enum ControlId;

namespace {

/// Means the same in the configuration of every proxy, without quotes.
bool isPlainPath(std::string_view path)
{
    return std::ranges::all_of(path, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '/' || c == '.' || c == '_' || c == '-';
    });
}

} // namespace

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

bool ConfigContext::fetchesCertificates() const
{
    return service.preset->ownCertificates && !service.tls && !hostname().empty()
        && std::ranges::any_of(service.ports, [](const PortPlan &port) {
               return port.application == ApplicationProtocol::Https && port.publication;
           });
}

std::vector<std::string> ConfigContext::staticFolders(const Route &route) const
{
    std::vector<std::string> folders;
    if (!route.front)
        return folders;
    const std::string below = route.front->folder + "/";
    for (const MountPlan &mount : service.storage) {
        std::string_view path = mount.path;
        if (!path.starts_with(below) || !isPlainPath(path))
            continue;
        path.remove_prefix(below.size());
        while (path.ends_with('/'))
            path.remove_suffix(1);
        if (!path.empty())
            folders.push_back(std::string(path) + "/");
    }
    return folders;
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
    static constexpr std::array<Entry, 10> kBlocks{{
        {"http-server", nginxServer},
        {"trusted-proxies", caddyTrustedProxies},
        {"body-timeouts", caddyBodyTimeouts},
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
