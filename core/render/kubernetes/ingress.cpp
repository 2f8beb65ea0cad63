// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"

namespace skanse::render::cluster {

namespace {

const ServicePlan &serviceOf(const Plan &plan)
{
    return plan.services.at(static_cast<std::size_t>(plan.entry->service));
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

Node backend(const ServicePlan &target, const PortPlan &targetPort)
{
    Node port = Node::map();
    port.add("name", targetPort.name);
    Node service = Node::map();
    service.add("name", target.name);
    service.add("port", std::move(port));
    Node node = Node::map();
    node.add("service", std::move(service));
    return node;
}

Node rules(const Plan &plan)
{
    Node path = Node::map();
    path.add("path", "/");
    path.add("pathType", "Prefix");
    const ServicePlan &service = serviceOf(plan);
    path.add("backend", backend(service, service.ports.at(plan.entry->port)));
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

void ingress(const Request &request, Bundle &bundle)
{
    const Plan &plan = request.plan();
    Node spec = Node::map();
    spec.add("tls", tls(plan));
    spec.add("rules", rules(plan));
    Node node = object(request, "networking.k8s.io/v1", "Ingress", plan.name,
                       request.from(serviceOf(plan), "workload.hostname"));
    node.add("spec", std::move(spec));
    addFile(request, bundle, "kubernetes/ingress.yaml",
            {"The public name, answered by the cluster's default ingress controller",
             "Det offentlige navnet, besvart av klyngens standard ingress-kontroller"},
            std::span(&node, 1));
}

} // namespace skanse::render::cluster
