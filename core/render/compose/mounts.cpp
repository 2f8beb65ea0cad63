// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/compose/parts.h"

#include "core/text/encode.h"

namespace skanse::render::composefile {

using enum ControlId;
using yaml::Node;

namespace {

/// Writable for all users of the container, as for /tmp, and nobody but the service is in there. An owner
/// would be narrower, but Podman refuses the options uid and gid.
std::string tmpfsOf(const ServicePlan &service, const ScratchPlan &scratch)
{
    std::string mount = scratch.path + ":";
    if (service.applied(scratch_limits))
        mount += "size=" + toDockerString(scratch.size) + ",";
    mount += scratch.exec ? "mode=1777,exec" : "mode=1777,noexec";
    return mount + ",nosuid,nodev";
}

} // namespace

void addVolumes(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.storage.empty())
        return;
    Node &volumes = node.add("volumes", Node::list())
                        .why(request.why(service, single_writer_storage, "service.storage"));
    for (const MountPlan &mount : service.storage) {
        Node &volume = volumes.append(Node::map());
        volume.add("type", "volume");
        volume.add("source", keyOf(mount.volume));
        volume.add("target", text(mount.path));
        if (mount.readOnly)
            volume.add("read_only", true).why(request.from(service, "service.storage.readOnly"));
    }
}

void addTmpfs(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.scratch.empty())
        return;
    Node &paths = node.add("tmpfs", Node::list())
                      .why(request.why(service, scratch_limits, "service.scratch"));
    for (const ScratchPlan &scratch : service.scratch)
        paths.append(text(tmpfsOf(service, scratch)));
}

void addConfigs(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.files.empty())
        return;
    const bool isProxy = service.preset->kind == PresetKind::Proxy;
    Node &configs = node.add("configs", Node::list())
                        .why(isProxy ? request.why(service, edge_proxy, "service.preset")
                                     : request.from(service, "service.preset"));
    for (const ConfigFilePlan &file : service.files) {
        Node &config = configs.append(Node::map());
        config.add("source", configName(service, file));
        config.add("target", text(file.path));
    }
}

/// No uid, gid and mode: Compose ignores them for files and says so. See secrets/README.md.
void addSecrets(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.secrets.empty())
        return;
    Node &secrets = node.add("secrets", Node::list())
                        .why(request.why(service, secret_files, "service.secrets"));
    for (const SecretPlan &secret : service.secrets) {
        Node &entry = secrets.append(Node::map());
        entry.add("source", text(keyOf(secret.name)));
        entry.add("target", text(secret.path));
    }
}

std::string configName(const ServicePlan &service, const ConfigFilePlan &file)
{
    return keyOf(service.name + "-" + file.fileName);
}

std::string keyOf(std::string_view name)
{
    return (name.starts_with("x-") ? "_" : "") + std::string(name);
}

void addEnvironment(const Request &request, const ServicePlan &service, Node &node)
{
    Node environment = Node::map();
    for (const Variable &variable : service.environment)
        environment.add(variable.name, text(variable.value))
            .why(request.from(service, "service.environment"));
    for (const SecretPlan &secret : service.secrets)
        if (secret.use == SecretUse::Variable && environment.find(secret.variable) == nullptr)
            environment.add(secret.variable, text(secret.path))
                .why(request.why(service, secret_files, "service.secret.variable"));
    if (!environment.entries().empty())
        node.add("environment", std::move(environment));
}

} // namespace skanse::render::composefile
