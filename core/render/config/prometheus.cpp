// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/config/blocks.h"
#include "core/yaml/writer.h"

#include <algorithm>

namespace skanse::render {

namespace {

bool hasMetrics(ApplicationProtocol application)
{
    return application == ApplicationProtocol::Metrics || application == ApplicationProtocol::Http
        || application == ApplicationProtocol::Https;
}

} // namespace

/// One job for each declared flow to a port that can serve metrics.
void prometheusTargets(const ConfigContext &context, LineWriter &out)
{
    const Plan &plan = context.request.plan();
    for (const Flow *flow : plan.flowsFrom(context.request.indexOf(context.service))) {
        if (flow->to.kind != Endpoint::Kind::Service)
            continue;
        const ServicePlan &target = plan.services[static_cast<std::size_t>(flow->to.service)];
        const auto port = std::ranges::find(target.ports, flow->port, &PortPlan::port);
        if (port == target.ports.end() || !hasMetrics(port->application))
            continue;
        const std::string address = target.name + ":" + std::to_string(flow->port);
        out.line(fill("- job_name: {}\n"
                      "{}"
                      "  sample_limit: 20000\n"
                      "  static_configs:\n"
                      "    - targets: [{}]",
                      yaml::quoted(target.name + "-" + port->name),
                      port->application == ApplicationProtocol::Https ? "  scheme: https\n" : "",
                      yaml::quoted(address)),
                 context.request.from(context.service, "service.peers"));
    }
}

} // namespace skanse::render
