// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/host/files.h"
#include "core/render/secrets/files.h"
#include "core/render/template_block.h"
#include "core/text/encode.h"
#include "core/text/line_writer.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <utility>

namespace skanse::render {

namespace {

using enum ControlId;

constexpr std::int64_t kMebibyte = 1LL << 20U;
constexpr std::int64_t kGibibyte = 1LL << 30U;

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

/// Writes verify-host.sh: functions from the template, then one call for each thing to check. The script
/// only reads.
class VerifyScript
{
public:
    VerifyScript(const Request &request, const std::vector<InstalledFile> &files)
        : m_request(request)
        , m_plan(request.plan())
        , m_files(files)
        , m_out(request.commenter())
    {
    }

    Text write()
    {
        m_out.line("#!/bin/sh");
        m_out.header(m_request.header({"Checks a server against the plan. Reads only, changes "
                                       "nothing; run it with sudo to check everything.",
                                       "Kontrollerer en server mot planen. Leser bare, endrer "
                                       "ingenting; kjør med sudo for å kontrollere alt."}));
        m_out.header(std::vector<std::string>{std::string(
            m_request.say(StaticProse{"Exit code: 0 nothing failed, 1 something failed.",
                                      "Sluttkode: 0 ingenting feilet, 1 noe feilet."}))});
        m_out.blank();
        functions();
        m_out.blank();
        machine();
        access();
        kernel();
        network();
        docker();
        upkeep();
        for (const InstalledFile &file : m_files)
            call("check_same",
                 {std::string_view(file.path).substr(file.path.find('/') + 1), file.target},
                 file.origin);
        m_out.blank();
        m_out.line(fill("printf '\\n%s\\n' \"{} $passed, {} $failed, {} $skipped\"",
                        m_request.say(StaticProse{"passed", "bestått"}),
                        m_request.say(StaticProse{"failed", "feilet"}),
                        m_request.say(StaticProse{"not checked", "ikke kontrollert"})));
        m_out.line("[ \"$failed\" -eq 0 ]");
        return m_out.take();
    }

private:
    [[nodiscard]] Origin why(const ControlSet &controls, std::string_view question = {}) const
    {
        return hostWhy(m_request, controls, question);
    }

    [[nodiscard]] std::string_view say(const StaticProse &text) const
    {
        return m_request.say(text);
    }

    void call(std::string_view function, std::initializer_list<std::string_view> arguments,
              const Origin &origin)
    {
        call(function, std::span(arguments.begin(), arguments.size()), origin);
    }

    void call(std::string_view function, std::span<const std::string_view> arguments,
              const Origin &origin)
    {
        m_call = function;
        for (const std::string_view argument : arguments) {
            m_call += ' ';
            m_call += encode::shellWord(argument);
        }
        m_out.line(m_call, origin);
    }

    void functions()
    {
        const auto word = [this](const StaticProse &text) { return std::string(say(text)); };
        const Text text = filled(
            "host/verify-host.sh",
            {{"fail", word({"FAIL", "FEIL"})},
             {"shared-kernel", word({"shared kernel, no boundary", "delt kjerne, ingen grense"})},
             {"emulation", word({"emulated, not KVM", "emulert, ikke KVM"})},
             {"not-found", word({"not found", "finnes ikke"})},
             {"needs-root", word({"needs root", "krever root"})},
             {"no-answer", word({"no answer", "svarer ikke"})},
             {"local-socket", word({"local socket only", "bare lokal socket"})},
             {"reboot", word({"a reboot is needed", "omstart trengs"})},
             {"rules", word({"rules", "regler"})}});
        m_out.line(text.text);
    }

    void machine()
    {
        const MachinePlan &machine = m_plan.host.machine;
        call("check_own_kernel", {say({"own kernel", "egen kjerne"})}, why(own_kernel));
        for (const std::string &flag : m_plan.host.cpuFlags)
            call("check_cpu", {flag}, why(capacity));
        m_out.line(fill("at_least vCPU \"$(nproc)\" {} vCPU", machine.vcpu),
                   why(capacity, "host.vcpu"));
        // The kernel keeps a part for itself before it counts.
        m_out.line(fill("at_least {} \"$(memory_mib)\" {} MiB",
                        encode::shellWord(say({"memory", "minne"})),
                        machine.memory.value / kMebibyte * 9 / 10),
                   why(capacity, "host.memory"));
        m_out.line(
            fill("at_least disk \"$(disk_gib)\" {} GiB", machine.disk.value / kGibibyte * 9 / 10),
            why(capacity, "host.disk"));
        call("check_disk", {say({"disk less than 80 % full", "disk under 80 % full"})},
             why(disk_check));
        call("check_unit", {"fstrim.timer", "fstrim.timer"}, why(disk_check));
    }

    void access()
    {
        const Origin origin = why(ssh_keys_only);
        call("check_sshd", {"port", std::to_string(m_plan.host.sshPort)},
             why(ssh_keys_only, "host.sshPort"));
        call("check_sshd", {"allowusers", m_plan.host.adminUser},
             why(ssh_keys_only, "host.adminUser"));
        for (const SshdFact &fact : m_request.catalogue().host.sshd)
            call("check_sshd", {lower(fact.key), fact.value}, origin);
    }

    void kernel()
    {
        for (const HostSysctl &setting : m_plan.host.sysctls)
            call("check_sysctl", {setting.key, setting.value}, why(kernel_baseline));
    }

    void network()
    {
        call("check_packet_filter", {say({"packet filter loaded", "pakkefilter lastet"})},
             why(packet_filter));
        call("check_unit",
             {say({"packet filter at boot", "pakkefilter ved oppstart"}),
              "skanse-packet-filter.service"},
             why(packet_filter));
        const auto openings = declaredOpenings(m_plan);
        std::vector<std::string_view> published{
            say({"published: only what was declared", "publisert: bare det oppgitte"})};
        published.insert(published.end(), openings.begin(), openings.end());
        call("check_published", published,
             why({packet_filter, edge_proxy, loopback_binding}, "service.port.exposure"));
    }

    void docker()
    {
        call("check_docker_socket",
             {say({"no Docker API on the network", "intet Docker-API på nettet"})},
             why(daemon_privileges));
        call("check_docker_group", {say({"nobody in the docker group", "ingen i docker-gruppen"})},
             why(daemon_privileges));
        call("check_docker_option", {"no-new-privileges"},
             why({daemon_privileges, no_privilege_escalation}));
        call("check_docker_option", {"seccomp"}, why(daemon_privileges));
        call("check_docker_option", {m_plan.host.system->mac}, why({}, "host.system"));
        if (m_plan.host.userNamespaces)
            call("check_docker_option", {"userns"},
                 why({daemon_userns, user_namespace}, "host.userNamespaces"));
        call("check_docker",
             {"docker live-restore", "true", "info", "--format", "{{.LiveRestoreEnabled}}"},
             why(daemon_live_restore));
        call("check_docker",
             {"docker log-driver", "local", "info", "--format", "{{.LoggingDriver}}"},
             why({daemon_logs, log_rotation}));
        call("check_docker",
             {"docker icc", "false", "network", "inspect", "bridge", "--format",
              "{{index .Options \"com.docker.network.bridge.enable_icc\"}}"},
             why(daemon_network));
    }

    void upkeep()
    {
        const std::string_view updates =
            say({"security updates by themselves", "automatiske sikkerhetsoppdateringer"});
        if (usesApt(m_plan))
            call("check_apt_updates", {updates}, why(host_updates));
        else
            call("check_unit", {updates, "dnf-automatic.timer"}, why(host_updates));
        call("check_reboot", {say({"running the newest kernel", "kjører nyeste kjerne"})},
             why(host_updates));
        call("check_time", {say({"clock synchronised", "klokken er synkronisert"})},
             why(time_sync));
        call("check_audit", {say({"audit rules for Docker", "revisjonsregler for Docker"})},
             why(audit_docker));
        call(
            "check_secrets",
            {say({"secret files closed to everybody else", "hemmeligheter lukket for alle andre"})},
            why(secret_files));
        if (m_plan.wants(Target::Compose))
            secretRights();
    }

    /// The rights that secrets/README.md sets.
    void secretRights()
    {
        if (m_plan.host.userNamespaces) {
            m_out.line("first_uid=$(remapped /etc/subuid)", why(daemon_userns));
            m_out.line("first_gid=$(remapped /etc/subgid)", why(daemon_userns));
        }
        for (const SecretFile &file : secretFiles(m_plan)) {
            if (file.readers.empty())
                continue;
            SecretRights rights = file.rights();
            const std::string_view owner = rights.owner;
            const std::size_t colon = owner.find(':');
            // With an access list the group's place in the mode shows the mask.
            std::vector<std::string_view> arguments{
                file.name, owner.substr(0, colon), owner.substr(colon + 1),
                rights.listed.empty() ? std::string_view(rights.mode).substr(1) : "440"};
            std::ranges::sort(rights.listed, {},
                              [](const std::string &user) { return std::pair(user.size(), user); });
            const auto repeated = std::ranges::unique(rights.listed);
            arguments.insert(arguments.end(), rights.listed.begin(), repeated.begin());
            call("check_secret", arguments, why(secret_files, "service.secrets"));
        }
    }

    const Request &m_request;
    const Plan &m_plan;
    const std::vector<InstalledFile> &m_files;
    LineWriter m_out;
    std::string m_call; ///< kept for its room
};

} // namespace

Text hostVerifyScript(const Request &request, const std::vector<InstalledFile> &files)
{
    return VerifyScript(request, files).write();
}

} // namespace skanse::render
