// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/flow_graph.h"

#include "core/render/labels.h"
#include "ui/session/navigator.h"
#include "ui/text/language.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skanse::ui {

namespace {

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(FlowGraph)
};

FlowNode::Kind kindOf(Endpoint::Kind kind)
{
    switch (kind) {
    case Endpoint::Kind::Service:
        return FlowNode::Kind::Service;
    case Endpoint::Kind::Network:
        return FlowNode::Kind::Network;
    case Endpoint::Kind::Name:
        return FlowNode::Kind::Name;
    case Endpoint::Kind::Ingress:
        return FlowNode::Kind::Ingress;
    case Endpoint::Kind::Internet:
        break;
    }
    return FlowNode::Kind::Internet;
}

QString titleOf(const FlowNode &node)
{
    switch (node.kind) {
    case FlowNode::Kind::Internet:
        return node.comesIn ? Text::tr("Everyone") : Text::tr("The internet");
    case FlowNode::Kind::Network:
        return toQString(toString(node.network));
    case FlowNode::Kind::Ingress:
        return Text::tr("Ingress controller");
    case FlowNode::Kind::HostOnly:
        return Text::tr("This host only");
    case FlowNode::Kind::Address:
        return node.name.empty() ? Text::tr("Every address of the host") : toQString(node.name);
    case FlowNode::Kind::Service:
    case FlowNode::Kind::Name:
        break;
    }
    return toQString(node.name);
}

QString subtitleOf(FlowNode::Kind kind)
{
    switch (kind) {
    case FlowNode::Kind::Internet:
        return Text::tr("any address");
    case FlowNode::Kind::Network:
        return Text::tr("network");
    case FlowNode::Kind::Name:
        return Text::tr("DNS name");
    case FlowNode::Kind::Ingress:
        return Text::tr("Kubernetes");
    case FlowNode::Kind::HostOnly:
        return Text::tr("loopback");
    case FlowNode::Kind::Address:
        return Text::tr("address of the host");
    case FlowNode::Kind::Service:
        break;
    }
    return {};
}

QString portLabel(std::int64_t port, Protocol protocol)
{
    return port == 0 ? Text::tr("any port") : u"%1/%2"_s.arg(port).arg(toQString(wordOf(protocol)));
}

class Builder
{
public:
    explicit Builder(const Plan &plan) : m_plan(plan)
    {
        m_graph.title = toQString(plan.name);
        for (const ServicePlan &service : plan.services)
            addService(service);
        if (plan.wants(Target::Compose))
            for (std::size_t i = 0; i < plan.services.size(); ++i)
                addPublications(static_cast<int>(i));
        for (const Flow &flow : plan.flows)
            addFlow(flow);
    }

    FlowGraph take() { return std::move(m_graph); }

private:
    void addService(const ServicePlan &service)
    {
        FlowNode node;
        node.name = service.name;
        node.generated = service.generated;
        node.title = service.name.empty() ? Text::tr("(no name)") : toQString(service.name);
        node.subtitle = service.preset == nullptr ? QString() : say(service.preset->title);
        for (const PortPlan &port : service.ports)
            node.ports.push_back({port.port, port.protocol, port.name});
        m_graph.nodes.push_back(std::move(node));
    }

    int outside(FlowNode node)
    {
        const auto known = std::ranges::find(m_graph.nodes, node.key(), &FlowNode::key);
        if (known != m_graph.nodes.end())
            return static_cast<int>(known - m_graph.nodes.begin());
        node.title = titleOf(node);
        node.subtitle = subtitleOf(node.kind);
        m_graph.nodes.push_back(std::move(node));
        return static_cast<int>(m_graph.nodes.size()) - 1;
    }

    int endOf(const Endpoint &end, bool comesIn)
    {
        if (end.kind == Endpoint::Kind::Service)
            return end.service;
        return outside({.kind = kindOf(end.kind),
                        .comesIn = comesIn,
                        .name = end.name,
                        .network = end.network});
    }

    void addPublications(int service)
    {
        for (const PortPlan &port : m_plan.services[static_cast<std::size_t>(service)].ports) {
            if (!port.publication)
                continue;
            const Publication &opened = *port.publication;
            const bool hostOnly = opened.address == "::1" || opened.address.starts_with("127.");
            FlowNode from{.kind = opened.everybody ? FlowNode::Kind::Internet
                                : hostOnly         ? FlowNode::Kind::HostOnly
                                                   : FlowNode::Kind::Address,
                          .comesIn = true};
            if (from.kind == FlowNode::Kind::Address)
                from.name = opened.address;
            FlowArrow arrow{.from = outside(std::move(from)),
                            .to = service,
                            .port = port.port,
                            .protocol = port.protocol,
                            .publication = true};
            arrow.label =
                opened.hostPort == port.port
                    ? portLabel(port.port, port.protocol)
                    : u"%1 → %2"_s.arg(opened.hostPort).arg(portLabel(port.port, port.protocol));
            arrow.reason = Text::tr("Opened on the host: %1")
                               .arg(toQString(publicationText(opened, language())));
            m_graph.arrows.push_back(std::move(arrow));
        }
    }

    void addFlow(const Flow &flow)
    {
        FlowArrow arrow{.from = endOf(flow.from, true),
                        .to = endOf(flow.to, false),
                        .port = flow.port,
                        .protocol = flow.protocol,
                        .derived = flow.derived};
        arrow.label = portLabel(flow.port, flow.protocol);
        arrow.purpose = toQString(flow.purpose);
        if (flow.derived) {
            // The publication says the same already.
            if (std::ranges::any_of(m_graph.arrows, [&](const FlowArrow &known) {
                    return known.from == arrow.from && known.to == arrow.to
                        && known.port == arrow.port && known.protocol == arrow.protocol;
                }))
                return;
            arrow.reason = flow.from.kind == Endpoint::Kind::Ingress
                             ? Text::tr("Follows from the public port: in Kubernetes it is reached "
                                        "through the ingress controller.")
                             : Text::tr("Follows from the public port of %1.")
                                   .arg(m_graph.node(arrow.to).title);
        }
        m_graph.arrows.push_back(std::move(arrow));
    }

    const Plan &m_plan;
    FlowGraph m_graph;
};

} // namespace

std::string FlowNode::key() const
{
    std::string text = std::to_string(static_cast<int>(kind)) + (comesIn ? "<" : ">") + name;
    if (kind == Kind::Network)
        text += toString(network);
    return text;
}

bool FlowGraph::allows(int from, int to) const
{
    return arrowBetween(from, to) >= 0;
}

int FlowGraph::arrowBetween(int from, int to) const
{
    const auto found = std::ranges::find_if(
        arrows, [&](const FlowArrow &arrow) { return arrow.from == from && arrow.to == to; });
    return found == arrows.end() ? -1 : static_cast<int>(found - arrows.begin());
}

int FlowGraph::atSide(int index, bool comesIn) const
{
    FlowNode twin = node(index);
    if (twin.isService() || twin.comesIn == comesIn)
        return index;
    twin.comesIn = comesIn;
    const auto found = std::ranges::find(nodes, twin.key(), &FlowNode::key);
    return found == nodes.end() ? index : static_cast<int>(found - nodes.begin());
}

std::vector<int> FlowGraph::deniedFrom(int node) const
{
    std::vector<int> denied;
    for (int other = 0; other < serviceCount(); ++other)
        if (other != node && !allows(node, other))
            denied.push_back(other);
    return denied;
}

int FlowGraph::serviceCount() const
{
    return static_cast<int>(std::ranges::count_if(nodes, &FlowNode::isService));
}

int FlowGraph::serviceNamed(std::string_view name) const
{
    const auto found = std::ranges::find_if(
        nodes, [&](const FlowNode &node) { return node.isService() && node.name == name; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

std::string FlowGraph::keyOf(const FlowArrow &arrow) const
{
    return node(arrow.from).key() + "|" + node(arrow.to).key() + "|" + std::to_string(arrow.port)
         + std::string(wordOf(arrow.protocol)) + (arrow.publication ? "p" : "");
}

FlowGraph flowGraphOf(const Plan &plan)
{
    return Builder(plan).take();
}

void addStates(FlowGraph &graph, const Answers &answers, const Diagnostics &diagnostics)
{
    for (const Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.severity != Severity::Error && diagnostic.severity != Severity::Warning)
            continue;
        const AnswerPlace place = placeAt(answers, diagnostic.path, diagnostic.question);
        const int service = place.record.service();
        if (service < 0 || static_cast<std::size_t>(service) >= answers.services.size())
            continue;
        const int index =
            graph.serviceNamed(answers.services[static_cast<std::size_t>(service)].name);
        if (index < 0)
            continue;
        FlowNode &node = graph.nodes[static_cast<std::size_t>(index)];
        const auto state = diagnostic.severity == Severity::Error ? FlowNode::State::Error
                                                                  : FlowNode::State::Warning;
        if (state > node.state) {
            node.state = state;
            node.problem = say(diagnostic.message);
        }
    }
}

QString sentenceAbout(const FlowGraph &graph, int node)
{
    QStringList reached;
    QStringList reachedBy;
    for (const FlowArrow &arrow : graph.arrows) {
        if (arrow.from == node)
            reached += arrow.port == 0 ? graph.node(arrow.to).title
                                       : u"%1:%2"_s.arg(graph.node(arrow.to).title).arg(arrow.port);
        if (arrow.to == node && !reachedBy.contains(graph.node(arrow.from).title))
            reachedBy += graph.node(arrow.from).title;
    }
    const QString name = graph.node(node).title;
    QStringList parts;
    if (!reached.isEmpty())
        parts += Text::tr("%1 may reach %2").arg(name, reached.join(u", "_s));
    else if (graph.node(node).isService())
        parts += Text::tr("%1 may open no connection").arg(name);
    else
        parts += name;
    if (graph.node(node).isService()) {
        const auto denied = graph.deniedFrom(node).size();
        parts += denied == 0 ? Text::tr("no service is denied")
               : denied == 1 ? Text::tr("1 service is denied")
                             : Text::tr("%1 services are denied").arg(denied);
    }
    if (!reachedBy.isEmpty())
        parts += Text::tr("it is reached by %1").arg(reachedBy.join(u", "_s));
    return parts.join(u"; "_s);
}

QString sentenceAboutArrow(const FlowGraph &graph, int index)
{
    const FlowArrow &arrow = graph.arrow(index);
    QString text =
        u"%1 → %2, %3"_s.arg(graph.node(arrow.from).title, graph.node(arrow.to).title, arrow.label);
    for (const QString &more : {arrow.purpose, arrow.reason})
        if (!more.isEmpty())
            text += u" – "_s + more;
    return text;
}

} // namespace skanse::ui
