// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/files.h"
#include "core/text/line_writer.h"

namespace skanse::render {

namespace {

using enum ControlId;

/// Reasons of single settings are for readers who asked for explanations.
bool explains(const Request &request)
{
    return request.plan().comments == CommentChoice::Explained;
}

} // namespace

Text hostSshd(const Request &request)
{
    const HostPlan &host = request.plan().host;
    LineWriter out(request.commenter());
    out.header(request.header(
        {"SSH: keys only. To /etc/ssh/sshd_config.d/00-skanse.conf; the first value wins, so 00-.",
         "SSH: bare nøkler. Til /etc/ssh/sshd_config.d/00-skanse.conf; første verdi vinner, derfor "
         "00-."}));
    const auto why = [&](std::string_view question = {}) {
        return hostWhy(request, ssh_keys_only, question);
    };
    out.line("Port " + std::to_string(host.sshPort), why("host.sshPort"));
    out.line("AllowUsers " + host.adminUser, why("host.adminUser"));
    for (const SshdFact &fact : request.catalogue().host.sshd) {
        if (explains(request))
            out.comment(request.say(fact.why));
        out.line(fact.key + " " + fact.value, why());
    }
    return out.take();
}

Text hostSysctl(const Request &request)
{
    LineWriter out(request.commenter());
    out.header(request.header(
        {"Kernel settings. To /etc/sysctl.d/60-skanse.conf, then: sysctl --system",
         "Kjerneinnstillinger. Til /etc/sysctl.d/60-skanse.conf, deretter: sysctl --system"}));
    const Origin baseline = hostWhy(request, kernel_baseline, "host.system");
    const Origin ports = hostWhy(request, {kernel_baseline, unprivileged_port}, "host.system");
    for (const HostSysctl &setting : request.plan().host.sysctls) {
        if (explains(request))
            out.comment(request.say(setting.why));
        const bool isPort = setting.key == "net.ipv4.ip_unprivileged_port_start";
        out.line(setting.key + " = " + setting.value, isPort ? ports : baseline);
    }
    return out.take();
}

Text hostAudit(const Request &request)
{
    LineWriter out(request.commenter());
    out.header(request.header({"Audit of the engine's files. To /etc/audit/rules.d/60-docker.rules "
                               "when the engine is installed, then: augenrules --load",
                               "Revisjon av motorens filer. Til /etc/audit/rules.d/60-docker.rules "
                               "når motoren er installert, deretter: augenrules --load"}));
    const Origin why = hostWhy(request, audit_docker);
    out.comment(
        request.say(StaticProse{"Go on when a path is missing.", "Fortsett når en sti mangler."}));
    out.line("-c", why);
    const bool podman = request.plan().host.engine == ContainerEngine::Podman;
    for (const AuditRule &rule : request.catalogue().host.audit) {
        if (rule.engine != (podman ? "podman" : "docker"))
            continue;
        if (rule.packages != "any" && rule.packages != request.plan().host.system->packages)
            continue;
        out.line("-a always,exit -F " + rule.match + "=" + rule.path
                     + " -F perm=" + rule.permissions + " -k docker",
                 why);
    }
    return out.take();
}

Text hostUpdates(const Request &request)
{
    const Origin why = hostWhy(request, host_updates, "host.system");
    const StaticProse what{"Security updates by themselves; a reboot at 04:00 when one is needed.",
                           "Sikkerhetsoppdateringer av seg selv; omstart klokken 04:00 ved behov."};
    if (usesApt(request.plan())) {
        LineWriter out(request.commenter(), "// ");
        out.header(request.header(what));
        out.line("APT::Periodic::Update-Package-Lists \"1\";\n"
                 "APT::Periodic::Unattended-Upgrade \"1\";\n"
                 "Unattended-Upgrade::Remove-Unused-Kernel-Packages \"true\";\n"
                 "Unattended-Upgrade::Automatic-Reboot \"true\";\n"
                 "Unattended-Upgrade::Automatic-Reboot-Time \"04:00\";",
                 why);
        return out.take();
    }
    LineWriter out(request.commenter());
    out.header(request.header({"Security updates by themselves; a reboot when one is needed.",
                               "Sikkerhetsoppdateringer av seg selv; omstart ved behov."}));
    out.line("[commands]\n"
             "upgrade_type = security\n"
             "download_updates = yes\n"
             "apply_updates = yes\n"
             "reboot = when-needed\n"
             "\n"
             "[emitters]\n"
             "emit_via = stdio",
             why);
    return out.take();
}

} // namespace skanse::render
