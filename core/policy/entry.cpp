// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

namespace skanse::policy {

/// The ingress leads to what answers the public by HTTP on a Docker host: port 80 there, else the first.
void planEntry(Context &context)
{
    Plan &plan = context.plan;
    if (plan.hostname.empty())
        return;
    for (std::size_t service = 0; service < plan.services.size(); ++service) {
        const auto &ports = plan.services[service].ports;
        for (std::size_t port = 0; port < ports.size(); ++port) {
            const auto &publication = ports[port].publication;
            if (!publication || !publication->everybody
                || ports[port].application != ApplicationProtocol::Http)
                continue;
            const bool isUsual = publication->hostPort == 80;
            if (!plan.entry || isUsual)
                plan.entry = EntryPlan{static_cast<int>(service), port};
            if (isUsual)
                return;
        }
    }
}

} // namespace skanse::policy
