// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/resolve.h"

#include "core/policy/context.h"

#include <algorithm>

namespace skanse {

namespace policy {

bool Context::waives(std::size_t service, ControlId control) const
{
    const Service *answers_ = answersOf(service);
    return answers_ != nullptr && catalogue.control(control).waivable
        && std::ranges::find(answers_->waivers, toString(control), &Waiver::control)
               != answers_->waivers.end();
}

int Context::serviceNamed(std::string_view name) const
{
    for (std::size_t i = 0; i < plan.services.size(); ++i)
        if (plan.services[i].name == name)
            return static_cast<int>(i);
    return -1;
}

void planWorkload(Context &context)
{
    const Workload &workload = context.answers.workload;
    Plan &plan = context.plan;
    plan.name = workload.name;
    plan.description = workload.description;
    plan.owner = workload.owner;
    plan.client = workload.client;
    plan.environment = workload.environment;
    plan.nameSpace = workload.nameSpace.empty() ? workload.name : workload.nameSpace;
    plan.hostname = workload.hostname;
    plan.ingressNamespace =
        workload.ingressNamespace.empty() ? "ingress-nginx" : workload.ingressNamespace;
    plan.targets = workload.targets;
    std::ranges::sort(plan.targets);
    plan.comments = workload.comments;
    plan.language =
        workload.language == LanguageChoice::Bokmal ? Language::Bokmal : Language::English;
    plan.tls = workload.tls == TlsChoice::Files;
}

} // namespace policy

Resolution resolve(const Answers &answers, const Catalogue &catalogue,
                   std::shared_ptr<const Evidence> evidence)
{
    policy::Context context{answers, catalogue, {}, {}};
    context.plan.loaded = evidence ? std::move(evidence) : std::make_shared<const Evidence>();
    policy::planWorkload(context);
    policy::planServices(context);
    policy::planFlows(context);
    policy::planEntry(context);
    policy::planResources(context);
    policy::planNetworks(context);
    policy::planHost(context);
    policy::planRegion(context);
    policy::planControls(context);
    policy::planAttempts(context);
    policy::planExceptions(context);
    policy::planEvidence(context);
    policy::planChecklist(context);
    policy::checkServices(context);
    policy::checkNetwork(context);
    policy::checkResources(context);
    policy::checkRegion(context);
    std::ranges::stable_sort(context.diagnostics, {}, &Diagnostic::severity);
    return {std::move(context.plan), std::move(context.diagnostics)};
}

} // namespace skanse
