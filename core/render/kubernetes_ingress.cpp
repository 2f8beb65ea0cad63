// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes_parts.h"

#include <algorithm>

namespace skanse::render::cluster {

namespace {

using enum ControlId;

struct Entry {
    const ServicePlan *service = nullptr;
    const PortPlan *port = nullptr;
};

/// The service that answers the public by HTTP: the one on port 80 of a Docker host, else the first.
Entry entryOf(const Plan &plan)
{
    Entry first;
    for (const ServicePlan &service : plan.services) {
        for (const PortPlan &port : service.ports) {
            if (!port.publication || !port.publication->everybody
                || port.application != ApplicationProtocol::Http)
                continue;
            if (port.publication->hostPort == 80)
                return {&service, &port};
            if (first.service == nullptr)
                first = {&service, &port};
        }
    }
    return first;
}

Node tls(const Plan &plan)
{
    Node entry = Node::map();
    entry.add("hosts", Node::list({plan.hostname}).flow());
    entry.add("secretName", plan.name + "-tls");
    Node list = Node::list();
    list.append(std::move(entry));
    return list;
}

Node backend(const Entry &entry)
{
    Node port = Node::map();
    port.add("name", entry.port->name);
    Node service = Node::map();
    service.add("name", entry.service->name);
    service.add("port", std::move(port));
    Node node = Node::map();
    node.add("service", std::move(service));
    return node;
}

Node rules(const Plan &plan, const Entry &entry)
{
    Node path = Node::map();
    path.add("path", "/");
    path.add("pathType", "Prefix");
    path.add("backend", backend(entry));
    Node paths = Node::list();
    paths.append(std::move(path));
    Node http = Node::map();
    http.add("paths", std::move(paths));
    Node rule = Node::map();
    rule.add("host", plan.hostname);
    rule.add("http", std::move(http));
    Node list = Node::list();
    list.append(std::move(rule));
    return list;
}

} // namespace

bool hasIngress(const Plan &plan)
{
    return !plan.hostname.empty() && entryOf(plan).service != nullptr;
}

void ingress(const Request &request, Bundle &bundle)
{
    const Plan &plan = request.plan();
    const Entry entry = entryOf(plan);
    Node spec = Node::map();
    spec.add("tls", tls(plan));
    spec.add("rules", rules(plan, entry));
    Node node = object(request, "networking.k8s.io/v1", "Ingress", plan.name,
                       request.from(*entry.service, "workload.hostname"));
    node.add("spec", std::move(spec));
    addFile(request, bundle, "kubernetes/ingress.yaml",
            {"The public name, answered by the cluster's default ingress controller",
             "Det offentlige navnet, besvart av klyngens standard ingress-kontroller"},
            std::span(&node, 1));
}

} // namespace skanse::render::cluster
