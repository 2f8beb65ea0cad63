// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"
#include "core/render/parts.h"

#include <algorithm>

namespace skanse::render {

namespace {

using cluster::Node;
using enum ControlId;

Node resourceList(const Plan &plan)
{
    Node list = Node::list();
    list.append("namespace.yaml");
    list.append("limits.yaml");
    list.append("network-policies.yaml");
    for (const ServicePlan &service : plan.services)
        list.append("services/" + service.name + ".yaml");
    if (plan.entry)
        list.append("ingress.yaml");
    return list;
}

Node commonLabels(const Plan &plan)
{
    Node pairs = Node::map();
    pairs.add("app.kubernetes.io/part-of", plan.name);
    pairs.add("app.kubernetes.io/managed-by", "skanse");
    Node entry = Node::map();
    entry.add("includeSelectors", false);
    entry.add("pairs", std::move(pairs));
    Node list = Node::list();
    list.append(std::move(entry));
    return list;
}

void kustomization(const Request &request, Bundle &bundle)
{
    const Plan &plan = request.plan();
    Node node = Node::map();
    node.add("apiVersion", "kustomize.config.k8s.io/v1beta1");
    node.add("kind", "Kustomization");
    node.add("namespace", plan.nameSpace).why(request.why({own_namespace}, "workload.namespace"));
    node.add("labels", commonLabels(plan));
    node.add("resources", resourceList(plan));
    cluster::addFile(request, bundle, "kubernetes/kustomization.yaml",
                     {"The way in: kubectl apply --server-side -k kubernetes/",
                      "Veien inn: kubectl apply --server-side -k kubernetes/"},
                     std::span(&node, 1));
}

void addLevel(Node &labels, std::string_view mode, std::string_view level, const Origin &why)
{
    const std::string key = "pod-security.kubernetes.io/" + std::string(mode);
    labels.add(key, level).why(why);
    labels.add(key + "-version", "latest").why(why);
}

Node namespaceLabels(const Request &request)
{
    const Plan &plan = request.plan();
    const Origin why = request.why({pod_security});
    Node labels = Node::map();
    labels.add("app.kubernetes.io/name", plan.name);
    labels.add("app.kubernetes.io/part-of", plan.name);
    labels.add("app.kubernetes.io/managed-by", "skanse");
    addLevel(labels, "enforce", plan.podSecurity, why);
    addLevel(labels, "audit", "restricted", why);
    addLevel(labels, "warn", "restricted", why);
    if (plan.applied(residency))
        labels.add(cluster::kRegion, plan.region.hosting->iso)
            .why(request.why({residency}, "host.region"));
    return labels;
}

Node nameSpace(const Request &request)
{
    const Plan &plan = request.plan();
    Node metadata = Node::map();
    metadata.add("name", plan.nameSpace).why(request.why({own_namespace}, "workload.namespace"));
    metadata.add("labels", namespaceLabels(request));
    if (!plan.description.empty()) {
        Node annotations = Node::map();
        annotations.add("kubernetes.io/description", plan.description)
            .why({{}, "workload.description", -1});
        metadata.add("annotations", std::move(annotations));
    }
    Node node = Node::map();
    node.add("apiVersion", "v1");
    node.add("kind", "Namespace").why(request.why({own_namespace}, "workload.namespace"));
    node.add("metadata", std::move(metadata));
    return node;
}

/// The account that a pod without one would get.
Node defaultAccount(const Request &request)
{
    const Origin why = cluster::whyServices(request, {no_service_token});
    Node node = cluster::object(request, "v1", "ServiceAccount", "default", why);
    node.add("automountServiceAccountToken", false).why(why);
    return node;
}

void namespaceFile(const Request &request, Bundle &bundle)
{
    std::vector<Node> documents;
    documents.push_back(nameSpace(request));
    const auto &services = request.plan().services;
    // A service of that name brings the account itself.
    if (std::ranges::find(services, "default", &ServicePlan::name) == services.end())
        documents.push_back(defaultAccount(request));
    cluster::addFile(
        request, bundle, "kubernetes/namespace.yaml",
        {"The namespace and its Pod Security level", "Navnerommet og dets Pod Security-nivå"},
        documents);
}

} // namespace

void kubernetes(const Request &request, Bundle &bundle)
{
    kustomization(request, bundle);
    namespaceFile(request, bundle);
    cluster::limits(request, bundle);
    cluster::networkPolicies(request, bundle);
    for (const ServicePlan &service : request.plan().services)
        cluster::serviceFile(request, service, bundle);
    if (request.plan().entry)
        cluster::ingress(request, bundle);
}

} // namespace skanse::render
