// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"

#include <array>

namespace skanse::render::cluster {

namespace {

using enum ControlId;

constexpr std::string_view kNamespaceName = "kubernetes.io/metadata.name";

/// Private, shared, link-local (with the cloud's metadata service) and special-purpose space: RFC 1918,
/// 6598, 3927, 6890, 4193, 4291.
constexpr std::array kNotPublic4{"10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8",
                                 "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
                                 "192.168.0.0/16"};
constexpr std::array kNotPublic6{"::1/128", "fc00::/7", "fe80::/10"};

Node block(std::string_view cidr, std::span<const char *const> except)
{
    Node range = Node::map();
    range.add("cidr", cidr);
    if (!except.empty()) {
        Node list = Node::list();
        for (const char *one : except)
            list.append(one);
        range.add("except", std::move(list.flow()));
    }
    Node peer = Node::map();
    peer.add("ipBlock", std::move(range));
    return peer;
}

Node podsOf(const ServicePlan &service)
{
    Node peer = Node::map();
    peer.add("podSelector", labelSelectorOf(service));
    return peer;
}

Node namespaceNamed(std::string_view name)
{
    Node labels = Node::map();
    labels.add(kNamespaceName, name);
    Node selector = Node::map();
    selector.add("matchLabels", std::move(labels));
    Node peer = Node::map();
    peer.add("namespaceSelector", std::move(selector));
    return peer;
}

/// The end of a flow as peers of a rule. Traffic from the public may arrive with the address of a node;
/// traffic to the public must not reach a private one.
Node peersOf(const Plan &plan, const Endpoint &end, bool outgoing)
{
    Node peers = Node::list();
    switch (end.kind) {
    case Endpoint::Kind::Service:
        peers.append(podsOf(plan.services[static_cast<std::size_t>(end.service)]));
        break;
    case Endpoint::Kind::Network:
        peers.append(block(toString(end.network), {}));
        break;
    case Endpoint::Kind::Ingress:
        peers.append(namespaceNamed(plan.ingressNamespace));
        break;
    case Endpoint::Kind::Name:
    case Endpoint::Kind::Internet:
        if (outgoing) {
            peers.append(block("0.0.0.0/0", kNotPublic4));
            peers.append(block("::/0", kNotPublic6));
        } else {
            peers.append(block("0.0.0.0/0", {}));
            peers.append(block("::/0", {}));
        }
    }
    return peers;
}

Node portNode(std::string_view protocol, std::int64_t port)
{
    Node node = Node::map();
    node.add("protocol", protocol);
    node.add("port", port);
    return node;
}

Node ruleOf(const Request &request, const ServicePlan &service, const Flow &flow, bool outgoing)
{
    const std::string_view question = flow.derived ? "service.port.exposure" : "service.peers";
    Node rule = Node::map();
    rule.add(outgoing ? "to" : "from",
             peersOf(request.plan(), outgoing ? flow.to : flow.from, outgoing));
    if (flow.port != 0) {
        Node ports = Node::list();
        ports.append(portNode(flow.protocol == Protocol::Udp ? "UDP" : "TCP", flow.port));
        rule.add("ports", std::move(ports));
    }
    rule.why(request.from(service, question));
    return rule;
}

/// The cluster's own name service and nothing else.
Node dnsRule()
{
    Node label = Node::map();
    label.add("k8s-app", "kube-dns");
    Node selector = Node::map();
    selector.add("matchLabels", std::move(label));
    Node peer = namespaceNamed("kube-system");
    peer.add("podSelector", std::move(selector));
    Node peers = Node::list();
    peers.append(std::move(peer));
    Node ports = Node::list();
    ports.append(portNode("UDP", 53));
    ports.append(portNode("TCP", 53));
    Node rule = Node::map();
    rule.add("to", std::move(peers));
    rule.add("ports", std::move(ports));
    return rule;
}

Node ingressRules(const Request &request, const ServicePlan &service)
{
    Node rules = Node::list();
    if (!service.applied(segmented_networks)) { // shared with the whole workload
        Node anyPod = Node::map();
        anyPod.add("podSelector", Node::map());
        Node peers = Node::list();
        peers.append(std::move(anyPod));
        Node rule = Node::map();
        rule.add("from", std::move(peers));
        rules.append(std::move(rule));
    }
    for (const Flow *flow : request.plan().flowsTo(request.indexOf(service)))
        rules.append(ruleOf(request, service, *flow, false));
    return rules;
}

Node egressRules(const Request &request, const ServicePlan &service)
{
    Node rules = Node::list();
    if (!service.applied(declared_egress)) {
        rules.append(Node::map()); // everything
        return rules;
    }
    for (const Flow *flow : request.plan().flowsFrom(request.indexOf(service)))
        rules.append(ruleOf(request, service, *flow, true));
    if (service.needsDns)
        rules.append(dnsRule());
    return rules;
}

Node bothDirections()
{
    return std::move(Node::list({"Ingress", "Egress"}).flow());
}

Node defaultDeny(const Request &request)
{
    const Origin why = request.why({default_deny});
    Node spec = Node::map();
    spec.add("podSelector", Node::map());
    spec.add("policyTypes", bothDirections());
    Node node = object(request, "networking.k8s.io/v1", "NetworkPolicy", "default-deny", why);
    node.add("spec", std::move(spec)).why(why);
    return node;
}

/// One policy for both directions: every pod is selected by exactly one allowing policy.
Node allow(const Request &request, const ServicePlan &service)
{
    Node spec = Node::map();
    spec.add("podSelector", labelSelectorOf(service));
    spec.add("policyTypes", bothDirections());
    spec.add("ingress", ingressRules(request, service))
        .why(request.why(service, {segmented_networks}, "service.peers"));
    spec.add("egress", egressRules(request, service))
        .why(request.why(service, {declared_egress}, "service.peers"));
    Node node =
        object(request, service, "networking.k8s.io/v1", "NetworkPolicy", "allow-" + service.name);
    node.add("spec", std::move(spec));
    return node;
}

} // namespace

void networkPolicies(const Request &request, Bundle &bundle)
{
    std::vector<Node> documents;
    documents.reserve(1 + request.plan().services.size());
    documents.push_back(defaultDeny(request));
    for (const ServicePlan &service : request.plan().services)
        documents.push_back(allow(request, service));
    addFile(request, bundle, "kubernetes/network-policies.yaml",
            {"Who may talk to whom; everything else is denied. Needs a network plug-in that "
             "enforces it.",
             "Hvem som får snakke med hvem; alt annet nektes. Krever et nettverkstillegg som "
             "håndhever det."},
            documents);
}

} // namespace skanse::render::cluster
