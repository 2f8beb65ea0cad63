// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/build_paths.h"
#include "core/render/ci/files.h"
#include "core/yaml/writer.h"

#include <algorithm>

namespace skanse::render {

namespace {

using yaml::Node;

/// The finding of one rule in one service's file, with the user's reason for the waiver.
void addFinding(Node &list, const Request &request, const ServicePlan &service,
                const std::string &rule, const Decision &decision)
{
    const bool dockerfile = rule.starts_with("DS-");
    if (dockerfile ? !service.image.build : !request.plan().wants(Target::Kubernetes))
        return;
    Node &entry = list.append(Node::map());
    entry.why(request.from(service, "service.waiver.control"));
    entry.add("id", rule);
    entry.add("paths", Node::list())
        .append(dockerfile ? dockerFolder(service) + "Dockerfile"
                           : "kubernetes/services/" + service.name + ".yaml");
    entry.add("statement", request.say(decision.reason));
}

void addWaiver(Node &list, const Request &request, const ServicePlan &service,
               const Decision &decision)
{
    const auto &rules = request.catalogue().control(decision.control).rules;
    const auto trivy = std::ranges::find(rules, "trivy", &ToolRules::tool);
    if (trivy == rules.end())
        return;
    for (const std::string &rule : trivy->ids)
        addFinding(list, request, service, rule, decision);
}

} // namespace

yaml::Written ciTrivyIgnore(const Request &request)
{
    Node root = Node::map();
    Node &list = root.add("misconfigurations", Node::list());
    for (const ServicePlan &service : request.plan().services)
        for (const Decision &decision : service.decisions)
            if (decision.state == DecisionState::Waived)
                addWaiver(list, request, service, decision);
    return yaml::write(
        std::span(&root, 1),
        request.header({"What the waivers of the profile let pass, for trivy config",
                        "Det unntakene i profilen slipper gjennom, for trivy config"}),
        request.commenter());
}

} // namespace skanse::render
