// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"
#include "core/yaml/node.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The parts of the Kubernetes manifests. Internal to core/render/kubernetes/.
namespace skanse::render::cluster {

using yaml::Node;

inline constexpr std::string_view kInstance = "app.kubernetes.io/instance";
inline constexpr std::string_view kRegion = "skanse.io/region";

/// A configuration file of a service, rendered once for the ConfigMap and its checksum.
struct ConfigText {
    const ConfigFilePlan *file = nullptr;
    Text text;
};

// objects.cpp

/// An object of the whole workload or of one service: apiVersion, kind and metadata. `kindWhy` is why
/// there is an object of that kind.
Node object(const Request &request, std::string_view apiVersion, std::string_view kind,
            std::string_view name, const Origin &kindWhy = {});
Node object(const Request &request, const ServicePlan &service, std::string_view apiVersion,
            std::string_view kind, std::string_view name, const Origin &kindWhy = {});
Node object(const Request &request, const ServicePlan &service, std::string_view apiVersion,
            std::string_view kind, std::string_view name, Node annotations,
            const Origin &kindWhy = {});
/// The labels of a service's objects.
Node labelsOf(const Request &request, const ServicePlan &service);
/// What selects the pods of a service: its name alone.
Node selectorOf(const ServicePlan &service);
/// {matchLabels: {...}}
Node labelSelectorOf(const ServicePlan &service);
/// The name of the Service that gives the pods of a StatefulSet their names; nobody else has it.
std::string headlessName(const Plan &plan, const ServicePlan &service);
/// Whether every service has the control.
bool everyServiceHas(const Plan &plan, ControlId id);
/// The origin of a line for the whole workload that services' controls put there: those of `controls`
/// that at least one service has.
Origin whyServices(const Request &request, const ControlSet &controls,
                   std::string_view question = {});
/// Writes the documents into the bundle.
void addFile(const Request &request, Bundle &bundle, std::string path, const StaticProse &what,
             std::span<const Node> documents);

// security.cpp

Node podSecurityContext(const Request &request, const ServicePlan &service);
Node containerSecurityContext(const Request &request, const ServicePlan &service);

// resources.cpp

/// Requests and limits of the container.
Node resourcesOf(const Request &request, const ServicePlan &service);
void limits(const Request &request, Bundle &bundle); ///< kubernetes/limits.yaml

// probes.cpp

/// Adds startup, readiness and liveness probe to the container.
void addProbes(const Request &request, const ServicePlan &service, Node &container);

// volumes.cpp

/// The volumes of a pod and where its containers mount them.
struct Volumes {
    Node volumes = Node::list();
    Node mounts = Node::list();
    Node seedMounts = Node::list(); ///< of the init container that fills new volumes
};

Volumes volumesOf(const Request &request, const ServicePlan &service);

// claims.cpp

/// Whether each replica gets a volume of its own from the StatefulSet's templates.
bool isOwnVolume(const ServicePlan &service, const MountPlan &mount);
/// Claims of the StatefulSet; empty when it keeps nothing.
Node claimTemplates(const Request &request, const ServicePlan &service);
/// Claims that several pods mount, each in the file of the first service that uses it.
void addSharedClaims(const Request &request, const ServicePlan &service,
                     std::vector<Node> &documents);

// pod.cpp

/// The pod template.
Node podTemplate(const Request &request, const ServicePlan &service,
                 std::span<const ConfigText> configs);

// spread.cpp

/// Where the scheduler should put the pods.
void addPlacement(const Request &request, const ServicePlan &service, Node &spec);

// service.cpp

/// kubernetes/services/<service>.yaml
void serviceFile(const Request &request, const ServicePlan &service, Bundle &bundle);

// policies.cpp

void networkPolicies(const Request &request, Bundle &bundle); ///< kubernetes/network-policies.yaml

// ingress.cpp

void ingress(const Request &request,
             Bundle &bundle); ///< kubernetes/ingress.yaml; needs Plan::entry

} // namespace skanse::render::cluster
