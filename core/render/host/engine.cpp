// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/host/files.h"
#include "core/render/template_block.h"
#include "core/text/encode.h"
#include "core/text/line_writer.h"

/// What the engines other than Docker as root need, and the script that installs any of them.
namespace skanse::render {

namespace {

using enum ControlId;

/// A fingerprint as gpg prints it.
std::string withoutSpaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// What is installed from Docker's repository and from the distribution's.
std::string packagesOf(const Plan &plan)
{
    switch (plan.host.engine) {
    case ContainerEngine::Docker:
        break;
    case ContainerEngine::DockerRootless:
        return std::string("docker-ce docker-ce-cli docker-ce-rootless-extras containerd.io "
                           "docker-buildx-plugin docker-compose-plugin slirp4netns ")
             + (usesApt(plan) ? "uidmap dbus-user-session" : "shadow-utils");
    case ContainerEngine::Podman:
        return std::string("podman netavark aardvark-dns docker-ce-cli docker-compose-plugin");
    }
    return "docker-ce docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin";
}

std::string startPart(const Plan &plan)
{
    switch (plan.host.engine) {
    case ContainerEngine::Docker:
        break;
    case ContainerEngine::DockerRootless:
        return filled("host/install/start-rootless.sh", {{"user", plan.host.engineUser}}).text;
    case ContainerEngine::Podman:
        return filled("host/install/start-podman.sh").text;
    }
    return filled("host/install/start-docker.sh").text;
}

} // namespace

Text hostInstallEngine(const Request &request)
{
    const Plan &plan = request.plan();
    const SystemFacts &system = *plan.host.system;
    LineWriter out(request.commenter());
    out.line("#!/bin/sh");
    out.header(request.header({"Installs the container engine. To "
                               "/usr/local/sbin/skanse-install-engine; may be run again.",
                               "Installerer containermotoren. Til "
                               "/usr/local/sbin/skanse-install-engine; kan kjøres igjen."}));
    out.header(std::vector<std::string>{std::string(request.say(StaticProse{
        "Compare the fingerprint below with the one on Docker's installation page for your system "
        "before the first use: another key is refused.",
        "Sammenlign fingeravtrykket under med det på Dockers installasjonsside for systemet ditt "
        "før "
        "første bruk: en annen nøkkel avvises."}))});
    const Origin why = hostWhy(request, host_updates, "host.engine");
    out.line("fingerprint=" + encode::shellWord(withoutSpaces(system.dockerKey)), why);
    out.line("repository=" + encode::shellWord(system.dockerRepository), why);
    out.line("suite=" + encode::shellWord(system.dockerSuite), why);
    out.line("packages=" + encode::shellWord(packagesOf(plan)), why);
    out.line(usesApt(plan) ? "key=/etc/apt/keyrings/docker.asc" : "key=/etc/pki/rpm-gpg/docker.asc",
             why);
    out.blank();
    out.line(filled("host/install/key.sh").text, why);
    out.line(filled(usesApt(plan) ? "host/install/apt.sh" : "host/install/dnf.sh").text, why);
    out.line(startPart(plan), why);
    return out.take();
}

Text hostContainersConf(const Request &request)
{
    const Plan &plan = request.plan();
    LineWriter out(request.commenter());
    out.header(request.header({"Podman. To /etc/containers/containers.conf.d/60-skanse.conf",
                               "Podman. Til /etc/containers/containers.conf.d/60-skanse.conf"}));
    const Origin limits = hostWhy(request, {daemon_limits, open_files_limit});
    const Origin privileges = hostWhy(request, daemon_privileges);
    const Origin logs = hostWhy(request, {daemon_logs, log_rotation});
    const Origin network = hostWhy(request, daemon_network, "host.adminNetworks");
    out.line("[containers]");
    out.comment(request.say(StaticProse{"A container gets no capability that it does not ask for.",
                                        "En container får ingen capability den ikke ber om."}));
    out.line("default_capabilities = []", privileges);
    out.line("default_ulimits = [\"nofile=65536:65536\"]", limits);
    out.line("log_driver = \"" + std::string(plan.logs.driver) + "\"", logs);
    out.line("log_size_max = " + std::to_string(plan.logs.fileSize.value), logs);
    out.blank();
    out.line("[network]");
    out.line("network_backend = \"netavark\"", network);
    std::string pools;
    for (const Network &base : plan.host.addressPools)
        pools += (pools.empty() ? "" : ", ")
               + fill("{\"base\" = \"{}\", \"size\" = {}}", skanse::toString(base),
                      plan.host.subnetLength);
    out.line("default_subnet_pools = [" + pools + "]", network);
    return out.take();
}

Text hostDelegate(const Request &request)
{
    LineWriter out(request.commenter());
    out.header(
        request.header({"Lets the engine without root limit memory, CPU, I/O and processes. To "
                        "/etc/systemd/system/user@.service.d/60-skanse.conf",
                        "Lar motoren uten root begrense minne, CPU, I/O og prosesser. Til "
                        "/etc/systemd/system/user@.service.d/60-skanse.conf"}));
    out.line("[Service]\nDelegate=cpu cpuset io memory pids",
             hostWhy(request, {memory_limit, cpu_limit, pids_limit, io_weight}, "host.engine"));
    return out.take();
}

} // namespace skanse::render
