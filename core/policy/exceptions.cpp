// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>

namespace skanse::policy {

namespace {

using enum ControlId;

/// Where scanners begin to believe that a number is nobody's on the host.
constexpr std::int64_t kHighNumber = 10000;

/// Whether a variable with the path of a file has a name with one of the words, in any case.
bool namesFileLike(const ServicePlan &service, std::initializer_list<std::string_view> words)
{
    const auto isLike = [&](std::string name) {
        std::ranges::transform(name, name.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
        return std::ranges::any_of(
            words, [&](std::string_view word) { return name.find(word) != std::string::npos; });
    };
    const auto isPath = [](const std::string &value) {
        return value.starts_with('/') || value.starts_with("file:/");
    };
    return std::ranges::any_of(service.secrets,
                               [&](const SecretPlan &secret) {
                                   return secret.use == SecretUse::Variable
                                       && isLike(secret.variable);
                               })
        || std::ranges::any_of(service.environment, [&](const Variable &one) {
               return isPath(one.value) && isLike(one.name);
           });
}

/// Whether another service is published under a number of this one, at another address or protocol.
bool sharesHostPort(const Plan &plan, const ServicePlan &service)
{
    return std::ranges::any_of(plan.services, [&](const ServicePlan &other) {
        return &other != &service && std::ranges::any_of(other.ports, [&](const PortPlan &theirs) {
            return std::ranges::any_of(service.ports, [&](const PortPlan &ours) {
                return ours.publication && theirs.publication
                    && ours.publication->hostPort == theirs.publication->hostPort;
            });
        });
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
        return cluster && namesFileLike(service, {"SECRET"});
    case ExceptionId::PathInVariable:
        return cluster && namesFileLike(service, {"PASS", "PWD", "KEY", "TOKEN", "SECRET", "CRED"});
    case ExceptionId::NoHealthProgram:
        return service.image.build && service.health.command.empty();
    case ExceptionId::LowPort:
        return cluster && service.applied(unprivileged_port) && service.lowPortSysctl;
    case ExceptionId::SamePort:
        return plan.wants(Target::Compose) && sharesHostPort(plan, service);
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
