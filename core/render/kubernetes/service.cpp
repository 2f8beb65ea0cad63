// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"
#include "core/render/let_pass.h"
#include "core/render/parts.h"

namespace skanse::render::cluster {

namespace {

using enum ControlId;

Node serviceAccount(const Request &request, const ServicePlan &service)
{
    Node node = object(request, service, "v1", "ServiceAccount", service.name,
                       request.why(service, {no_service_token}));
    if (service.applied(no_service_token))
        node.add("automountServiceAccountToken", false)
            .why(request.why(service, {no_service_token}));
    return node;
}

std::vector<ConfigText> configsOf(const Request &request, const ServicePlan &service)
{
    std::vector<ConfigText> configs;
    configs.reserve(service.files.size());
    for (const ConfigFilePlan &file : service.files)
        configs.push_back({&file, configFile(request, service, file)});
    return configs;
}

/// The whole file stands on one line, so that line carries the controls of all its lines.
Origin originOf(const Request &request, const ServicePlan &service, const Text &text)
{
    Origin origin = request.from(service, "service.preset");
    for (const Span &span : text.spans)
        origin.controls.insert(span.origin.controls);
    return origin;
}

Node configMap(const Request &request, const ServicePlan &service,
               std::span<const ConfigText> configs)
{
    Node data = Node::map();
    for (const ConfigText &config : configs)
        data.add(config.file->fileName, config.text.text)
            .why(originOf(request, service, config.text));
    Node node = object(request, service, "v1", "ConfigMap", service.name + "-config");
    node.add("data", std::move(data));
    return node;
}

Node rollingUpdate(bool surge)
{
    Node strategy = Node::map();
    strategy.add("type", "RollingUpdate");
    if (surge) {
        Node numbers = Node::map();
        numbers.add("maxSurge", 1);
        numbers.add("maxUnavailable", 0);
        strategy.add("rollingUpdate", std::move(numbers));
    }
    return strategy;
}

/// Why there is a workload of this kind.
Origin workloadWhy(const Request &request, const ServicePlan &service)
{
    ControlSet controls{single_writer_storage};
    if (service.preset->kind == PresetKind::Proxy && service.isPublished())
        controls.insert(edge_proxy);
    return request.why(service, controls, "service.preset");
}

/// What the tools that read annotations should let pass, with the reason.
Node lintAnnotations(const Request &request, const ServicePlan &service)
{
    Node annotations = Node::map();
    std::string ids;
    for (const LetPass &one : letPass(request, service, "kube-score"))
        ids += (ids.empty() ? "" : ",") + one.rule;
    if (!ids.empty())
        annotations.add("kube-score/ignore", ids);
    int number = 0;
    for (const LetPass &one : letPass(request, service, "checkov"))
        if (one.rule.starts_with("CKV_K8S_"))
            annotations
                .add("checkov.io/skip" + std::to_string(++number), one.rule + "=" + one.reason)
                .why(request.from(service, one.question));
    for (const LetPass &one : letPass(request, service, "monokle"))
        annotations.add("monokle.io/suppress." + one.rule, one.reason)
            .why(request.from(service, one.question));
    return annotations;
}

Node workload(const Request &request, const ServicePlan &service,
              std::span<const ConfigText> configs)
{
    const Origin why = request.why(service, {replicas}, "service.replicas");
    Node spec = Node::map();
    if (service.stateful)
        spec.add("serviceName", headlessName(request.plan(), service));
    spec.add("replicas", service.replicas).why(why);
    spec.add("revisionHistoryLimit", 3);
    spec.add(service.stateful ? "updateStrategy" : "strategy", rollingUpdate(!service.stateful))
        .why(why);
    spec.add("selector", labelSelectorOf(service));
    spec.add("template", podTemplate(request, service, configs));
    if (Node claims = claimTemplates(request, service);
        service.stateful && !claims.entries().empty())
        spec.add("volumeClaimTemplates", std::move(claims))
            .why(request.why(service, {single_writer_storage}, "service.storage"));
    Node node =
        object(request, service, "apps/v1", service.stateful ? "StatefulSet" : "Deployment",
               service.name, lintAnnotations(request, service), workloadWhy(request, service));
    node.add("spec", std::move(spec));
    return node;
}

Node servicePorts(const Request &request, const ServicePlan &service)
{
    Node list = Node::list();
    for (const PortPlan &port : service.ports) {
        Node node = Node::map();
        node.add("name", port.name);
        node.add("port", port.port)
            .why(request.why(service, {unprivileged_port}, "service.port.container"));
        node.add("targetPort", port.name);
        node.add("protocol", port.protocol == Protocol::Udp ? "UDP" : "TCP");
        list.append(std::move(node));
    }
    return list;
}

/// The address that others use.
Node clusterAddress(const Request &request, const ServicePlan &service)
{
    Node spec = Node::map();
    spec.add("type", "ClusterIP")
        .why(request.why(service, {loopback_binding}, "service.port.exposure"));
    spec.add("selector", selectorOf(service));
    spec.add("ports", servicePorts(request, service));
    Node node = object(request, service, "v1", "Service", service.name);
    node.add("spec", std::move(spec));
    return node;
}

/// Names for the single pods of a StatefulSet.
Node headless(const Request &request, const ServicePlan &service)
{
    Node spec = Node::map();
    spec.add("clusterIP", "None");
    spec.add("selector", selectorOf(service));
    if (!service.ports.empty())
        spec.add("ports", servicePorts(request, service));
    Node node = object(request, service, "v1", "Service", headlessName(request.plan(), service));
    node.add("spec", std::move(spec));
    return node;
}

Node disruptionBudget(const Request &request, const ServicePlan &service)
{
    Node spec = Node::map();
    spec.add("maxUnavailable", 1);
    spec.add("unhealthyPodEvictionPolicy", "AlwaysAllow");
    spec.add("selector", labelSelectorOf(service));
    const Origin why = request.why(service, {disruption_budget}, "service.replicas");
    Node node = object(request, service, "policy/v1", "PodDisruptionBudget", service.name, why);
    node.add("spec", std::move(spec)).why(why);
    return node;
}

} // namespace

void serviceFile(const Request &request, const ServicePlan &service, Bundle &bundle)
{
    const std::vector<ConfigText> configs = configsOf(request, service);
    std::vector<Node> documents;
    documents.reserve(7);
    documents.push_back(serviceAccount(request, service));
    if (!configs.empty())
        documents.push_back(configMap(request, service, configs));
    addSharedClaims(request, service, documents);
    documents.push_back(workload(request, service, configs));
    if (!service.ports.empty())
        documents.push_back(clusterAddress(request, service));
    if (service.stateful)
        documents.push_back(headless(request, service));
    if (service.applied(disruption_budget))
        documents.push_back(disruptionBudget(request, service));
    addFile(request, bundle, "kubernetes/services/" + service.name + ".yaml",
            {"One service: account, configuration, pods, addresses and disruption budget",
             "Én tjeneste: konto, konfigurasjon, podder, adresser og avbruddsbudsjett"},
            documents);
}

} // namespace skanse::render::cluster
