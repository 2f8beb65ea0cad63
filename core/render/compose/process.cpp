// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/compose/parts.h"

#include "core/render/build_paths.h"
#include "core/text/encode.h"

namespace skanse::render::composefile {

using enum ControlId;
using yaml::Node;

Node text(std::string_view value)
{
    return encode::composeScalar(value);
}

Node words(const std::vector<std::string> &values)
{
    Node list = Node::list();
    for (const auto &value : values)
        list.append(text(value));
    list.flow();
    return list;
}

bool hasHealthCheck(const ServicePlan &service)
{
    return service.applied(health_check) && !service.health.command.empty();
}

void addImage(const Request &request, const ServicePlan &service, Node &node)
{
    node.add("image", text(service.image.pinned()))
        .why(request.why(service, image_pinned, "service.image"));
}

void addBuild(const Request &request, const ServicePlan &service, Node &node)
{
    if (!service.image.build)
        return;
    const BuildPaths paths = buildPaths(service);
    Node &build = node.add("build", Node::map());
    build.add("context", text(paths.context)).why(request.from(service, "service.context"));
    build.add("dockerfile",
              paths.needsWorkingFolder ? Node(paths.dockerfile) : text(paths.dockerfile));
}

/// Without this Compose first asks the registry for the name and takes what a stranger put there.
void addPullPolicy(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.image.build)
        node.add("pull_policy", "build").why(request.why(service, image_pinned, "service.origin"));
}

void addCommand(const Request &request, const ServicePlan &service, Node &node)
{
    if (!service.arguments.empty())
        node.add("command", words(service.arguments))
            .why(request.from(service, "service.arguments"));
}

void addEntrypoint(const Request &request, const ServicePlan &service, Node &node)
{
    if (!service.command.empty())
        node.add("entrypoint", words(service.command))
            .why(request.from(service, "service.command"));
}

void addUser(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.applied(non_root))
        node.add("user", std::to_string(service.uid) + ":" + std::to_string(service.gid))
            .why(request.why(service, non_root, "service.uid"));
}

void addInit(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.init && service.applied(init_process))
        node.add("init", true).why(request.why(service, init_process, "service.preset"));
}

void addStopSignal(const Request &request, const ServicePlan &service, Node &node)
{
    if (!service.stopSignal.empty())
        node.add("stop_signal", text(service.stopSignal))
            .why(request.why(service, graceful_stop, "service.stopSignal"));
}

void addStopGrace(const Request &request, const ServicePlan &service, Node &node)
{
    node.add("stop_grace_period", toString(service.stopGrace))
        .why(request.why(service, graceful_stop, "service.stopGrace"));
}

void addRestart(const Request &request, const ServicePlan &service, Node &node)
{
    node.add("restart", service.restart == Restart::OnFailure ? "on-failure:5" : "unless-stopped")
        .why(request.why(service, bounded_restart, "service.storage"));
}

void addHealth(const Request &request, const ServicePlan &service, Node &node)
{
    if (!hasHealthCheck(service))
        return;
    const HealthPlan &plan = service.health;
    std::vector<std::string> test{"CMD"};
    test.insert(test.end(), plan.command.begin(), plan.command.end());
    Node &health = node.add("healthcheck", Node::map())
                       .why(request.why(service, health_check, "service.health.command"));
    health.add("test", words(test));
    health.add("interval", toString(plan.interval));
    health.add("timeout", toString(plan.timeout));
    health.add("retries", plan.retries);
    health.add("start_period", toString(plan.start));
}

} // namespace skanse::render::composefile
