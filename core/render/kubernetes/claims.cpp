// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"

namespace skanse::render::cluster {

namespace {

using enum ControlId;

Node claimSpec(const Request &request, const ServicePlan &service, const MountPlan &mount,
               const char *accessMode)
{
    Node storage = Node::map();
    storage.add("storage", toString(mount.size)).why(request.from(service, "service.storage.size"));
    Node resources = Node::map();
    resources.add("requests", std::move(storage));
    Node spec = Node::map();
    spec.add("accessModes", Node::list({accessMode}).flow())
        .why(request.why(service, {single_writer_storage}, "service.storage.shared"));
    spec.add("resources", std::move(resources));
    return spec;
}

bool isFirstUser(const Plan &plan, const ServicePlan &service, const MountPlan &mount)
{
    for (const ServicePlan &other : plan.services) {
        if (&other == &service)
            return true;
        for (const MountPlan &known : other.storage)
            if (!isOwnVolume(other, known) && known.volume == mount.volume)
                return false;
    }
    return true;
}

} // namespace

bool isOwnVolume(const ServicePlan &service, const MountPlan &mount)
{
    return service.stateful && !mount.shared;
}

Node claimTemplates(const Request &request, const ServicePlan &service)
{
    Node templates = Node::list();
    for (const MountPlan &mount : service.storage) {
        if (!isOwnVolume(service, mount))
            continue;
        Node metadata = Node::map();
        metadata.add("name", mount.volume);
        metadata.add("labels", selectorOf(service));
        Node claim = Node::map();
        claim.add("apiVersion", "v1");
        claim.add("kind", "PersistentVolumeClaim");
        claim.add("metadata", std::move(metadata));
        claim.add("spec", claimSpec(request, service, mount, "ReadWriteOnce"));
        templates.append(std::move(claim));
    }
    return templates;
}

void addSharedClaims(const Request &request, const ServicePlan &service,
                     std::vector<Node> &documents)
{
    for (const MountPlan &mount : service.storage) {
        if (isOwnVolume(service, mount) || !isFirstUser(request.plan(), service, mount))
            continue;
        Node claim = object(request, service, "v1", "PersistentVolumeClaim", mount.volume,
                            request.from(service, "service.storage.shared"));
        claim.add("spec", claimSpec(request, service, mount, "ReadWriteMany"));
        documents.push_back(std::move(claim));
    }
}

} // namespace skanse::render::cluster
