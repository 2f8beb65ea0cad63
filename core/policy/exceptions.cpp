// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>

namespace skanse::policy {

namespace {

using enum ControlId;

/// Where scanners begin to believe that a number is nobody's on the host.
constexpr std::int64_t kHighNumber = 10000;

bool hasSecretName(const ServicePlan &service)
{
    const auto isNamedSo = [](std::string_view name) {
        return name.find("SECRET") != std::string_view::npos;
    };
    return std::ranges::any_of(service.secrets,
                               [&](const SecretPlan &secret) {
                                   return secret.use == SecretUse::Variable
                                       && isNamedSo(secret.variable);
                               })
        || std::ranges::any_of(service.environment, [&](const Variable &one) {
               return isNamedSo(one.name)
                   && (one.value.starts_with('/') || one.value.starts_with("file:/"));
           });
}

bool holds(ExceptionId id, const Plan &plan, const ServicePlan &service)
{
    const bool cluster = plan.wants(Target::Kubernetes);
    switch (id) {
    case ExceptionId::NativeUser:
        return cluster && service.applied(non_root)
            && (service.uid <= kHighNumber || service.gid <= kHighNumber);
    case ExceptionId::OpenDigest:
        return cluster && service.image.digest.empty();
    case ExceptionId::OneReplica:
        return cluster && !service.stateful && service.replicas == 1;
    case ExceptionId::SecretFileName:
        return cluster && hasSecretName(service);
    case ExceptionId::NoHealthProgram:
        return service.image.build && service.health.command.empty();
    case ExceptionId::ProfilesAsFields:
        return cluster && (service.applied(seccomp) || service.applied(apparmor));
    case ExceptionId::NamespaceLimits:
    case ExceptionId::YamlForm:
        break;
    }
    return false;
}

bool holdsForAll(ExceptionId id, const Plan &plan)
{
    return id == ExceptionId::YamlForm
        || (id == ExceptionId::NamespaceLimits && plan.wants(Target::Kubernetes));
}

} // namespace

void planExceptions(Context &context)
{
    Plan &plan = context.plan;
    for (std::size_t i = 0; i < kExceptionCount; ++i) {
        const auto id = static_cast<ExceptionId>(i);
        ExceptionPlan found{id, {}};
        if (holdsForAll(id, plan))
            found.subjects.push_back(kWholeWorkload);
        for (std::size_t service = 0; service < plan.services.size(); ++service)
            if (holds(id, plan, plan.services[service]))
                found.subjects.push_back(static_cast<int>(service));
        if (!found.subjects.empty())
            plan.exceptions.push_back(std::move(found));
    }
}

} // namespace skanse::policy
