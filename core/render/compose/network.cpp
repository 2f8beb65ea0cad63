// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/compose/parts.h"

#include <algorithm>

namespace skanse::render::composefile {

using enum ControlId;
using yaml::Node;

namespace {

std::string withProtocol(std::int64_t port, Protocol protocol)
{
    return std::to_string(port) + (protocol == Protocol::Udp ? "/udp" : "");
}

/// "127.0.0.1:8080:8080", "[::1]:53:5353/udp".
std::string publicationOf(const PortPlan &port, const Publication &publication)
{
    const bool isV6 = publication.address.find(':') != std::string::npos;
    std::string out = isV6 ? "[" + publication.address + "]" : publication.address;
    if (!out.empty())
        out += ':';
    return out + std::to_string(publication.hostPort) + ":"
         + withProtocol(port.port, port.protocol);
}

/// A proxy looks names up when it starts, so it starts again after a service behind it was replaced.
bool isBehind(const ServicePlan &proxy, int server)
{
    return std::ranges::find(proxy.routes, server, &Route::service) != proxy.routes.end();
}

} // namespace

void addPorts(const Request &request, const ServicePlan &service, Node &node)
{
    std::vector<const PortPlan *> byNumber;
    for (const PortPlan &port : service.ports)
        if (port.publication)
            byNumber.push_back(&port);
    // As dclint asks.
    std::ranges::stable_sort(byNumber, {},
                             [](const PortPlan *port) { return port->publication->hostPort; });
    Node published = Node::list();
    for (const PortPlan *port : byNumber)
        published.append(text(publicationOf(*port, *port->publication)));
    ControlSet controls{loopback_binding, unprivileged_port};
    if (service.preset->kind == PresetKind::Proxy)
        controls.insert(edge_proxy);
    if (!published.entries().empty())
        node.add("ports", std::move(published))
            .why(request.why(service, controls, "service.port.exposure"));
}

/// What is only offered to the services on the same network.
void addExpose(const Request &request, const ServicePlan &service, Node &node)
{
    Node offered = Node::list();
    for (const PortPlan &port : service.ports)
        if (!port.publication)
            offered.append(withProtocol(port.port, port.protocol));
    if (!offered.entries().empty())
        node.add("expose", std::move(offered))
            .flow()
            .why(request.why(service, unprivileged_port, "service.ports"));
}

void addNetworks(const Request &request, const ServicePlan &service, Node &node)
{
    Node &networks =
        node.add("networks", Node::list())
            .why(request.why(service, {segmented_networks, declared_egress}, "service.peers"));
    for (const std::size_t network : service.networks)
        networks.append(keyOf(request.plan().networks[network].name));
}

void addDependencies(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.dependsOn.empty())
        return;
    Node &dependsOn =
        node.add("depends_on", Node::map()).why(request.from(service, "service.peers"));
    std::vector<int> byName = service.dependsOn;
    const auto nameOf = [&](int index) -> const std::string & {
        return request.plan().services[static_cast<std::size_t>(index)].name;
    };
    std::ranges::sort(byName, {}, nameOf); // as dclint asks
    for (const int index : byName) {
        const ServicePlan &server = request.plan().services[static_cast<std::size_t>(index)];
        Node &dependency = dependsOn.add(server.name, Node::map());
        if (hasHealthCheck(server))
            dependency.add("condition", "service_healthy")
                .why(request.why(server, health_check, "service.health.command"));
        else
            dependency.add("condition", "service_started");
        if (isBehind(service, index))
            dependency.add("restart", true);
    }
}

} // namespace skanse::render::composefile
