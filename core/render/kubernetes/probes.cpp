// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render::cluster {

namespace {

using enum ControlId;

std::int64_t seconds(Duration duration)
{
    return std::max<std::int64_t>(1, (duration.milliseconds + 999) / 1000);
}

const PortPlan *portOf(const ServicePlan &service)
{
    const auto found = std::ranges::find_if(service.ports, [&](const PortPlan &port) {
        return port.port == service.health.port && port.protocol == Protocol::Tcp;
    });
    return found == service.ports.end() ? nullptr : &*found;
}

Node exec(const ServicePlan &service)
{
    Node command = Node::list();
    for (const std::string &word : service.health.command)
        command.append(encode::kubernetesArgument(word));
    Node node = Node::map();
    node.add("command", std::move(command.flow()));
    return node;
}

/// Asks for the host 127.0.0.1, as the check inside the container does: some applications refuse names
/// they do not know, and the address of the pod is one.
Node httpGet(const ServicePlan &service, Node port, bool encrypted)
{
    Node host = Node::map();
    host.add("name", "Host");
    host.add("value", "127.0.0.1");
    Node headers = Node::list();
    headers.append(std::move(host));
    Node node = Node::map();
    node.add("path", service.health.path);
    node.add("port", std::move(port));
    if (encrypted)
        node.add("scheme", "HTTPS");
    node.add("httpHeaders", std::move(headers));
    return node;
}

Node tcpSocket(Node port)
{
    Node node = Node::map();
    node.add("port", std::move(port));
    return node;
}

/// Adds what shows that the service works: the plan's probe.
void addCheck(const ServicePlan &service, Node &probe)
{
    const PortPlan *port = portOf(service);
    Node target = port != nullptr ? Node(port->name) : Node(service.health.port);
    const bool hasCommand = !service.health.command.empty();
    if (service.health.probe == ProbeKind::Exec || service.health.port == 0
        || (service.health.probe == ProbeKind::Tcp && hasCommand))
        probe.add("exec", exec(service));
    else if (service.health.probe == ProbeKind::Http)
        probe.add("httpGet",
                  httpGet(service, std::move(target),
                          port != nullptr && port->application == ApplicationProtocol::Https));
    else
        probe.add("tcpSocket", tcpSocket(std::move(target)));
}

/// Adds what shows that the process still listens: less than the readiness probe asks, so that a service
/// that waits for another one is not restarted.
void addPulse(const ServicePlan &service, Node &probe)
{
    if (service.health.port == 0)
        probe.add("exec", exec(service));
    else
        probe.add("tcpSocket", tcpSocket(service.health.port));
}

void addTimes(const Request &request, const ServicePlan &service, Node &probe, std::int64_t period,
              std::int64_t failures)
{
    probe.add("periodSeconds", period).why(request.from(service, "service.health.interval"));
    probe.add("timeoutSeconds", seconds(service.health.timeout))
        .why(request.from(service, "service.health.timeout"));
    probe.add("failureThreshold", failures).why(request.from(service, "service.health.retries"));
}

Node startupProbe(const Request &request, const ServicePlan &service)
{
    const HealthPlan &health = service.health;
    const std::int64_t period = std::min<std::int64_t>(5, seconds(health.interval));
    const std::int64_t start = (health.start.milliseconds + 999) / 1000;
    Node probe = Node::map();
    addCheck(service, probe);
    addTimes(request, service, probe, period, (start + period - 1) / period + health.retries);
    return probe;
}

} // namespace

void addProbes(const Request &request, const ServicePlan &service, Node &container)
{
    if (!service.applied(health_check))
        return;
    const Origin why = request.why(service, {health_check}, "service.health.probe");
    const std::int64_t period = seconds(service.health.interval);
    container.add("startupProbe", startupProbe(request, service)).why(why);
    if (service.health.port != 0) { // without a port nobody waits for it to be ready
        Node readiness = Node::map();
        addCheck(service, readiness);
        addTimes(request, service, readiness, period, service.health.retries);
        container.add("readinessProbe", std::move(readiness)).why(why);
    }
    Node liveness = Node::map();
    addPulse(service, liveness);
    addTimes(request, service, liveness, period, service.health.retries);
    container.add("livenessProbe", std::move(liveness)).why(why);
}

} // namespace skanse::render::cluster
