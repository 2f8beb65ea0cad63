// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/plan_report.h"

namespace skanse::report {

namespace {

using yaml::Node;

std::string nameAt(const Plan &plan, int service)
{
    return plan.services.at(static_cast<std::size_t>(service)).name;
}

Node namesOf(const Plan &plan, const std::vector<int> &services)
{
    Node list = Node::list();
    for (const int service : services)
        list.append(nameAt(plan, service));
    return std::move(list.flow());
}

Node decisionsNode(const Plan &plan, const std::vector<Decision> &decisions)
{
    Node list = Node::list();
    for (const Decision &decision : decisions) {
        Node &entry = list.append(Node::map());
        entry.add("control", toString(decision.control));
        entry.add("state", toString(decision.state));
        entry.add("reason", decision.reason.in(plan.language));
        if (!decision.question.empty())
            entry.add("question", decision.question);
    }
    return list;
}

Node portsNode(const ServicePlan &service)
{
    Node list = Node::list();
    for (const PortPlan &port : service.ports) {
        Node &entry = list.append(Node::map());
        entry.add("name", port.name);
        entry.add("port", port.port);
        entry.add("protocol", wordOf(port.protocol));
        entry.add("application", wordOf(port.application));
        if (port.publication) {
            Node &publication = entry.add("published", Node::map());
            publication.add("address", port.publication->address);
            publication.add("hostPort", port.publication->hostPort);
            publication.add("everybody", port.publication->everybody);
        }
    }
    return list;
}

void addPaths(Node &node, const ServicePlan &service)
{
    Node &storage = node.add("storage", Node::list());
    for (const MountPlan &mount : service.storage) {
        Node &entry = storage.append(Node::map());
        entry.add("volume", mount.volume);
        entry.add("path", mount.path);
        entry.add("size", toString(mount.size));
        entry.add("kind", wordOf(mount.kind));
        entry.add("readOnly", mount.readOnly);
        entry.add("shared", mount.shared);
        entry.add("backup", mount.backup);
    }
    Node &scratch = node.add("scratch", Node::list());
    for (const ScratchPlan &item : service.scratch) {
        Node &entry = scratch.append(Node::map());
        entry.add("path", item.path);
        entry.add("size", toString(item.size));
        entry.add("exec", item.exec);
    }
    Node &secrets = node.add("secrets", Node::list());
    for (const SecretPlan &secret : service.secrets) {
        Node &entry = secrets.append(Node::map());
        entry.add("name", secret.name);
        entry.add("use", wordOf(secret.use));
        entry.add("path", secret.path);
        if (!secret.variable.empty())
            entry.add("variable", secret.variable);
    }
}

Node resourcesNode(const ResourcePlan &resources)
{
    Node node = Node::map();
    node.add("memory", toString(resources.memory));
    node.add("memoryRequest", toString(resources.memoryRequest));
    node.add("cpu", toString(resources.cpu));
    node.add("cpuRequest", toString(resources.cpuRequest));
    node.add("pids", resources.pids);
    node.add("openFiles", resources.openFiles);
    node.add("ephemeral", toString(resources.ephemeral));
    if (resources.ioWeight)
        node.add("ioWeight", *resources.ioWeight);
    return node;
}

Node healthNode(const HealthPlan &health)
{
    Node node = Node::map();
    node.add("command", Node::list(health.command)).flow();
    node.add("probe", wordOf(health.probe));
    if (health.probe == ProbeKind::Http)
        node.add("path", health.path);
    node.add("port", health.port);
    node.add("interval", toString(health.interval));
    node.add("timeout", toString(health.timeout));
    node.add("retries", health.retries);
    node.add("start", toString(health.start));
    return node;
}

Node routesNode(const Plan &plan, const ServicePlan &service)
{
    Node list = Node::list();
    for (const Route &route : service.routes) {
        Node &entry = list.append(Node::map());
        entry.add("prefix", route.prefix);
        entry.add("strips", route.strips);
        entry.add("service", nameAt(plan, route.service));
        entry.add("port", route.port);
        entry.add("application", wordOf(route.application));
        if (route.front)
            entry.add("script", route.front->folder + "/" + route.front->script);
    }
    return list;
}

Node entryNode(const Plan &plan)
{
    const ServicePlan &service = plan.services.at(static_cast<std::size_t>(plan.entry->service));
    Node node = Node::map();
    node.add("service", service.name);
    node.add("port", service.ports.at(plan.entry->port).name);
    return std::move(node.flow());
}

Node clientsNode(const ClientPlan &clients)
{
    Node node = Node::map();
    node.add("requestsPerSecond", clients.requestsPerSecond);
    node.add("burst", clients.burst);
    node.add("connections", clients.connections);
    node.add("body", toString(clients.body));
    return std::move(node.flow());
}

Node logsNode(const LogPlan &logs)
{
    Node node = Node::map();
    node.add("fileSize", toString(logs.fileSize));
    node.add("files", logs.files);
    return std::move(node.flow());
}

Node serviceNode(const Plan &plan, const ServicePlan &service)
{
    Node node = Node::map();
    node.add("name", service.name);
    node.add("preset", service.preset->id);
    node.add("generated", service.generated);
    Node &image = node.add("image", Node::map());
    image.add("build", service.image.build);
    image.add("reference", service.image.reference);
    image.add("digest", service.image.digest);
    if (service.image.build)
        image.add("context", service.image.context);
    node.add("command", Node::list(service.command)).flow();
    node.add("arguments", Node::list(service.arguments)).flow();
    node.add("uid", service.uid);
    node.add("gid", service.gid);
    node.add("stateful", service.stateful);
    node.add("replicas", service.replicas);
    node.add("capabilities", Node::list(service.capabilities)).flow();
    node.add("ports", portsNode(service));
    addPaths(node, service);
    node.add("resources", resourcesNode(service.resources));
    node.add("health", healthNode(service.health));
    node.add("stopSignal", service.stopSignal);
    node.add("stopGrace", toString(service.stopGrace));
    node.add("needsDns", service.needsDns);
    Node &networks = node.add("networks", Node::list()).flow();
    for (const std::size_t network : service.networks)
        networks.append(plan.networks.at(network).name);
    if (!service.routes.empty())
        node.add("routes", routesNode(plan, service));
    node.add("dependsOn", namesOf(plan, service.dependsOn)).flow();
    node.add("decisions", decisionsNode(plan, service.decisions));
    return node;
}

Node endpointNode(const Plan &plan, const Endpoint &end)
{
    Node node = Node::map();
    switch (end.kind) {
    case Endpoint::Kind::Service:
        node.add("service", nameAt(plan, end.service));
        break;
    case Endpoint::Kind::Network:
        node.add("network", toString(end.network));
        break;
    case Endpoint::Kind::Name:
        node.add("name", end.name);
        break;
    case Endpoint::Kind::Ingress:
        node.add("kind", wordOf(PeerKind::Ingress));
        break;
    case Endpoint::Kind::Internet:
        node.add("kind", wordOf(PeerKind::Internet));
        break;
    }
    return std::move(node.flow());
}

Node flowsNode(const Plan &plan)
{
    Node list = Node::list();
    for (const Flow &flow : plan.flows) {
        Node &entry = list.append(Node::map());
        entry.add("from", endpointNode(plan, flow.from));
        entry.add("to", endpointNode(plan, flow.to));
        if (flow.port != 0)
            entry.add("port", flow.port);
        entry.add("protocol", wordOf(flow.protocol));
        entry.add("purpose", flow.purpose);
        entry.add("derived", flow.derived);
    }
    return list;
}

Node networksNode(const Plan &plan)
{
    Node list = Node::list();
    for (const NetworkPlan &network : plan.networks) {
        Node &entry = list.append(Node::map());
        entry.add("name", network.name);
        entry.add("internal", network.internal);
        entry.add("masquerade", network.masquerade);
        entry.add("members", namesOf(plan, network.members));
    }
    return list;
}

Node machineNode(const Plan &plan)
{
    const MachinePlan &machine = plan.host.machine;
    Node node = Node::map();
    node.add("system", plan.host.system->id);
    node.add("vcpu", machine.vcpu);
    node.add("memory", toString(machine.memory));
    node.add("disk", toString(machine.disk));
    node.add("derived", machine.derived);
    node.add("limits", toString(machine.limits));
    node.add("reserve", toString(machine.reserve));
    node.add("cpuRequests", toString(machine.cpuRequests));
    node.add("cpuLimits", toString(machine.cpuLimits));
    node.add("storage", toString(machine.storage));
    return node;
}

std::string_view keyOf(DataLocation::Kind kind)
{
    switch (kind) {
    case DataLocation::Kind::Hosting:
        return "hosting";
    case DataLocation::Kind::Backup:
        return "backup";
    case DataLocation::Kind::Logs:
        return "logs";
    case DataLocation::Kind::Registry:
        return "registry";
    }
    return {};
}

Node regionNode(const Plan &plan)
{
    const RegionPlan &region = plan.region;
    Node node = Node::map();
    for (const DataLocation &location : region.locations) {
        if (location.region == nullptr)
            continue;
        Node &entry = node.add(keyOf(location.kind), Node::map());
        entry.add("country", location.region->iso);
        if (location.basis != nullptr) {
            entry.add("basis", location.basis->id);
            entry.add("transfer", location.basis->transfer);
        }
    }
    if (region.providerCountry != nullptr)
        node.add("providerCountry", region.providerCountry->iso);
    if (region.ownership != nullptr)
        node.add("ownershipRisk", region.ownership->risk);
    Node &data = node.add("data", Node::list()).flow();
    for (const DataClass item : region.data)
        data.append(wordOf(item));
    Node &duties = node.add("duties", Node::list());
    for (const Duty *duty : region.duties) {
        Node &entry = duties.append(Node::map());
        entry.add("id", duty->id);
        entry.add("text", duty->text.in(plan.language));
        entry.add("source", duty->source);
        entry.add("asOf", duty->asOf);
        entry.add("verified", duty->verified);
    }
    return node;
}

} // namespace

Node planNode(const Plan &plan)
{
    Node node = Node::map();
    node.add("name", plan.name);
    node.add("environment", wordOf(plan.environment));
    node.add("namespace", plan.nameSpace);
    node.add("hostname", plan.hostname);
    Node &targets = node.add("targets", Node::list()).flow();
    for (const Target target : plan.targets)
        targets.append(wordOf(target));
    if (plan.entry)
        node.add("entry", entryNode(plan));
    node.add("logs", logsNode(plan.logs));
    node.add("clients", clientsNode(plan.clients));
    node.add("podSecurity", plan.podSecurity);
    node.add("machine", machineNode(plan));
    node.add("region", regionNode(plan));
    node.add("networks", networksNode(plan));
    node.add("flows", flowsNode(plan));
    node.add("decisions", decisionsNode(plan, plan.decisions));
    Node &services = node.add("services", Node::list());
    for (const ServicePlan &service : plan.services)
        services.append(serviceNode(plan, service));
    return node;
}

} // namespace skanse::report
