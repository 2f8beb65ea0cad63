// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/files.h"
#include "core/yaml/writer.h"

#include <algorithm>

namespace skanse::render {

namespace {

using enum ControlId;
using yaml::Node;

Node words(std::initializer_list<std::string_view> texts)
{
    Node list = Node::list();
    for (const std::string_view text : texts)
        list.append(text);
    list.flow();
    return list;
}

/// The cloud-init configuration. It holds no secret: user-data can be read from the metadata service.
class UserData
{
public:
    UserData(const Request &request, const std::vector<InstalledFile> &files)
        : m_request(request)
        , m_plan(request.plan())
        , m_files(files)
    {
    }

    Node tree()
    {
        Node root = Node::map();
        access(root);
        packages(root);
        root.add("write_files", writtenFiles());
        Node &ntp = root.add("ntp", Node::map()).why(why(time_sync));
        ntp.add("enabled", true);
        ntp.add("ntp_client", "chrony");
        root.add("runcmd", commands());
        return root;
    }

private:
    [[nodiscard]] Origin why(const ControlSet &controls, std::string_view question = {}) const
    {
        return hostWhy(m_request, controls, question);
    }

    void access(Node &root)
    {
        const HostPlan &host = m_plan.host;
        Node &user = root.add("users", Node::list()).append(Node::map());
        user.why(why(ssh_keys_only, "host.adminUser"));
        user.add("name", host.adminUser);
        user.add("groups", words({usesApt(m_plan) ? "sudo" : "wheel", "adm", "systemd-journal"}));
        user.add("shell", "/bin/bash");
        user.add("lock_passwd", true);
        user.add("sudo", "ALL=(ALL) NOPASSWD:ALL");
        if (!host.sshKeys.empty())
            user.add("ssh_authorized_keys", Node::list(host.sshKeys))
                .why(why(ssh_keys_only, "host.sshKeys"));
        root.add("disable_root", true).why(why(ssh_keys_only));
        root.add("ssh_pwauth", false).why(why(ssh_keys_only));
        root.add("ssh_deletekeys", true).why(why(ssh_keys_only));
        root.add("ssh_genkeytypes", words({"ed25519", "rsa"})).why(why(ssh_keys_only));
    }

    void packages(Node &root)
    {
        root.add("package_update", true).why(why(host_updates));
        root.add("package_upgrade", true).why(why(host_updates));
        root.add("package_reboot_if_required", true).why(why(host_updates));
        Node &list = root.add("packages", Node::list());
        const auto add = [&](std::string_view name, const ControlSet &controls) {
            list.append(name).why(why(controls, "host.system"));
        };
        add("chrony", time_sync);
        add("nftables", packet_filter);
        add("virt-what", own_kernel);
        add("fio", disk_check);
        add("nvme-cli", disk_check);
        if (usesApt(m_plan)) {
            add("auditd", audit_docker);
            add("unattended-upgrades", host_updates);
            add("apt-listchanges", host_updates);
            add("needrestart", host_updates);
            add("ca-certificates", host_updates);
            add("curl", host_updates);
            add("gnupg", host_updates);
        } else {
            add("audit", audit_docker);
            add("dnf-automatic", host_updates);
            add("dnf-plugins-core", host_updates);
            add("policycoreutils-python-utils", ssh_keys_only);
            add("curl", host_updates);
            add("gnupg2", host_updates);
        }
    }

    Node writtenFiles()
    {
        Node list = Node::list();
        for (const InstalledFile &file : m_files) {
            Node &entry = list.append(Node::map()).why(file.origin);
            entry.add("path", file.target);
            entry.add("owner", "root:root");
            entry.add("permissions", file.executable ? "0755" : "0644");
            if (file.deferred)
                entry.add("defer", true);
            entry.add("content", file.text.text);
        }
        return list;
    }

    Node commands()
    {
        Node list = Node::list();
        const auto run = [&](std::initializer_list<std::string_view> command,
                             const ControlSet &controls, std::string_view question = {}) {
            list.append(words(command)).why(why(controls, question));
        };
        run({"sysctl", "--system"}, kernel_baseline);
        if (!usesApt(m_plan))
            run({"systemctl", "disable", "--now", "firewalld.service"}, packet_filter,
                "host.system");
        run({"systemctl", "daemon-reload"}, packet_filter);
        run({"systemctl", "enable", "--now", "skanse-packet-filter.service"}, packet_filter);
        if (usesSelinux(m_plan) && m_plan.host.sshPort != 22) {
            const std::string port = std::to_string(m_plan.host.sshPort);
            // Adding what is there already is an error.
            run({"sh", "-c",
                 "semanage port -a -t ssh_port_t -p tcp " + port
                     + " || semanage port -m -t ssh_port_t -p tcp " + port},
                ssh_keys_only, "host.sshPort");
        }
        run({"sh", "-c", "sshd -t && " + sshRestart(m_plan)}, ssh_keys_only);
        if (!usesApt(m_plan))
            run({"systemctl", "enable", "--now", "dnf-automatic.timer"}, host_updates);
        run({"systemctl", "enable", "--now", "fstrim.timer"}, disk_check);
        // Last, because it needs the network most; what is above protects the server without it.
        run({"/usr/local/sbin/skanse-install-engine"}, host_updates, "host.engine");
        run({"augenrules", "--load"}, audit_docker);
        return list;
    }

    const Request &m_request;
    const Plan &m_plan;
    const std::vector<InstalledFile> &m_files;
};

std::vector<std::string> headerOf(const Request &request)
{
    std::vector<std::string> header = request.header(
        {"First boot of the server (cloud-init). Holds no secret, and must never hold one.",
         "Første oppstart av serveren (cloud-init). Inneholder ingen hemmelighet, og skal aldri "
         "gjøre det."});
    header.emplace_back(
        request.say(StaticProse{"Before use, compare the fingerprint in skanse-install-engine with "
                                "the one on Docker's installation page for your system.",
                                "Sammenlign fingeravtrykket i skanse-install-engine med det på "
                                "Dockers installasjonsside for systemet ditt før bruk."}));
    if (request.plan().host.sshKeys.empty())
        header.emplace_back(request.say(StaticProse{
            "OPEN: no SSH key was given. Add ssh_authorized_keys below, or nobody can log in.",
            "ÅPENT: ingen SSH-nøkkel er oppgitt. Legg til ssh_authorized_keys under, ellers kan "
            "ingen logge inn."}));
    return header;
}

} // namespace

yaml::Written hostUserData(const Request &request, const std::vector<InstalledFile> &files)
{
    const Node root = UserData(request, files).tree();
    auto written = yaml::write(std::span(&root, 1), headerOf(request), request.commenter());
    if (!written)
        return written;
    written->text.insert(0, "#cloud-config\n"); // cloud-init wants exactly this in the first line
    for (Span &span : written->spans) {
        ++span.firstLine;
        ++span.lastLine;
    }
    return written;
}

} // namespace skanse::render
