// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"
#include "core/yaml/writer.h"

#include <algorithm>

namespace skanse::render::cluster {

namespace {

using enum ControlId;

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The tag of an image as a label value; empty when there is none or it does not fit one.
std::string_view versionOf(std::string_view reference)
{
    reference = reference.substr(0, reference.find('@'));
    const auto colon = reference.rfind(':');
    const auto slash = reference.rfind('/');
    if (colon == std::string_view::npos || (slash != std::string_view::npos && colon < slash))
        return {};
    const auto tag = reference.substr(colon + 1);
    const bool fits = !tag.empty() && tag.size() <= 63 && isAlphanumeric(tag.front())
                   && isAlphanumeric(tag.back()) && std::ranges::all_of(tag, [](char c) {
                          return isAlphanumeric(c) || c == '.' || c == '_' || c == '-';
                      });
    return fits ? tag : std::string_view{};
}

Node header(const Request &request, std::string_view apiVersion, std::string_view kind,
            std::string_view name, const Origin &kindWhy, Node labels,
            Node annotations = Node::map())
{
    Node metadata = Node::map();
    metadata.add("name", name);
    metadata.add("namespace", request.plan().nameSpace)
        .why(request.why({own_namespace}, "workload.namespace"));
    metadata.add("labels", std::move(labels));
    if (!annotations.entries().empty())
        metadata.add("annotations", std::move(annotations));
    Node node = Node::map();
    node.add("apiVersion", apiVersion);
    node.add("kind", kind).why(kindWhy);
    node.add("metadata", std::move(metadata));
    return node;
}

Node workloadLabels(const Request &request)
{
    Node labels = Node::map();
    labels.add("app.kubernetes.io/name", request.plan().name);
    labels.add("app.kubernetes.io/part-of", request.plan().name);
    labels.add("app.kubernetes.io/managed-by", "skanse");
    return labels;
}

} // namespace

Node object(const Request &request, std::string_view apiVersion, std::string_view kind,
            std::string_view name, const Origin &kindWhy)
{
    return header(request, apiVersion, kind, name, kindWhy, workloadLabels(request));
}

Node object(const Request &request, const ServicePlan &service, std::string_view apiVersion,
            std::string_view kind, std::string_view name, const Origin &kindWhy)
{
    return header(request, apiVersion, kind, name, kindWhy, labelsOf(request, service));
}

Node object(const Request &request, const ServicePlan &service, std::string_view apiVersion,
            std::string_view kind, std::string_view name, Node annotations, const Origin &kindWhy)
{
    return header(request, apiVersion, kind, name, kindWhy, labelsOf(request, service),
                  std::move(annotations));
}

Node labelsOf(const Request &request, const ServicePlan &service)
{
    Node labels = Node::map();
    labels.add("app", service.name);
    labels.add("app.kubernetes.io/name", service.preset->id);
    labels.add(kInstance, service.name);
    if (const auto version = versionOf(service.image.reference); !version.empty())
        labels.add("app.kubernetes.io/version", version);
    labels.add("app.kubernetes.io/component", toString(service.preset->kind));
    labels.add("app.kubernetes.io/part-of", request.plan().name);
    labels.add("app.kubernetes.io/managed-by", "skanse");
    return labels;
}

Node selectorOf(const ServicePlan &service)
{
    Node labels = Node::map();
    labels.add(kInstance, service.name);
    return labels;
}

Node labelSelectorOf(const ServicePlan &service)
{
    Node selector = Node::map();
    selector.add("matchLabels", selectorOf(service));
    return selector;
}

std::string headlessName(const Plan &plan, const ServicePlan &service)
{
    const std::string usual = service.name + "-pods";
    std::string name = usual;
    for (int number = 2;
         std::ranges::find(plan.services, name, &ServicePlan::name) != plan.services.end();
         ++number)
        name = usual + "-" + std::to_string(number);
    return name;
}

bool everyServiceHas(const Plan &plan, ControlId id)
{
    return std::ranges::all_of(plan.services,
                               [&](const ServicePlan &service) { return service.applied(id); });
}

Origin whyServices(const Request &request, const ControlSet &controls, std::string_view question)
{
    Origin origin{{}, question, -1};
    controls.forEach([&](ControlId id) {
        if (std::ranges::any_of(request.plan().services,
                                [&](const ServicePlan &service) { return service.applied(id); }))
            origin.controls.insert(id);
    });
    return origin;
}

void addFile(const Request &request, Bundle &bundle, std::string path, const StaticProse &what,
             std::span<const Node> documents)
{
    bundle.addYaml(std::move(path),
                   yaml::write(documents, request.header(what), request.commenter()));
}

} // namespace skanse::render::cluster
