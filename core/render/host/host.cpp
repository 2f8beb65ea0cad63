// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/files.h"
#include "core/render/parts.h"

#include <algorithm>

namespace skanse::render {

namespace {

using enum ControlId;

Artifact artifact(std::string path, Syntax syntax, Text text, bool executable = false)
{
    return {std::move(path), syntax, std::move(text.text), std::move(text.spans), executable};
}

InstalledFile updatesFile(const Request &request)
{
    const Origin origin = hostWhy(request, host_updates, "host.system");
    if (usesApt(request.plan()))
        return {"host/apt-52-skanse.conf",
                "/etc/apt/apt.conf.d/52skanse",
                Syntax::Conf,
                false,
                hostUpdates(request),
                origin};
    return {"host/dnf-automatic.conf",
            "/etc/dnf/automatic.conf",
            Syntax::Conf,
            true,
            hostUpdates(request),
            origin};
}

void engineFiles(const Request &request, std::vector<InstalledFile> &files)
{
    const auto why = [&](const ControlSet &controls, std::string_view question = {}) {
        return hostWhy(request, controls, question);
    };
    const bool rootless = request.plan().host.engine == ContainerEngine::DockerRootless;
    if (request.plan().host.engine == ContainerEngine::Podman)
        files.push_back(
            {"host/containers.conf", "/etc/containers/containers.conf.d/60-skanse.conf",
             Syntax::Conf, false, hostContainersConf(request),
             why({daemon_network, daemon_privileges, daemon_logs, daemon_limits}, "host.engine")});
    else
        files.push_back({"host/daemon.json",
                         rootless ? "/etc/skanse/daemon.json" : "/etc/docker/daemon.json",
                         Syntax::Json, false, hostDaemonJson(request),
                         why({daemon_network, daemon_live_restore, daemon_privileges, daemon_logs,
                              daemon_limits, daemon_userns, graceful_stop})});
    if (rootless)
        files.push_back({"host/skanse-user-delegate.conf",
                         "/etc/systemd/system/user@.service.d/60-skanse.conf", Syntax::Conf, false,
                         hostDelegate(request),
                         why({memory_limit, cpu_limit, pids_limit, io_weight}, "host.engine")});
    files.push_back({"host/install-engine.sh", "/usr/local/sbin/skanse-install-engine",
                     Syntax::Shell, false, hostInstallEngine(request),
                     why(host_updates, "host.engine"), true});
    if (request.plan().wants(Target::Compose))
        files.push_back({"host/skanse-workload.service",
                         rootless ? "/etc/systemd/user/skanse-workload.service"
                                  : "/etc/systemd/system/skanse-workload.service",
                         Syntax::Conf, false, hostWorkloadUnit(request),
                         why({bounded_restart, graceful_stop})});
}

} // namespace

Origin hostWhy(const Request &request, const ControlSet &controls, std::string_view question)
{
    Origin origin{{}, question, -1};
    controls.forEach([&](ControlId id) {
        const auto has = [id](const ServicePlan &service) { return service.applied(id); };
        if (request.plan().applied(id) || std::ranges::any_of(request.plan().services, has))
            origin.controls.insert(id);
    });
    return origin;
}

bool usesApt(const Plan &plan)
{
    return plan.host.system->packages == "apt";
}

bool usesSelinux(const Plan &plan)
{
    return plan.host.system->mac == "selinux";
}

const std::string &systemName(const Plan &plan)
{
    return plan.host.system->name;
}

std::string sshRestart(const Plan &plan)
{
    const std::string &unit = plan.host.system->sshUnit;
    if (!unit.ends_with(".socket"))
        return "systemctl restart " + unit;
    // The socket opens the port; a running service behind it still has the old settings.
    return "systemctl daemon-reload && systemctl restart " + unit + " && systemctl try-restart "
         + unit.substr(0, unit.find('.')) + ".service";
}

std::string_view toString(Protocol protocol)
{
    return wordOf(protocol);
}

std::vector<std::string> declaredOpenings(const Plan &plan)
{
    std::vector<std::string> openings;
    for (const OpenPort &open : plan.host.openPorts) {
        const PortPlan &port = plan.services[open.service].ports[open.port];
        std::string opening = std::to_string(port.publication->hostPort);
        opening += '/';
        opening += toString(port.protocol);
        if (!port.publication->everybody)
            opening.insert(0, port.publication->address + ":");
        openings.push_back(std::move(opening));
    }
    return openings;
}

bool bindsToLoopback(const Plan &plan)
{
    return std::ranges::none_of(plan.services, [](const ServicePlan &service) {
        return service.state(loopback_binding) == DecisionState::Waived;
    });
}

std::vector<InstalledFile> hostInstalledFiles(const Request &request)
{
    const auto why = [&](const ControlSet &controls, std::string_view question = {}) {
        return hostWhy(request, controls, question);
    };
    std::vector<InstalledFile> files;
    files.reserve(10);
    files.push_back({"host/sshd-00-skanse.conf", "/etc/ssh/sshd_config.d/00-skanse.conf",
                     Syntax::Conf, false, hostSshd(request), why(ssh_keys_only)});
    files.push_back(updatesFile(request));
    files.push_back({"host/sysctl-60-skanse.conf", "/etc/sysctl.d/60-skanse.conf", Syntax::Conf,
                     false, hostSysctl(request), why({kernel_baseline, unprivileged_port})});
    files.push_back({"host/packet-filter.nft", "/etc/skanse/packet-filter.nft", Syntax::Nftables,
                     false, hostPacketFilter(request), why({packet_filter, edge_proxy})});
    files.push_back({"host/skanse-packet-filter.service",
                     "/etc/systemd/system/skanse-packet-filter.service", Syntax::Conf, false,
                     hostPacketFilterUnit(request), why(packet_filter)});
    engineFiles(request, files);
    files.push_back({"host/audit-60-docker.rules", "/etc/audit/rules.d/60-docker.rules",
                     Syntax::Conf, false, hostAudit(request), why(audit_docker)});
    return files;
}

void host(const Request &request, Bundle &bundle)
{
    std::vector<InstalledFile> files = hostInstalledFiles(request);
    auto &artifacts = bundle.artifacts;
    artifacts.push_back(
        artifact("host/CHECKLIST.md", Syntax::Markdown, hostChecklist(request, files)));
    bundle.addYaml("host/user-data.yaml", hostUserData(request, files));
    Text verify = hostVerifyScript(request, files);
    for (InstalledFile &file : files)
        artifacts.push_back(
            artifact(file.path, file.syntax, std::move(file.text), file.executable));
    artifacts.push_back(artifact("host/verify-host.sh", Syntax::Shell, std::move(verify), true));
}

} // namespace skanse::render
