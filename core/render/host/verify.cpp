// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/verify.h"
#include "core/base/fill.h"
#include "core/render/secrets/files.h"
#include "core/render/template_block.h"
#include "core/text/encode.h"

#include <algorithm>
#include <set>
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

/// What must not listen beyond the machine itself, except these: "22/tcp".
std::vector<std::string> listeners(const Plan &plan)
{
    std::vector<std::string> ports{std::to_string(plan.host.sshPort) + "/tcp", "68/udp", "546/udp"};
    for (const std::string &opening : declaredOpenings(plan)) {
        const std::size_t colon = opening.rfind(':');
        ports.push_back(colon == std::string::npos ? opening : opening.substr(colon + 1));
    }
    return ports;
}

/// Numbers of the ports that the filter lets through to containers, or to the engine's helper.
std::vector<std::string> filteredPorts(const Plan &plan)
{
    std::set<std::int64_t> numbers;
    for (const OpenPort &open : plan.host.openPorts)
        numbers.insert(plan.services[open.service].ports[open.port].publication->hostPort);
    std::vector<std::string> texts;
    for (const std::int64_t number : numbers)
        texts.push_back(std::to_string(number));
    return texts;
}

/// The least that the kind of disk should reach; 0 where nothing is promised.
std::int64_t leastIops(const Request &request)
{
    const DiskKind kind = request.plan().host.diskKind;
    std::int64_t least = 0;
    if (kind != DiskKind::Unknown)
        for (const IopsBand &band : request.catalogue().host.iops)
            if (band.id.find(wordOf(kind)) != std::string::npos && band.minimum > 0)
                least = least == 0 ? band.minimum : std::min(least, band.minimum);
    return least;
}

class VerifyScript
{
public:
    VerifyScript(const Request &request, const std::vector<InstalledFile> &files)
        : m_request(request)
        , m_plan(request.plan())
        , m_files(files)
        , m_out(request.commenter())
        , m_calls(m_out)
    {
    }

    Text write()
    {
        m_out.line("#!/bin/sh");
        m_out.header(m_request.header(
            {"Checks a server against the plan. Reads only, changes nothing and sends nothing "
             "unless "
             "asked to (--help); run it with sudo to check everything.",
             "Kontrollerer en server mot planen. Leser bare, endrer ingenting og sender ingenting "
             "uten å bli bedt om det (--help); kjør med sudo for å kontrollere alt."}));
        m_out.blank();
        functions();
        machine();
        system();
        access();
        network();
        engine();
        if (m_plan.wants(Target::Compose)) {
            m_calls.group({"Containers", "Containere"});
            m_calls.check(own_kernel, why(own_kernel),
                          {"kernel as containers see it", "kjernen slik containere ser den"},
                          {"same_kernel"});
            shiftedUsers();
            verifyServices(m_request, m_calls);
            strangers();
            secretRights();
        }
        files();
        m_out.blank();
        m_out.line("finish");
        return m_out.take();
    }

private:
    [[nodiscard]] Origin why(const ControlSet &controls, std::string_view question = {}) const
    {
        return hostWhy(m_request, controls, question);
    }

    [[nodiscard]] bool isRootless() const
    {
        return m_plan.host.engine == ContainerEngine::DockerRootless;
    }
    [[nodiscard]] bool isPodman() const { return m_plan.host.engine == ContainerEngine::Podman; }

    void variable(std::string_view name, std::string_view value)
    {
        m_out.line(std::string(name) + "=" + encode::shellWord(value));
    }

    void functions()
    {
        variable("bundle_language", m_request.language() == Language::Bokmal ? "nb" : "en");
        variable("workload", m_plan.name);
        variable("engine", isPodman() ? "podman" : "docker");
        variable("engine_user", m_plan.host.engineUser);
        variable("engine_data", engineData(m_plan));
        m_out.blank();
        const auto part = [this](std::string_view path,
                                 std::initializer_list<TemplateText::Value> values = {}) {
            m_out.line(filled(path, values).text);
        };
        part("host/verify/frame.sh");
        part("host/verify/machine.sh");
        part("host/verify/system.sh",
             {{"server-version", isPodman() ? "{{.Client.Version}}" : "{{.Server.Version}}"}});
        part("host/verify/network.sh");
        part("host/verify/containers.sh",
             {{"pid", "{{.State.Pid}}"},
              {"networks", "{{range $name, $one := .NetworkSettings.Networks}}{{$name}} {{end}}"},
              {"health", "{{.State.Health.Status}}"},
              {"project", isPodman() ? "{{index .Labels \"com.docker.compose.project\"}} {{.Names}}"
                                     : "{{.Label \"com.docker.compose.project\"}} {{.Names}}"},
              {"privileged", "{{.HostConfig.Privileged}} {{.Name}}"}});
    }

    void machine()
    {
        const MachinePlan &machine = m_plan.host.machine;
        m_calls.group({"Machine", "Maskin"});
        m_calls.check(own_kernel, why(own_kernel), {"own kernel", "egen kjerne"}, {"own_kernel"});
        for (const std::string &flag : m_plan.host.cpuFlags)
            m_calls.named(capacity, why(capacity), "CPU: " + flag, {"cpu", flag});
        m_calls.named(capacity, why(capacity, "host.vcpu"), "vCPU",
                      {"cpus", std::to_string(machine.vcpu)});
        // The kernel keeps a part for itself before it counts.
        m_calls.check(capacity, why(capacity, "host.memory"), {"memory", "minne"},
                      {"memory", std::to_string(machine.memory.value / kMebibyte * 9 / 10)});
        m_calls.named(capacity, why(capacity, "host.disk"), "disk",
                      {"disk_size", std::to_string(machine.disk.value / kGibibyte * 9 / 10)});
        m_calls.check(disk_check, why(disk_check),
                      {"disk less than 80 % full", "disk under 80 % full"}, {"disk_use"});
        const DiskKind kind = m_plan.host.diskKind;
        m_calls.check(disk_check, why(disk_check, "host.diskKind"), {"kind of disk", "type disk"},
                      {"disk_kind", kind == DiskKind::Unknown ? std::string_view() : wordOf(kind)});
        m_calls.check(disk_check, why(disk_check, "host.diskKind"),
                      {"random reads of 4 KiB", "tilfeldige lesinger av 4 KiB"},
                      {"random_reads", std::to_string(leastIops(m_request))});
        m_calls.named(disk_check, why(disk_check), "fstrim.timer", {"unit", "fstrim.timer"});
        m_calls.check({}, why({}), {"mount of the containers' data", "montering av containerdata"},
                      {"data_mount"});
        m_calls.check({}, why({}), {"encryption of the data", "kryptering av dataene"},
                      {"encrypted_data"});
        m_calls.named({}, why({}), "swap", {"swap_space"});
        m_out.line("round_trips", why(latency_check));
    }

    void system()
    {
        m_calls.group({"System", "System"});
        m_calls.check(host_updates, why(host_updates),
                      {"running the newest kernel", "kjører nyeste kjerne"}, {"newest_kernel"});
        m_calls.check(host_updates, why(host_updates), {"restart needed", "omstart trengs"},
                      {"no_restart_needed"});
        m_calls.check(host_updates, why(host_updates),
                      {"updates waiting", "oppdateringer som venter"}, {"pending_updates"});
        const StaticProse updates{"security updates by themselves",
                                  "automatiske sikkerhetsoppdateringer"};
        if (usesApt(m_plan))
            m_calls.check(host_updates, why(host_updates), updates, {"apt_updates"});
        else
            m_calls.check(host_updates, why(host_updates), updates,
                          {"unit", "dnf-automatic.timer"});
        m_calls.check(time_sync, why(time_sync), {"clock synchronised", "klokken er synkronisert"},
                      {"time_synchronised"});
        m_calls.check(audit_docker, why(audit_docker),
                      {"audit rules for the engine", "revisjonsregler for motoren"},
                      {"audit_rules"});
        for (const HostSysctl &setting : m_plan.host.sysctls)
            m_calls.named(kernel_baseline, why(kernel_baseline), setting.key,
                          {"sysctl_is", setting.key, setting.value});
    }

    void access()
    {
        const HostPlan &host = m_plan.host;
        m_calls.group({"Access", "Tilgang"});
        m_calls.named(ssh_keys_only, why(ssh_keys_only, "host.sshPort"), "sshd port",
                      {"sshd_is", "port", std::to_string(host.sshPort)});
        m_calls.named(ssh_keys_only, why(ssh_keys_only, "host.adminUser"), "sshd allowusers",
                      {"sshd_is", "allowusers", host.adminUser});
        for (const SshdFact &fact : m_request.catalogue().host.sshd) {
            const std::string key = lower(fact.key);
            m_calls.named(ssh_keys_only, why(ssh_keys_only), "sshd " + key,
                          {"sshd_is", key, fact.value});
        }
        m_calls.check(ssh_keys_only, why(ssh_keys_only),
                      {"accounts with user id 0", "kontoer med bruker-id 0"},
                      {"only_root_is_root"});
        m_calls.check(ssh_keys_only, why(ssh_keys_only),
                      {"accounts with a password", "kontoer med passord"}, {"logins"});
        const std::string_view group = usesApt(m_plan) ? "sudo" : "wheel";
        m_calls.check(ssh_keys_only, why(ssh_keys_only, "host.adminUser"),
                      {fill("members of {}", group), fill("medlemmer av {}", group)},
                      {"members", group, host.adminUser});
        if (!isPodman())
            m_calls.check(daemon_privileges, why(daemon_privileges),
                          {"members of docker", "medlemmer av docker"}, {"members", "docker", ""});
        m_calls.check(
            secret_files, why(secret_files),
            {"secret files closed to everybody else", "hemmeligheter lukket for alle andre"},
            {"closed_secrets"});
    }

    void network()
    {
        m_calls.group({"Network", "Nett"});
        m_calls.check(packet_filter, why(packet_filter),
                      {"packet filter loaded", "pakkefilter lastet"}, {"packet_filter"});
        m_calls.check(packet_filter, why(packet_filter),
                      {"packet filter at boot", "pakkefilter ved oppstart"},
                      {"unit", "skanse-packet-filter.service"});
        const std::vector<std::string> ports = filteredPorts(m_plan);
        std::vector<std::string> own;
        if (isRootless())
            own = ports;
        else if (isPodman()) // its name server, from containers only
            own = {"53"};
        list(why(packet_filter, "host.sshPort"),
             {"ports the filter lets in", "porter filteret slipper inn"},
             // 68 and 546: the machine's own address, by DHCP.
             {"filter_lets", "input", "dport", "68", "546", std::to_string(m_plan.host.sshPort)},
             own);
        if (!isRootless())
            list(why(packet_filter, "service.port.exposure"),
                 {"ports the filter lets to containers", "porter filteret slipper til containere"},
                 {"filter_lets", "to_containers", "proto-dst"}, ports);
        const Origin open =
            why({packet_filter, edge_proxy, loopback_binding}, "service.port.exposure");
        list(open, {"listening beyond this machine", "lytter ut over denne maskinen"},
             {"listening"}, listeners(m_plan));
        const std::vector<std::string> openings = declaredOpenings(m_plan);
        list(open, {"published by containers", "publisert av containere"}, {"published"}, openings);
        if (!isRootless())
            list(open, {"redirected by the kernel", "omdirigert av kjernen"}, {"redirected"},
                 openings);
    }

    void list(const Origin &origin, const StaticProse &what,
              std::initializer_list<std::string_view> command,
              const std::vector<std::string> &arguments)
    {
        std::vector<std::string_view> words(command);
        words.insert(words.end(), arguments.begin(), arguments.end());
        m_calls.check(packet_filter, origin, what, words);
    }

    void engine()
    {
        m_calls.group({"Engine", "Motor"});
        m_calls.check(host_updates, why(host_updates),
                      {"version of the engine", "versjonen av motoren"},
                      {"engine_version", isPodman() ? "podman" : "docker-ce"});
        m_calls.check(daemon_privileges, why(daemon_privileges),
                      {"engine's API on the network", "motorens API på nettet"},
                      {"no_engine_port"});
        if (isPodman())
            podman();
        else
            docker();
    }

    void podman()
    {
        m_calls.named(
            daemon_privileges, why(daemon_privileges), "podman seccomp",
            {"engine_says", "true", "info", "--format", "{{.Host.Security.SECCOMPEnabled}}"});
        const bool apparmorUsed = m_plan.host.system->mac == "apparmor";
        m_calls.named({}, why({}, "host.system"), "podman " + m_plan.host.system->mac,
                      {"engine_says", "true", "info", "--format",
                       apparmorUsed ? "{{.Host.Security.AppArmorEnabled}}"
                                    : "{{.Host.Security.SELinuxEnabled}}"});
        m_calls.named(daemon_network, why(daemon_network), "podman network backend",
                      {"engine_says", "netavark", "info", "--format", "{{.Host.NetworkBackend}}"});
    }

    void docker()
    {
        const HostPlan &host = m_plan.host;
        m_calls.named(daemon_privileges, why({daemon_privileges, no_privilege_escalation}),
                      "docker no-new-privileges", {"engine_option", "no-new-privileges"});
        m_calls.named(daemon_privileges, why(daemon_privileges), "docker seccomp",
                      {"engine_option", "seccomp"});
        if (isRootless())
            m_calls.named(daemon_userns, why(daemon_userns, "host.engine"), "docker rootless",
                          {"engine_option", "rootless"});
        else
            m_calls.named({}, why({}, "host.system"), "docker " + host.system->mac,
                          {"engine_option", host.system->mac});
        if (host.userNamespaces)
            m_calls.named(daemon_userns,
                          why({daemon_userns, user_namespace}, "host.userNamespaces"),
                          "docker userns", {"engine_option", "userns"});
        if (!isRootless())
            m_calls.named(daemon_live_restore, why(daemon_live_restore), "docker live-restore",
                          {"engine_says", "true", "info", "--format", "{{.LiveRestoreEnabled}}"});
        m_calls.named(daemon_logs, why({daemon_logs, log_rotation}), "docker log-driver",
                      {"engine_says", std::string(m_plan.logs.driver), "info", "--format",
                       "{{.LoggingDriver}}"});
        m_calls.named(daemon_network, why(daemon_network), "docker icc",
                      {"engine_says", "false", "network", "inspect", "bridge", "--format",
                       "{{index .Options \"com.docker.network.bridge.enable_icc\"}}"});
        std::string pools;
        for (const Network &pool : host.addressPools)
            pools += skanse::toString(pool) + " ";
        m_calls.named(daemon_network, why(daemon_network, "host.adminNetworks"),
                      "docker default-address-pools",
                      {"engine_says", pools, "info", "--format",
                       "{{range .DefaultAddressPools}}{{.Base}} {{end}}"});
    }

    void strangers()
    {
        m_calls.check({}, why({}),
                      {"containers that are not of this bundle", "containere utenom denne pakken"},
                      {"strangers"});
        m_calls.check(daemon_privileges, why(daemon_privileges),
                      {"containers that may do everything", "containere som får gjøre alt"},
                      {"privileged"});
    }

    /// Users of containers have other numbers on the machine.
    void shiftedUsers()
    {
        const std::string &owner = m_plan.host.engineUser;
        if (m_plan.host.userNamespaces || !owner.empty()) {
            const std::string user = encode::shellWord(owner.empty() ? "dockremap" : owner);
            const Origin origin = why(daemon_userns);
            m_shift = "first_uid=$(shift_of " + user + " /etc/subuid)";
            m_out.line(m_shift, origin);
            m_shift = "first_gid=$(shift_of " + user + " /etc/subgid)";
            m_out.line(m_shift, origin);
        }
    }

    /// The rights that secrets/README.md sets.
    void secretRights()
    {
        for (const SecretFile &file : secretFiles(m_plan)) {
            if (file.readers.empty())
                continue;
            SecretRights rights = file.rights();
            const std::string_view owners = rights.owner;
            const std::size_t colon = owners.find(':');
            // With an access list the group's place in the mode shows the mask.
            std::vector<std::string_view> command{
                "secret", file.name, owners.substr(0, colon), owners.substr(colon + 1),
                rights.listed.empty() ? std::string_view(rights.mode).substr(1) : "440"};
            std::ranges::sort(rights.listed, {},
                              [](const std::string &user) { return std::pair(user.size(), user); });
            const auto repeated = std::ranges::unique(rights.listed);
            command.insert(command.end(), rights.listed.begin(), repeated.begin());
            const std::string name = "secrets/" + file.name;
            m_calls.check(secret_files, why(secret_files, "service.secrets"),
                          StaticProse{name, name}, command);
        }
    }

    void files()
    {
        m_calls.group({"Files of the bundle", "Filene i pakken"});
        for (const InstalledFile &file : m_files) {
            const std::string_view name =
                std::string_view(file.path).substr(file.path.find('/') + 1);
            // One result for each control that the file serves.
            int controls = 0;
            file.origin.controls.forEach([&](ControlId) { ++controls; });
            if (controls == 0)
                m_calls.named({}, file.origin, file.target, {"same_file", name, file.target});
            file.origin.controls.forEach([&](ControlId id) {
                std::string what = file.target;
                if (controls > 1)
                    what += " (" + std::string(toString(id)) + ")";
                m_calls.named(id, file.origin, what, {"same_file", name, file.target});
            });
        }
    }

    const Request &m_request;
    const Plan &m_plan;
    const std::vector<InstalledFile> &m_files;
    LineWriter m_out;
    VerifyCalls m_calls;
    std::string m_shift; ///< kept for its room
};

} // namespace

std::string engineData(const Plan &plan)
{
    switch (plan.host.engine) {
    case ContainerEngine::Docker:
        break;
    case ContainerEngine::DockerRootless:
        return "/home/" + plan.host.engineUser + "/.local/share/docker";
    case ContainerEngine::Podman:
        return "/var/lib/containers";
    }
    return "/var/lib/docker";
}

Text hostVerifyScript(const Request &request, const std::vector<InstalledFile> &files)
{
    return VerifyScript(request, files).write();
}

} // namespace skanse::render
