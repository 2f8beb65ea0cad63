// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/preset.h"

/// Facts about the virtual server.
namespace skanse {

struct SystemFacts {
    std::string id; ///< the word of OperatingSystem
    std::string name;
    std::string codename;
    std::string packages; ///< apt or dnf
    std::string mac;      ///< apparmor or selinux
    std::string sshUnit;
    std::string cloudUser;
    std::string dockerRepository;
    std::string dockerSuite;
    std::string
        dockerKey; ///< fingerprint of the packages' key, as people read it: in groups of four
    std::string updates;
    std::string cpuBaseline;
    Prose notes;
    Basis basis = Basis::Knowledge;
};

struct SysctlFact {
    std::string key;
    std::string value;
    Prose why;
    Prose docker;
    std::string cis;
    std::string when; ///< always, ipv6, preset-decides
    Basis basis = Basis::Knowledge;
};

struct AvoidedSetting {
    std::string item;
    Prose why;
};

struct DaemonFact {
    std::string key;
    Prose why;
    Prose sideEffects;
    std::string cis;
    Basis basis = Basis::Knowledge;
};

struct SshdFact {
    std::string key;
    std::string value;
    Prose why;
    std::string cis;
    Basis basis = Basis::Knowledge;
};

struct AuditRule {
    std::string path;
    std::string match; ///< path or dir
    std::string permissions;
    std::string packages; ///< any, apt or dnf
    std::string cis;
    std::string engine; ///< docker or podman
};

struct MachineSize {
    std::int64_t vcpu = 0;
    Bytes memory;
};

/// What the host keeps for itself.
struct HostReserve {
    Bytes memoryFixed;
    std::int64_t memoryPercent = 0;
    Cpu cpu;
    Bytes diskFixed;
    Basis basis = Basis::Estimate;
    Prose why;
};

struct IopsBand {
    std::string id;
    Prose name;
    std::int64_t minimum = 0;
    std::int64_t maximum = 0; ///< 0: open-ended
    Prose note;
    Basis basis = Basis::Estimate;
};

struct HostFacts {
    std::vector<SystemFacts> systems;
    std::vector<SysctlFact> sysctls;
    std::vector<AvoidedSetting> avoided;
    std::vector<DaemonFact> daemon;
    std::vector<SshdFact> sshd;
    std::vector<AuditRule> audit;
    std::vector<MachineSize> sizes;
    HostReserve reserve;
    std::vector<IopsBand> iops;
};

} // namespace skanse
