// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/let_pass.h"

#include <algorithm>

namespace skanse::render {

namespace {

std::string_view questionOf(ExceptionId id)
{
    switch (id) {
    case ExceptionId::NativeUser:
        return "service.uid";
    case ExceptionId::OpenDigest:
        return "service.digest";
    case ExceptionId::OneReplica:
        return "service.replicas";
    case ExceptionId::SecretFileName:
    case ExceptionId::PathInVariable:
        return "service.secrets";
    case ExceptionId::NoHealthProgram:
        return "service.health.command";
    case ExceptionId::LowPort:
        return "service.port.container";
    case ExceptionId::SamePort:
        return "service.port.hostPort";
    case ExceptionId::NamespaceLimits:
    case ExceptionId::ProfilesAsFields:
    case ExceptionId::YamlForm:
        break;
    }
    return "service.preset";
}

void add(std::vector<LetPass> &found, const std::vector<ToolRules> &rules, std::string_view tool,
         const std::string &reason, std::string_view question)
{
    for (std::string &rule : rulesFor(rules, tool))
        if (std::ranges::find(found, rule, &LetPass::rule) == found.end())
            found.push_back({std::move(rule), reason, question});
}

} // namespace

std::vector<LetPass> letPass(const Request &request, const ServicePlan &service,
                             std::string_view tool)
{
    std::vector<LetPass> found;
    const Catalogue &catalogue = request.catalogue();
    for (const Decision &decision : service.decisions)
        if (decision.state == DecisionState::Waived)
            add(found, catalogue.control(decision.control).rules, tool,
                request.say(decision.reason), "service.waiver.control");
    for (const ExceptionPlan &plan : request.plan().exceptions)
        if (request.plan().has(plan.id, request.indexOf(service)))
            add(found, catalogue.exception(plan.id).rules, tool,
                request.say(catalogue.exception(plan.id).title), questionOf(plan.id));
    return found;
}

} // namespace skanse::render
