// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/build_paths.h"
#include "core/render/let_pass.h"
#include "core/render/lint/files.h"
#include "core/yaml/writer.h"

#include <algorithm>
#include <set>

namespace skanse::render {

namespace {

using yaml::Node;

/// Rules about Dockerfiles have names of their own; all others are about manifests.
bool isAboutImages(std::string_view rule)
{
    return rule.starts_with("DS-");
}

Node &finding(Node &list, std::string_view rule, const std::string &reason, const Origin &origin)
{
    Node &entry = list.append(Node::map());
    entry.why(origin);
    entry.add("id", rule);
    entry.add("statement", reason);
    return entry;
}

void addService(Node &list, const Request &request, const ServicePlan &service)
{
    for (const LetPass &one : letPass(request, service, "trivy")) {
        const bool image = isAboutImages(one.rule);
        if (image ? !service.image.build : !request.plan().wants(Target::Kubernetes))
            continue;
        finding(list, one.rule, one.reason, request.from(service, one.question))
            .add("paths", Node::list())
            .append(image ? dockerFolder(service) + "Dockerfile"
                          : "kubernetes/services/" + service.name + ".yaml");
    }
}

void addWorkload(Node &list, const Request &request)
{
    for (const ExceptionPlan &plan : request.plan().exceptions) {
        if (!request.plan().has(plan.id, kWholeWorkload))
            continue;
        const LintException &exception = request.catalogue().exception(plan.id);
        for (const std::string &rule : rulesFor(exception.rules, "trivy"))
            finding(list, rule, request.say(exception.title), {});
    }
}

/// What stands before the first slash: where the image is pulled from, as the scanner sees it.
std::string registryOf(const std::string &reference)
{
    const auto slash = reference.find('/');
    return slash == std::string::npos ? std::string("docker.io") : reference.substr(0, slash);
}

} // namespace

yaml::Written trivySettings(const Request &request)
{
    Node root = Node::map();
    root.add("ignorefile", "lint/trivyignore.yaml");
    if (request.plan().wants(Target::Kubernetes))
        root.add("rego", Node::map()).add("data", Node::list()).append("lint/trivy-data");
    return yaml::write(std::span(&root, 1),
                       request.header({"Settings of trivy; it reads them when it is started here",
                                       "Innstillinger for trivy; leses når det startes her"}),
                       request.commenter());
}

yaml::Written trivyIgnore(const Request &request)
{
    Node root = Node::map();
    Node &list = root.add("misconfigurations", Node::list());
    addWorkload(list, request);
    for (const ServicePlan &service : request.plan().services)
        addService(list, request, service);
    return yaml::write(
        std::span(&root, 1),
        request.header({"What trivy lets pass: waivers of the profile, and findings that stay "
                        "(HARDENING.md)",
                        "Det trivy slipper gjennom: unntak i profilen, og funn som blir stående "
                        "(HARDENING.md)"}),
        request.commenter());
}

yaml::Written trivyRegistries(const Request &request)
{
    std::set<std::string> registries;
    for (const ServicePlan &service : request.plan().services)
        registries.insert(registryOf(service.image.reference));
    Node root = Node::map();
    root.add("ksv0125", Node::map())
        .add("trusted_registries", Node::list({registries.begin(), registries.end()}));
    return yaml::write(
        std::span(&root, 1),
        request.header({"The registries that the images come from; trivy reports any other",
                        "Registrene som imagene kommer fra; trivy melder fra om alle andre"}),
        request.commenter());
}

} // namespace skanse::render
