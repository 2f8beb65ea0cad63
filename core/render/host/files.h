// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"

#include <string>
#include <string_view>
#include <vector>

/// The files below host/. Each function writes one; none decides anything.
namespace skanse::render {

/// A file of the bundle that is installed on the server. CHECKLIST.md, user-data.yaml and verify-host.sh
/// all read this one list, so that they name the same paths.
struct InstalledFile {
    std::string path;   ///< in the bundle
    std::string target; ///< on the server
    Syntax syntax = Syntax::Conf;
    bool deferred = false; ///< belongs to a package: written after the packages are installed
    Text text;
    Origin origin; ///< of the whole file
    bool executable = false;
};

Text hostDaemonJson(const Request &request);
/// The engine's own settings: daemon.json with Docker, containers.conf with Podman.
Text hostContainersConf(const Request &request);
/// Installs the engine from repositories whose key it checks, and starts it. Changes nothing the second time.
Text hostInstallEngine(const Request &request);
/// Control groups for an engine without root.
Text hostDelegate(const Request &request);
Text hostPacketFilter(const Request &request);
Text hostPacketFilterUnit(const Request &request);
Text hostWorkloadUnit(const Request &request);
Text hostSshd(const Request &request);
Text hostSysctl(const Request &request);
Text hostAudit(const Request &request);
Text hostUpdates(const Request &request);

/// Every installed file, in the order of the work.
std::vector<InstalledFile> hostInstalledFiles(const Request &request);

yaml::Written hostUserData(const Request &request, const std::vector<InstalledFile> &files);
Text hostVerifyScript(const Request &request, const std::vector<InstalledFile> &files);
Text hostChecklist(const Request &request, const std::vector<InstalledFile> &files);

/// The origin of a line for the whole host: of `controls` those that are applied, for a control of
/// services when at least one service has it.
Origin hostWhy(const Request &request, const ControlSet &controls, std::string_view question = {});

/// Whether the server's packages come by apt (Debian, Ubuntu) and not by dnf.
bool usesApt(const Plan &plan);
/// Whether the server has SELinux.
bool usesSelinux(const Plan &plan);
/// "Debian 13"
const std::string &systemName(const Plan &plan);

/// Where the engine keeps images, containers and volumes.
std::string engineData(const Plan &plan);

/// What makes sshd read its configuration again, as one shell command for root.
std::string sshRestart(const Plan &plan);

/// Ports that the declared answers open beyond the machine itself, each as "80/tcp" or, when only one
/// address answers, "10.0.0.5:5432/tcp".
std::vector<std::string> declaredOpenings(const Plan &plan);

/// Whether ports without an address are bound to 127.0.0.1 by default. Not when a service waives that:
/// the default would bind its ports as well.
bool bindsToLoopback(const Plan &plan);

std::string_view toString(Protocol protocol);

} // namespace skanse::render
