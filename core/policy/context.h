// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/fill.h"
#include "core/policy/resolve.h"

/// The steps of resolve(). Each fills its part of the plan and reports what it finds; they run in this
/// order.
namespace skanse::policy {

/// Sums of memory or disk stop here: 256 PiB.
inline constexpr Bytes kLargestSum{1LL << 58U};

struct Context {
    const Answers &answers;
    const Catalogue &catalogue;
    Plan plan;
    Diagnostics diagnostics;

    void report(Severity severity, std::string_view id, std::string path, std::string_view question,
                Prose message, Prose advice = {})
    {
        diagnostics.push_back({std::string(id),
                               severity,
                               std::move(path),
                               std::string(question),
                               std::move(message),
                               std::move(advice),
                               {}});
    }
    /// The answers of a planned service; nothing for a generated one.
    [[nodiscard]] const Service *answersOf(std::size_t service) const
    {
        return service < answers.services.size() ? &answers.services[service] : nullptr;
    }
    [[nodiscard]] bool waives(std::size_t service, ControlId control) const;
    [[nodiscard]] int serviceNamed(std::string_view name) const; ///< -1: none
};

void planWorkload(Context &context);
void planServices(
    Context &context); ///< image, identity, ports, paths, secrets, environment, health
void planResources(Context &context);
void planFlows(Context &context);    ///< peers, proxies, publications, routes
void planEntry(Context &context);    ///< where the cluster's ingress leads
void planNetworks(Context &context); ///< Compose networks, start order
void planHost(Context &context);
void planRegion(Context &context);
void planControls(Context &context);   ///< a decision for every control
void planAttempts(Context &context);   ///< what the drill tries; needs the decisions
void planExceptions(Context &context); ///< findings of scanners that stay; needs the decisions
void planEvidence(Context &context);   ///< how far the decisions were seen to hold
void planChecklist(Context &context);  ///< which items, and which are done
void checkServices(Context &context);
void checkNetwork(Context &context);
void checkResources(Context &context);
void checkRegion(Context &context);

inline std::string pathOf(const Service &service)
{
    return "services." + service.name;
}

} // namespace skanse::policy
