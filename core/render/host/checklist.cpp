// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/checklist.h"
#include "core/base/fill.h"

#include "core/render/host/files.h"
#include "core/render/template_block.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

using enum ControlId;
using Values = std::initializer_list<TemplateText::Value>;

/// Writes CHECKLIST.md: numbered sections in the order of the work. Prose is in templates/host/<language>.
class Checklist
{
public:
    Checklist(const Request &request, const std::vector<InstalledFile> &files)
        : m_request(request)
        , m_plan(request.plan())
        , m_files(files)
    {
    }

    Text write()
    {
        prose("intro", {},
              {{"name", m_plan.name},
               {"system", systemName(m_plan)},
               {"notes", m_request.say(m_plan.host.system->notes)},
               {"files", filesTable()}});
        beforeBuying();
        firstBoot();
        system();
        docker();
        services();
        operation();
        m_page.paragraph("<!-- " + m_request.stampLine() + " -->");
        return m_page.take();
    }

private:
    [[nodiscard]] Origin why(const ControlSet &controls, std::string_view question = {}) const
    {
        return hostWhy(m_request, controls, question);
    }

    void heading(const StaticProse &title, const Origin &origin = {})
    {
        m_page.heading(2, std::to_string(++m_section) + ". " + std::string(m_request.say(title)),
                       origin);
    }

    /// A template, all of it with the origin.
    void prose(std::string_view name, const Origin &origin, Values values = {})
    {
        std::string path = m_request.language() == Language::Bokmal ? "host/nb/" : "host/en/";
        path += name;
        path += ".md";
        m_page.block(filled(path, values).text, origin);
    }

    void section(const StaticProse &title, std::string_view name, const Origin &origin,
                 Values values = {})
    {
        heading(title, origin);
        prose(name, origin, values);
    }

    [[nodiscard]] std::string filesTable() const
    {
        std::vector<Markdown::Row> rows;
        for (const InstalledFile &file : m_files)
            rows.push_back({{encode::markdownCodeCell(file.path.substr(file.path.find('/') + 1)),
                             encode::markdownCodeCell(file.target)}});
        Markdown table;
        table.table(
            {std::string(m_request.say(StaticProse{"File", "Fil"})),
             std::string(m_request.say(StaticProse{"Place on the server", "Plass på serveren"}))},
            rows);
        return table.take().text;
    }

    void beforeBuying()
    {
        section({"Before buying: a kernel of its own", "Før kjøp: egen kjerne"}, "kernel-own",
                why(own_kernel));
        heading({"Before buying: place and law", "Før kjøp: sted og lov"}, why(residency));
        checklistRegion(m_request, m_page);
        size();
        heading({"Before buying: disk", "Før kjøp: disk"}, why(disk_check));
        prose("disk", why(disk_check, "host.diskKind"));
        checklistDisk(m_request, m_page);
        if (m_plan.applied(latency_check)) {
            heading({"Before buying: distance to the users", "Før kjøp: avstand til brukerne"},
                    why(latency_check));
            checklistLatency(m_request, m_page);
            prose("latency", why(latency_check, "host.userCountries"));
        }
    }

    void size()
    {
        const MachinePlan &machine = m_plan.host.machine;
        heading({"Before buying: size", "Før kjøp: størrelse"}, why(capacity));
        checklistSize(m_request, m_page);
        prose("size", why(capacity, machine.derived ? "service.resources.memory" : "host.memory"),
              {{"vcpu", std::to_string(machine.vcpu)},
               {"memory", skanse::toString(machine.memory)},
               {"disk", skanse::toString(machine.disk)}});
        if (m_plan.host.cpuFlags.empty())
            return;
        std::string flags;
        for (const std::string &flag : m_plan.host.cpuFlags)
            flags += (flags.empty() ? "" : ", ") + flag;
        prose("cpu", why(capacity, "service.preset"), {{"flags", flags}});
    }

    void firstBoot()
    {
        section({"First boot", "Første oppstart"}, "first-boot", {});
        access();
    }

    [[nodiscard]] std::string keysBlock() const
    {
        if (m_plan.host.sshKeys.empty())
            return filled(m_request.language() == Language::Bokmal ? "host/nb/ssh-key-missing.md"
                                                                   : "host/en/ssh-key-missing.md")
                .text;
        std::string block;
        for (const std::string &key : m_plan.host.sshKeys) {
            block +=
                fill(m_request.say(StaticProse{"- [ ] This key is still in use: {}\n",
                                               "- [ ] Denne nøkkelen er fortsatt i bruk: {}\n"}),
                     encode::markdownCode(key));
        }
        return block;
    }

    void access()
    {
        const HostPlan &host = m_plan.host;
        const Origin origin = why(ssh_keys_only, "host.adminUser");
        const std::string port = std::to_string(host.sshPort);
        section({"Accounts and SSH", "Kontoer og SSH"}, "ssh", origin,
                {{"admin", host.adminUser},
                 {"port", port},
                 {"keys", keysBlock()},
                 {"restart", "sudo sh -c '" + sshRestart(m_plan) + "'"}});
        if (usesSelinux(m_plan) && host.sshPort != 22)
            prose("ssh-selinux", why(ssh_keys_only, "host.sshPort"), {{"port", port}});
    }

    void system()
    {
        section({"Updates", "Oppdateringer"}, usesApt(m_plan) ? "updates-apt" : "updates-dnf",
                why(host_updates, "host.system"), {{"system", systemName(m_plan)}});
        section(
            {"Kernel settings", "Kjerneinnstillinger"}, "kernel",
            why({kernel_baseline, unprivileged_port}),
            {{"notes", checklistSysctlNotes(m_request)}, {"avoided", checklistAvoided(m_request)}});
        section({"Packet filter", "Pakkefilter"}, "packet-filter", why({packet_filter, edge_proxy}),
                {{"openings", checklistOpenings(m_request)}});
        if (!usesApt(m_plan))
            prose("packet-filter-dnf", why(packet_filter, "host.system"));
        if (m_plan.wants(Target::Kubernetes))
            prose("packet-filter-kubernetes", why(packet_filter, "workload.targets"));
    }

    void docker()
    {
        const SystemFacts &facts = *m_plan.host.system;
        const ControlSet daemon{daemon_network, daemon_live_restore, daemon_privileges,
                                daemon_logs,    daemon_limits,       daemon_userns};
        heading({"Container engine", "Containermotor"}, why(host_updates));
        prose("engine", why(host_updates, "host.engine"),
              {{"repository", facts.dockerRepository},
               {"fingerprint", usesApt(m_plan)
                                   ? "9DC8 5822 9FC7 DD38 854A E2D8 8D81 803C 0EBF CD88"
                                   : "060A 61C5 1B55 8A7F 742B 77AA C52F EB6B 621E 9F35"}});
        switch (m_plan.host.engine) {
        case ContainerEngine::Docker:
            prose("daemon", why(daemon));
            checklistDaemon(m_request, m_page);
            break;
        case ContainerEngine::DockerRootless:
            prose("engine-rootless", why(daemon, "host.engine"),
                  {{"user", m_plan.host.engineUser}});
            checklistDaemon(m_request, m_page);
            break;
        case ContainerEngine::Podman:
            prose("engine-podman", why(daemon, "host.engine"),
                  {{"network", "{{.Host.NetworkBackend}}"},
                   {"seccomp", "{{.Host.Security.SECCOMPEnabled}}"}});
            break;
        }
        section({"Audit", "Revisjon"}, "audit", why(audit_docker));
        section({"Time", "Klokke"}, "time", why(time_sync));
    }

    void services()
    {
        section({"Storage", "Lagring"}, "storage", {});
        const auto hasSecret = [](const ServicePlan &service) { return !service.secrets.empty(); };
        if (std::ranges::any_of(m_plan.services, hasSecret))
            section({"Secrets", "Hemmeligheter"}, "secrets", why(secret_files, "service.secrets"),
                    {{"secrets", checklistSecrets(m_request)}});
        heading({"Start the services", "Start tjenestene"});
        if (m_plan.wants(Target::Compose))
            deployCompose();
        if (m_plan.wants(Target::Kubernetes))
            prose("deploy-kubernetes", why({}, "workload.targets"),
                  {{"namespace", m_plan.nameSpace}});
        section({"Verify", "Kontroller"}, "verify", why({own_kernel, packet_filter}));
    }

    void deployCompose()
    {
        std::string compose = "sudo docker compose";
        std::string systemctl = "sudo systemctl";
        StaticProse restart{
            "A restart of Docker does not touch the running services (live-restore).",
            "En omstart av Docker rører ikke tjenestene som kjører (live-restore)."};
        const std::string &user = m_plan.host.engineUser;
        if (!user.empty()) {
            const std::string folder = "/run/user/$(id -u " + user + ")";
            const std::string as = "sudo runuser -u " + user + " -- env ";
            compose = as + "DOCKER_HOST=unix://" + folder + "/docker.sock docker compose";
            systemctl = as + "XDG_RUNTIME_DIR=" + folder + " systemctl --user";
            restart = {"A restart of the engine stops the services; the unit starts them again.",
                       "En omstart av motoren stanser tjenestene; enheten starter dem igjen."};
        } else if (m_plan.host.engine == ContainerEngine::Podman) {
            compose = "sudo env DOCKER_HOST=unix:///run/podman/podman.sock docker compose";
            restart = {"Podman has no daemon whose restart could touch the running services.",
                       "Podman har ingen daemon som kan røre tjenestene som kjører."};
        }
        prose("deploy-compose", why(bounded_restart, "workload.targets"),
              {{"name", m_plan.name},
               {"compose", compose},
               {"systemctl", systemctl},
               {"restart", std::string(m_request.say(restart))}});
    }

    void operation()
    {
        if (m_plan.applied(backup))
            section({"Backup and a restore that was tried",
                     "Sikkerhetskopi, og gjenoppretting som er prøvd"},
                    "backup", why(backup, "service.storage.backup"),
                    {{"mounts", checklistMounts(m_request)}});
        section({"Logs and monitoring", "Logger og overvåking"}, "monitoring", {});
        section({"When something happens", "Når noe skjer"}, "incident", {});
        section({"Handover", "Overlevering"}, "handover", {});
    }

    const Request &m_request;
    const Plan &m_plan;
    const std::vector<InstalledFile> &m_files;
    Markdown m_page;
    int m_section = 0;
};

} // namespace

Text hostChecklist(const Request &request, const std::vector<InstalledFile> &files)
{
    return Checklist(request, files).write();
}

} // namespace skanse::render
