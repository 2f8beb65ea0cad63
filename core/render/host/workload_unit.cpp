// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/files.h"
#include "core/text/line_writer.h"

namespace skanse::render {

namespace {

/// Time to stop every service, one after the other, and half a minute for Docker itself.
std::int64_t stopSeconds(const Plan &plan)
{
    std::int64_t seconds = 30;
    for (const ServicePlan &service : plan.services)
        seconds += (service.stopGrace.milliseconds + 999) / 1000;
    return seconds;
}

/// What has to be there first, and where the engine listens if not at Docker's own socket.
struct EngineUnit {
    std::string_view first;
    std::string_view environment;
    std::string_view target;
};

EngineUnit unitOf(const HostPlan &host)
{
    switch (host.engine) {
    case ContainerEngine::Docker:
        break;
    case ContainerEngine::DockerRootless: // a unit of the user, whose folder %t is
        return {"ConditionUser=skanse\nWants=docker.service\nAfter=docker.service\n",
                "Environment=DOCKER_HOST=unix://%t/docker.sock\n", "default.target"};
    case ContainerEngine::Podman:
        return {"Wants=podman.socket network-online.target\n"
                "After=podman.socket network-online.target\n",
                "Environment=DOCKER_HOST=unix:///run/podman/podman.sock\n", "multi-user.target"};
    }
    return {"Wants=docker.service network-online.target\n"
            "After=docker.service network-online.target\n",
            "", "multi-user.target"};
}

} // namespace

/// Docker does not start a container with a bounded restart policy again when the machine starts
/// (docker run reference, restart policies), so something else has to. Wants, not Requires: a restart of
/// the daemon must not stop what live-restore keeps running.
Text hostWorkloadUnit(const Request &request)
{
    const Plan &plan = request.plan();
    const EngineUnit unit = unitOf(plan.host);
    const Origin starting = hostWhy(request, ControlId::bounded_restart);
    const Origin stopping = hostWhy(request, ControlId::graceful_stop);
    LineWriter out(request.commenter());
    out.header(
        request.header({"Starts the workload with the machine and stops it in good order. To "
                        "/etc/systemd/system/",
                        "Starter arbeidslasten med maskinen og stopper den ryddig. Til "
                        "/etc/systemd/system/"}));
    out.line("[Unit]\n"
             "Description=Skanse workload "
                 + plan.name + "\n" + std::string(unit.first)
                 + "\n"
                   "[Service]\n"
                   "Type=oneshot\n"
                   "RemainAfterExit=yes\n"
                 + std::string(unit.environment) + "WorkingDirectory=/opt/" + plan.name
                 + "\n"
                   "ExecStart=/usr/bin/docker compose up --detach --no-build\n"
                   "TimeoutStartSec=10min",
             starting);
    out.line("ExecStop=/usr/bin/docker compose stop\n"
             "TimeoutStopSec="
                 + std::to_string(stopSeconds(plan)),
             stopping);
    out.blank();
    out.line("[Install]\nWantedBy=" + std::string(unit.target), starting);
    return out.take();
}

} // namespace skanse::render
