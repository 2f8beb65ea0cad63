// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/engine_commands.h"

namespace skanse::render {

namespace {

/// Sets where the engine listens; empty for Docker as root, which everything finds by itself.
std::string environment(const HostPlan &host)
{
    switch (host.engine) {
    case ContainerEngine::Docker:
        break;
    case ContainerEngine::DockerRootless:
        return "env DOCKER_HOST=unix:///run/user/$(id -u " + host.engineUser + ")/docker.sock ";
    case ContainerEngine::Podman:
        return "env DOCKER_HOST=unix:///run/podman/podman.sock ";
    }
    return {};
}

std::string asEngineUser(const HostPlan &host)
{
    return host.engineUser.empty() ? "sudo " : "sudo runuser -u " + host.engineUser + " -- ";
}

} // namespace

std::string composeCommand(const Plan &plan)
{
    if (!plan.wants(Target::Host))
        return "docker compose";
    return asEngineUser(plan.host) + environment(plan.host) + "docker compose";
}

std::string drillCommand(const Plan &plan)
{
    if (!plan.wants(Target::Host))
        return "sudo sh verify/drill.sh";
    const bool isPodman = plan.host.engine == ContainerEngine::Podman;
    return "sudo " + environment(plan.host) + "sh verify/drill.sh"
         + (isPodman ? " --podman --compose 'docker compose'" : "");
}

std::string systemctlCommand(const Plan &plan)
{
    const HostPlan &host = plan.host;
    if (host.engineUser.empty())
        return "sudo systemctl";
    return asEngineUser(host) + "env XDG_RUNTIME_DIR=/run/user/$(id -u " + host.engineUser
         + ") systemctl --user";
}

} // namespace skanse::render
