// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/docker/parts.h"

namespace skanse::render::imagefile {

using enum ControlId;
using dockerfile::Instruction;

namespace {

void addLabels(const Request &request, const ServicePlan &service, Instructions &out)
{
    const Plan &plan = request.plan();
    Instruction label{
        .keyword = "LABEL",
        .arguments = {"org.opencontainers.image.title=" + plan.name + "-" + service.name},
        .origin = request.from(service, "workload.name")};
    if (!plan.description.empty())
        label.arguments.push_back("org.opencontainers.image.description=" + plan.description);
    if (!plan.owner.empty())
        label.arguments.push_back("org.opencontainers.image.vendor=" + plan.owner);
    out.push_back(std::move(label));
}

void addUser(const Request &request, const ServicePlan &service, Instructions &out)
{
    if (!service.applied(non_root))
        return;
    out.push_back({.keyword = "USER",
                   .arguments = {std::to_string(service.uid) + ":" + std::to_string(service.gid)},
                   .origin = request.why(service, {non_root, volume_ownership}, "service.uid")});
}

void addPorts(const Request &request, const ServicePlan &service, Instructions &out)
{
    Instruction expose{.keyword = "EXPOSE",
                       .origin = request.why(service, unprivileged_port, "service.ports")};
    for (const PortPlan &port : service.ports)
        expose.arguments.push_back(std::to_string(port.port)
                                   + (port.protocol == Protocol::Udp ? "/udp" : ""));
    if (!expose.arguments.empty())
        out.push_back(std::move(expose));
}

/// In seconds, "90s" or "0.5s": Docker reads "1m30s" and "500ms", too, but hadolint does not.
std::string inSeconds(Duration duration)
{
    const std::int64_t ms = duration.milliseconds;
    std::string text = std::to_string(ms / 1000);
    if (ms % 1000 != 0) {
        std::string fraction = std::to_string(1000 + ms % 1000).substr(1);
        fraction.erase(fraction.find_last_not_of('0') + 1);
        text += "." + fraction;
    }
    return text + "s";
}

void addHealth(const Request &request, const ServicePlan &service, Instructions &out)
{
    const HealthPlan &health = service.health;
    if (!service.applied(health_check) || health.command.empty())
        return;
    out.push_back({.keyword = "HEALTHCHECK",
                   .form = Instruction::Exec,
                   .arguments = health.command,
                   .origin = request.why(service, health_check, "service.health.command"),
                   .options = {"--interval=" + inSeconds(health.interval),
                               "--timeout=" + inSeconds(health.timeout),
                               "--start-period=" + inSeconds(health.start),
                               "--retries=" + std::to_string(health.retries), "CMD"}});
}

void addStart(const Request &request, const ServicePlan &service, Instructions &out)
{
    const BuildRecipe &recipe = *service.image.recipe;
    const Origin why = request.why(service, graceful_stop, "service.preset");
    if (!service.stopSignal.empty())
        out.push_back({.keyword = "STOPSIGNAL",
                       .arguments = {service.stopSignal},
                       .origin = request.why(service, graceful_stop, "service.stopSignal")});
    if (!recipe.entrypoint.empty())
        out.push_back({.keyword = "ENTRYPOINT",
                       .form = Instruction::Exec,
                       .arguments = recipe.entrypoint,
                       .origin = why});
    if (!recipe.command.empty())
        out.push_back({.keyword = "CMD",
                       .form = Instruction::Exec,
                       .arguments = recipe.command,
                       .origin = why});
}

} // namespace

void addMetadata(const Request &request, const ServicePlan &service, Instructions &out)
{
    out.push_back(Instruction::blank());
    addLabels(request, service, out);
    addUser(request, service, out);
    addPorts(request, service, out);
    addHealth(request, service, out);
    addStart(request, service, out);
}

} // namespace skanse::render::imagefile
