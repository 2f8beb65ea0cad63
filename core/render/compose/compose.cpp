// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/compose/parts.h"
#include "core/render/parts.h"
#include "core/yaml/writer.h"

#include <algorithm>
#include <array>

namespace skanse::render {

using enum ControlId;
using yaml::Node;

namespace {

/// The order that dclint asks for: by topic first, the rest by name.
constexpr std::array kServiceKeys{
    composefile::addImage,
    composefile::addBuild,
    composefile::addDependencies,
    composefile::addVolumes,
    composefile::addConfigs,
    composefile::addSecrets,
    composefile::addEnvironment,
    composefile::addPorts,
    composefile::addNetworks,
    composefile::addCommand,
    composefile::addEntrypoint,
    composefile::addRestart,
    composefile::addHealth,
    composefile::addLogging,
    composefile::addUser,
    composefile::addIoWeight,
    composefile::addCapabilitiesAdded,
    composefile::addCapabilitiesDropped,
    composefile::addCpus,
    composefile::addExpose,
    composefile::addInit,
    composefile::addMemory,
    composefile::addSwap,
    composefile::addPids,
    composefile::addPullPolicy,
    composefile::addReadOnly,
    composefile::addSecurityOptions,
    composefile::addSharedMemory,
    composefile::addStopGrace,
    composefile::addStopSignal,
    composefile::addSysctls,
    composefile::addTmpfs,
    composefile::addOpenFiles,
};

Node serviceNode(const Request &request, const ServicePlan &service)
{
    Node node = Node::map();
    for (const auto addKey : kServiceKeys)
        addKey(request, service, node);
    return node;
}

/// Adds a top-level key unless there is nothing below it.
void addUnlessEmpty(Node &root, std::string_view key, Node value)
{
    if (!value.entries().empty())
        root.add(key, std::move(value));
}

Node networkNode(const Request &request, const NetworkPlan &network)
{
    const ServicePlan &client =
        request.plan().services[static_cast<std::size_t>(network.members.front())];
    Node node = Node::map();
    if (network.internal)
        node.add("internal", true)
            .why(request.why(client, {segmented_networks, declared_egress}, "service.peers"));
    else if (!network.masquerade) // answers connections from outside, opens none
        node.add("driver_opts", Node::map())
            .why(request.why(client, declared_egress, "service.peers"))
            .add("com.docker.network.bridge.enable_ip_masquerade", "false");
    if (network.ipv6)
        node.add("enable_ipv6", true).why(request.from(client, "service.peer.network"));
    return node;
}

Node networksNode(const Request &request)
{
    Node networks = Node::map();
    for (const NetworkPlan &network : request.plan().networks)
        networks.add(composefile::keyOf(network.name), networkNode(request, network));
    return networks;
}

Node volumesNode(const Request &request)
{
    Node volumes = Node::map();
    for (const ServicePlan &service : request.plan().services)
        for (const MountPlan &mount : service.storage)
            // Shared ones are named by several services.
            if (const auto key = composefile::keyOf(mount.volume); volumes.find(key) == nullptr)
                volumes.add(key, Node::map())
                    .why(request.why(service, single_writer_storage, "service.storage"));
    return volumes;
}

Node secretsNode(const Request &request)
{
    Node secrets = Node::map();
    for (const ServicePlan &service : request.plan().services)
        for (const SecretPlan &secret : service.secrets)
            if (const auto key = composefile::keyOf(secret.name); secrets.find(key) == nullptr)
                secrets.add(key, Node::map())
                    .why(request.why(service, secret_files, "service.secrets"))
                    .add("file", composefile::text("./secrets/" + secret.name));
    return secrets;
}

Node configsNode(const Request &request)
{
    Node configs = Node::map();
    for (const ServicePlan &service : request.plan().services)
        for (const ConfigFilePlan &file : service.files)
            configs.add(composefile::configName(service, file), Node::map())
                .add("file", composefile::text("./docker/" + service.name + "/" + file.fileName));
    return configs;
}

} // namespace

void compose(const Request &request, Bundle &bundle)
{
    Node root = Node::map();
    root.add("name", request.plan().name).why(request.why(own_namespace, "workload.name"));
    std::vector<const ServicePlan *> byName;
    for (const ServicePlan &service : request.plan().services)
        byName.push_back(&service);
    std::ranges::sort(byName, {}, &ServicePlan::name); // as dclint asks
    Node services = Node::map();
    for (const ServicePlan *service : byName)
        services.add(service->name, serviceNode(request, *service));
    root.add("services", std::move(services));
    addUnlessEmpty(root, "networks", networksNode(request));
    addUnlessEmpty(root, "volumes", volumesNode(request));
    addUnlessEmpty(root, "secrets", secretsNode(request));
    addUnlessEmpty(root, "configs", configsNode(request));

    const auto header = request.header({"Compose file: runs the workload on one Docker host. "
                                        "Start: docker compose up --detach --wait",
                                        "Compose-fil: kjører arbeidslasten på én Docker-vert. "
                                        "Start: docker compose up --detach --wait"});
    bundle.addYaml("compose.yaml", yaml::write({&root, 1}, header, request.commenter()));
}

} // namespace skanse::render
