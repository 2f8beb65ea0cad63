// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"
#include "core/render/parts.h"
#include "core/yaml/json.h"

namespace skanse::render {

namespace {

using cluster::Node;

/// A list with one element.
Node listOf(Node element)
{
    Node list = Node::list();
    list.append(std::move(element));
    return list;
}

/// A probe that never succeeds, so that no Service leads to the pod.
Node neverReady()
{
    Node command = Node::map();
    command.add("command", Node::list({"false"}));
    Node probe = Node::map();
    probe.add("exec", std::move(command));
    return probe;
}

Node containerOf(const Request &request, const ServicePlan &service)
{
    Node container = Node::map();
    container.add("name", "probe");
    container.add("image", kProbeImage);
    container.add("command", Node::list({"sleep", "280"}));
    container.add("readinessProbe", neverReady());
    container.add("securityContext", cluster::containerSecurityContext(request, service));
    container.add("resources", cluster::resourcesOf(request, service));
    return container;
}

} // namespace

std::string probePod(const Request &request, const ServicePlan &service)
{
    Node metadata = Node::map();
    metadata.add("name", "skanse-drill-" + service.name);
    metadata.add("namespace", request.plan().nameSpace);
    // Those of the service: network policies choose by them.
    metadata.add("labels", cluster::labelsOf(request, service));
    Node spec = Node::map();
    spec.add("serviceAccountName", service.name);
    if (service.applied(ControlId::no_service_token))
        spec.add("automountServiceAccountToken", false);
    spec.add("restartPolicy", "Never");
    spec.add("activeDeadlineSeconds", 300);
    spec.add("terminationGracePeriodSeconds", 0);
    spec.add("securityContext", cluster::podSecurityContext(request, service));
    spec.add("containers", listOf(containerOf(request, service)));
    Node pod = Node::map();
    pod.add("apiVersion", "v1");
    pod.add("kind", "Pod");
    pod.add("metadata", std::move(metadata));
    pod.add("spec", std::move(spec));
    return yaml::toJson(pod, false);
}

} // namespace skanse::render
