// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"
#include "core/yaml/node.h"

/// One service in compose.yaml, one function for each key. Each adds its key to the service's map, or
/// nothing when the plan has nothing for it.
namespace skanse::render::composefile {

using AddKey = void(const Request &request, const ServicePlan &service, yaml::Node &node);

// process.cpp
AddKey addImage, addBuild, addPullPolicy, addCommand, addEntrypoint, addUser, addInit,
    addStopSignal, addStopGrace, addRestart, addHealth;
// rights.cpp
AddKey addReadOnly, addCapabilitiesDropped, addCapabilitiesAdded, addSecurityOptions, addSysctls;
// limits.cpp
AddKey addMemory, addSwap, addCpus, addPids, addOpenFiles, addSharedMemory, addIoWeight, addLogging;
// mounts.cpp
AddKey addVolumes, addTmpfs, addConfigs, addSecrets, addEnvironment;
// network.cpp
AddKey addDependencies, addPorts, addExpose, addNetworks;

/// A value that Compose must not interpolate.
yaml::Node text(std::string_view value);
/// The same for a list, on one line.
yaml::Node words(const std::vector<std::string> &values);

/// The key under which a network, volume, secret or configuration stands. Compose takes one that begins
/// with "x-" for a note of the user; nothing else begins with an underscore.
std::string keyOf(std::string_view name);
/// Name of the top-level entry for a configuration file: "web-default.conf".
std::string configName(const ServicePlan &service, const ConfigFilePlan &file);

/// Whether a server's readiness can be waited for.
bool hasHealthCheck(const ServicePlan &service);

} // namespace skanse::render::composefile
