// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/host/verify.h"

#include <algorithm>
#include <array>

namespace skanse::render {

namespace {

using enum ControlId;

/// In the order of their numbers (include/uapi/linux/capability.h).
constexpr std::array<std::string_view, 41> kCapabilities{"CHOWN",
                                                         "DAC_OVERRIDE",
                                                         "DAC_READ_SEARCH",
                                                         "FOWNER",
                                                         "FSETID",
                                                         "KILL",
                                                         "SETGID",
                                                         "SETUID",
                                                         "SETPCAP",
                                                         "LINUX_IMMUTABLE",
                                                         "NET_BIND_SERVICE",
                                                         "NET_BROADCAST",
                                                         "NET_ADMIN",
                                                         "NET_RAW",
                                                         "IPC_LOCK",
                                                         "IPC_OWNER",
                                                         "SYS_MODULE",
                                                         "SYS_RAWIO",
                                                         "SYS_CHROOT",
                                                         "SYS_PTRACE",
                                                         "SYS_PACCT",
                                                         "SYS_ADMIN",
                                                         "SYS_BOOT",
                                                         "SYS_NICE",
                                                         "SYS_RESOURCE",
                                                         "SYS_TIME",
                                                         "SYS_TTY_CONFIG",
                                                         "MKNOD",
                                                         "LEASE",
                                                         "AUDIT_WRITE",
                                                         "AUDIT_CONTROL",
                                                         "SETFCAP",
                                                         "MAC_OVERRIDE",
                                                         "MAC_ADMIN",
                                                         "SYSLOG",
                                                         "WAKE_ALARM",
                                                         "BLOCK_SUSPEND",
                                                         "AUDIT_READ",
                                                         "PERFMON",
                                                         "BPF",
                                                         "CHECKPOINT_RESTORE"};

/// One service, as its first process runs.
class ServiceChecks
{
public:
    ServiceChecks(const Request &request, const ServicePlan &service, VerifyCalls &calls)
        : m_request(request)
        , m_service(service)
        , m_calls(calls)
    {
    }

    void write()
    {
        process();
        limits();
        surroundings();
    }

private:
    void check(ControlId control, std::string_view question, const StaticProse &what,
               std::initializer_list<std::string_view> command)
    {
        if (!m_service.applied(control))
            return;
        const std::string en = m_service.name + ": " + std::string(what.en);
        const std::string nb = m_service.name + ": " + std::string(what.nb);
        m_calls.check(control, m_request.why(m_service, control, question), StaticProse{en, nb},
                      command);
    }

    void process()
    {
        const std::string &name = m_service.name;
        const std::string uid = std::to_string(m_service.uid);
        const std::string gid = std::to_string(m_service.gid);
        const std::string mask = capabilityMask(m_service.capabilities);
        check(non_root, "service.user.uid", {"user and group", "bruker og gruppe"},
              {"runs_as", name, uid, gid});
        check(drop_capabilities, "service.capabilities", {"capabilities", "capabilities"},
              {"capabilities", name, mask});
        check(no_privilege_escalation, {}, {"no new privileges", "ingen nye rettigheter"},
              {"status_is", name, "NoNewPrivs", "1"});
        check(seccomp, {}, {"system call filter", "filter for systemkall"},
              {"status_is", name, "Seccomp", "2"});
        if (m_request.plan().host.engine != ContainerEngine::DockerRootless)
            check(apparmor, {}, {"AppArmor profile", "AppArmor-profil"}, {"confined", name});
        check(read_only_root, {}, {"root file system", "rotfilsystem"}, {"root_read_only", name});
    }

    void limits()
    {
        const std::string &name = m_service.name;
        const ResourcePlan &resources = m_service.resources;
        const std::string memory = std::to_string(resources.memory.value);
        // The kernel counts microseconds of CPU time in each tenth of a second.
        const std::string cpu = std::to_string(resources.cpu.milli * 100) + " 100000";
        const std::string pids = std::to_string(resources.pids);
        const std::string files = std::to_string(resources.openFiles);
        check(memory_limit, "service.resources.memory", {"memory", "minne"},
              {"limit", name, "memory.max", memory});
        check(cpu_limit, "service.resources.cpu", {"CPU", "CPU"}, {"limit", name, "cpu.max", cpu});
        check(pids_limit, "service.resources.pids", {"processes", "prosesser"},
              {"limit", name, "pids.max", pids});
        check(open_files_limit, "service.resources.openFiles", {"open files", "åpne filer"},
              {"open_files", name, files});
    }

    void surroundings()
    {
        const Plan &plan = m_request.plan();
        const std::string &name = m_service.name;
        std::vector<std::string> networks;
        for (const std::size_t network : m_service.networks)
            networks.push_back(plan.name + "_" + plan.networks[network].name);
        if (m_service.applied(segmented_networks) && !networks.empty()) {
            std::vector<std::string_view> command{"networks", name};
            command.insert(command.end(), networks.begin(), networks.end());
            const std::string en = name + ": networks";
            const std::string nb = name + ": nett";
            m_calls.check(segmented_networks,
                          m_request.why(m_service, segmented_networks, "service.peers"),
                          StaticProse{en, nb}, command);
        }
        check(segmented_networks, {}, {"network of its own", "eget nett"}, {"own_network", name});
        check(no_privilege_escalation, {}, {"engine's socket", "motorens socket"},
              {"no_engine_socket", name});
        if (!m_service.health.command.empty())
            check(health_check, "service.health.command", {"health", "helse"}, {"healthy", name});
    }

    const Request &m_request;
    const ServicePlan &m_service;
    VerifyCalls &m_calls;
};

} // namespace

std::string capabilityMask(std::span<const std::string> capabilities)
{
    std::uint64_t mask = 0;
    for (const std::string &name : capabilities) {
        const auto found = std::ranges::find(kCapabilities, name);
        if (found != kCapabilities.end())
            mask |= 1ULL << static_cast<unsigned>(found - kCapabilities.begin());
    }
    std::string text(16, '0');
    for (std::size_t digit = 0; digit < 16; ++digit)
        text[15 - digit] = "0123456789abcdef"[(mask >> (4 * digit)) & 0xFU];
    return text;
}

void verifyServices(const Request &request, VerifyCalls &calls)
{
    for (const ServicePlan &service : request.plan().services)
        ServiceChecks(request, service, calls).write();
}

} // namespace skanse::render
