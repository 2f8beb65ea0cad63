// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"
#include "core/text/encode.h"

#include <QCryptographicHash>

#include <algorithm>

namespace skanse::render::cluster {

namespace {

using enum ControlId;

/// Fills a new volume with what the image keeps at its path, once, as Docker does with a new named
/// volume. Nothing is overwritten later.
constexpr std::string_view kSeedScript =
    R"(for path do test -e "/skanse-seed$path/.seeded" || { cp -R "$path/." "/skanse-seed$path/" && touch "/skanse-seed$path/.seeded" || exit 1; }; done)";

Node arguments(const std::vector<std::string> &words)
{
    Node list = Node::list();
    for (const std::string &word : words)
        list.append(encode::kubernetesArgument(word));
    return std::move(list.flow());
}

Node variable(std::string_view name, std::string_view value)
{
    Node node = Node::map();
    node.add("name", name);
    node.add("value", encode::kubernetesArgument(value));
    return node;
}

Node environmentOf(const Request &request, const ServicePlan &service)
{
    Node list = Node::list();
    for (const Variable &known : service.environment)
        list.append(variable(known.name, known.value))
            .why(request.from(service, "service.environment"));
    for (const SecretPlan &secret : service.secrets)
        if (secret.use == SecretUse::Variable)
            list.append(variable(secret.variable, secret.path))
                .why(request.why(service, {secret_files}, "service.secret.variable"));
    return list;
}

Node portsOf(const Request &request, const ServicePlan &service)
{
    Node list = Node::list();
    for (const PortPlan &port : service.ports) {
        Node node = Node::map();
        node.add("name", port.name);
        node.add("containerPort", port.port)
            .why(request.why(service, {unprivileged_port}, "service.port.container"));
        node.add("protocol", port.protocol == Protocol::Udp ? "UDP" : "TCP");
        list.append(std::move(node));
    }
    return list;
}

/// Name, image and how it is pulled.
Node startOfContainer(const Request &request, const ServicePlan &service, std::string_view name)
{
    const Origin why = request.why(service, {image_pinned}, "service.image");
    Node container = Node::map();
    container.add("name", name);
    container.add("image", service.image.pinned()).why(why);
    container.add("imagePullPolicy", "Always").why(why);
    return container;
}

Node seedContainer(const Request &request, const ServicePlan &service, Node mounts)
{
    Node command = Node::list();
    for (const std::string_view word :
         {std::string_view("sh"), std::string_view("-c"), kSeedScript})
        command.append(word);
    Node paths = Node::list();
    paths.append("seed");
    for (const MountPlan &mount : service.storage)
        if (mount.seeded)
            paths.append(encode::kubernetesArgument(mount.path));
    Node container = startOfContainer(request, service, "seed");
    container.add("command", std::move(command));
    container.add("args", std::move(paths.flow()));
    container.add("securityContext", containerSecurityContext(request, service));
    container.add("resources", resourcesOf(request, service));
    container.add("volumeMounts", std::move(mounts));
    Node list = Node::list();
    list.append(std::move(container));
    return list;
}

Node containerOf(const Request &request, const ServicePlan &service, Node mounts)
{
    Node container = startOfContainer(request, service, service.name);
    if (!service.command.empty())
        container.add("command", arguments(service.command))
            .why(request.from(service, "service.command"));
    if (!service.arguments.empty())
        container.add("args", arguments(service.arguments))
            .why(request.from(service, "service.arguments"));
    if (Node environment = environmentOf(request, service); !environment.entries().empty())
        container.add("env", std::move(environment));
    if (!service.ports.empty())
        container.add("ports", portsOf(request, service));
    container.add("securityContext", containerSecurityContext(request, service));
    container.add("resources", resourcesOf(request, service));
    addProbes(request, service, container);
    if (!mounts.entries().empty())
        container.add("volumeMounts", std::move(mounts));
    Node list = Node::list();
    list.append(std::move(container));
    return list;
}

/// Changes with the configuration, so that new pods replace those that still run with the old one. What
/// made the file does not count.
std::string checksum(const Request &request, std::span<const ConfigText> configs)
{
    const std::string &stamp = request.stampLine();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ConfigText &config : configs) {
        const std::string_view text = config.text.text;
        const auto at = std::min(text.find(stamp), text.size());
        for (const std::string_view part :
             {text.substr(0, at), text.substr(std::min(at + stamp.size(), text.size()))})
            hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
    }
    return hash.result().toHex().first(16).toStdString();
}

Node metadataOf(const Request &request, const ServicePlan &service,
                std::span<const ConfigText> configs)
{
    const Plan &plan = request.plan();
    Node labels = labelsOf(request, service);
    if (plan.applied(residency))
        labels.add(kRegion, plan.region.hosting->iso).why(request.why({residency}, "host.region"));
    Node metadata = Node::map();
    metadata.add("labels", std::move(labels));
    if (!configs.empty()) {
        Node annotations = Node::map();
        annotations.add("checksum/config", checksum(request, configs));
        metadata.add("annotations", std::move(annotations));
    }
    return metadata;
}

Node specOf(const Request &request, const ServicePlan &service)
{
    Volumes volumes = volumesOf(request, service);
    Node spec = Node::map();
    spec.add("serviceAccountName", service.name).why(request.why(service, {no_service_token}));
    if (service.applied(no_service_token))
        spec.add("automountServiceAccountToken", false)
            .why(request.why(service, {no_service_token}));
    if (service.applied(no_service_links))
        spec.add("enableServiceLinks", false).why(request.why(service, {no_service_links}));
    if (service.applied(user_namespace))
        spec.add("hostUsers", false)
            .why(request.why(service, {user_namespace}, "service.userNamespace"));
    if (service.applied(graceful_stop))
        spec.add("terminationGracePeriodSeconds", (service.stopGrace.milliseconds + 999) / 1000)
            .why(request.why(service, {graceful_stop}, "service.stopGrace"));
    spec.add("securityContext", podSecurityContext(request, service));
    addPlacement(request, service, spec);
    if (!volumes.seedMounts.entries().empty())
        spec.add("initContainers", seedContainer(request, service, std::move(volumes.seedMounts)));
    spec.add("containers", containerOf(request, service, std::move(volumes.mounts)));
    if (!volumes.volumes.entries().empty())
        spec.add("volumes", std::move(volumes.volumes));
    return spec;
}

} // namespace

Node podTemplate(const Request &request, const ServicePlan &service,
                 std::span<const ConfigText> configs)
{
    Node node = Node::map();
    node.add("metadata", metadataOf(request, service, configs));
    node.add("spec", specOf(request, service));
    return node;
}

} // namespace skanse::render::cluster
