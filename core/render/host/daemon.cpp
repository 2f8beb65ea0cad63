// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/files.h"
#include "core/render/log_options.h"
#include "core/yaml/json.h"

namespace skanse::render {

namespace {

using enum ControlId;
using yaml::Node;

Node addressPools(const HostPlan &host)
{
    Node pools = Node::list();
    for (const Network &base : host.addressPools) {
        Node &pool = pools.append(Node::map());
        pool.add("base", skanse::toString(base));
        pool.add("size", host.subnetLength);
        pool.flow();
    }
    return pools;
}

Node openFiles()
{
    Node limits = Node::map();
    Node &nofile = limits.add("nofile", Node::map());
    nofile.add("Name", "nofile");
    nofile.add("Hard", 65536);
    nofile.add("Soft", 65536);
    nofile.flow();
    return limits;
}

void addNetwork(const Request &request, Node &root)
{
    const Origin network = hostWhy(request, daemon_network);
    const Origin binding = hostWhy(request, {daemon_network, loopback_binding});
    root.add("icc", false).why(network);
    // Without root the helper is what opens the ports.
    if (request.plan().host.engine == ContainerEngine::Docker)
        root.add("userland-proxy", false).why(network);
    if (bindsToLoopback(request.plan())) {
        root.add("ip", "127.0.0.1").why(binding);
        Node &options = root.add("default-network-opts", Node::map()).why(binding);
        options.add("bridge", Node::map())
            .add("com.docker.network.bridge.host_binding_ipv4", "127.0.0.1");
    }
    root.add("default-address-pools", addressPools(request.plan().host))
        .why(hostWhy(request, daemon_network, "host.adminNetworks"));
}

void addLogs(const Request &request, Node &root)
{
    const Origin logs = hostWhy(request, {daemon_logs, log_rotation});
    root.add("log-driver", std::string(request.plan().logs.driver)).why(logs);
    root.add("log-opts", logOptions(request.plan().logs)).why(logs);
    root.add("log-level", "info").why(hostWhy(request, daemon_logs));
}

void addStamp(const Request &request, Node &root)
{
    Node labels = Node::list();
    labels.append("io.skanse.profile=" + request.stamp().fingerprint);
    labels.append("io.skanse.version=" + request.stamp().version);
    root.add("labels", std::move(labels));
}

} // namespace

Text hostDaemonJson(const Request &request)
{
    const HostPlan &host = request.plan().host;
    Node root = Node::map();
    addNetwork(request, root);
    root.add("no-new-privileges", true)
        .why(hostWhy(request, {daemon_privileges, no_privilege_escalation}));
    if (host.userNamespaces) {
        const Origin why = hostWhy(request, {daemon_userns, user_namespace}, "host.userNamespaces");
        root.add("userns-remap", "default").why(why);
        // The image store of containerd, the default from engine 29 on, does not work with it.
        root.add("features", Node::map()).why(why).add("containerd-snapshotter", false);
    }
    if (usesSelinux(request.plan()) && host.engine == ContainerEngine::Docker)
        root.add("selinux-enabled", true).why(hostWhy(request, {}, "host.system"));
    // Without root the networks end with the daemon, and so do the containers.
    if (host.engine == ContainerEngine::Docker)
        root.add("live-restore", true).why(hostWhy(request, daemon_live_restore));
    root.add("shutdown-timeout", 60).why(hostWhy(request, graceful_stop));
    root.add("default-ulimits", openFiles())
        .why(hostWhy(request, {daemon_limits, open_files_limit}));
    addLogs(request, root);
    addStamp(request, root);
    return yaml::toJsonText(root);
}

} // namespace skanse::render
