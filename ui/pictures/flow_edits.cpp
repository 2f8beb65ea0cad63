// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/flow_edits.h"

#include "core/schema/service_parts.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/text/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace skanse::ui {

namespace {

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(FlowEdits)
};

const Question &peersQuestion()
{
    return *serviceType().find("peers");
}

const Question &portsQuestion()
{
    return *serviceType().find("ports");
}

std::optional<PeerKind> peerKindOf(FlowNode::Kind kind)
{
    switch (kind) {
    case FlowNode::Kind::Service:
        return PeerKind::Service;
    case FlowNode::Kind::Internet:
        return PeerKind::Internet;
    case FlowNode::Kind::Network:
        return PeerKind::Network;
    case FlowNode::Kind::Name:
        return PeerKind::Name;
    case FlowNode::Kind::Ingress:
        return PeerKind::Ingress;
    case FlowNode::Kind::HostOnly:
    case FlowNode::Kind::Address:
        break;
    }
    return std::nullopt;
}

bool isAbout(const Peer &peer, const FlowNode &other)
{
    if (peerKindOf(other.kind) != peer.kind)
        return false;
    switch (peer.kind) {
    case PeerKind::Service:
        return peer.service == other.name;
    case PeerKind::Network:
        return peer.network == other.network;
    case PeerKind::Name:
        return peer.name == other.name;
    case PeerKind::Ingress:
    case PeerKind::Internet:
        break;
    }
    return true;
}

/// The port that a peer means; a service's first fitting one when it does not say.
bool meansPort(const Peer &peer, const FlowNode &target, const FlowArrow &arrow)
{
    if (!target.isService())
        return peer.port.value_or(0) == arrow.port
            && peer.protocol.value_or(Protocol::Tcp) == arrow.protocol;
    const auto port = std::ranges::find_if(target.ports, [&](const FlowNode::Port &one) {
        return (!peer.port || one.number == *peer.port)
            && (!peer.protocol || one.protocol == *peer.protocol);
    });
    return port != target.ports.end() && port->number == arrow.port
        && port->protocol == arrow.protocol;
}

void collectPeers(std::vector<RecordPath> &found, const Answers &answers, const FlowNode &owner,
                  Direction direction, const FlowNode &other, const FlowNode &target,
                  const FlowArrow &arrow)
{
    const int index = answersIndex(answers, owner);
    if (index < 0)
        return;
    const auto service = static_cast<std::size_t>(index);
    const auto &peers = answers.services[service].peers;
    for (std::size_t i = 0; i < peers.size(); ++i)
        if (peers[i].direction == direction && isAbout(peers[i], other)
            && meansPort(peers[i], target, arrow))
            found.push_back(servicePath(service).item(peersQuestion(), i));
}

AnswerPlace questionOfPort(const Answers &answers, const FlowNode &node, const FlowArrow &arrow)
{
    const int index = answersIndex(answers, node);
    if (index < 0)
        return {};
    const auto planned = std::ranges::find_if(node.ports, [&](const FlowNode::Port &port) {
        return port.number == arrow.port && port.protocol == arrow.protocol;
    });
    const RecordPath record = servicePath(static_cast<std::size_t>(index));
    const auto &ports = answers.services[static_cast<std::size_t>(index)].ports;
    const auto found = planned == node.ports.end()
                         ? ports.end()
                         : std::ranges::find(ports, planned->name, &Port::name);
    if (found == ports.end())
        return {record, &portsQuestion()};
    return {record.item(portsQuestion(), static_cast<std::size_t>(found - ports.begin())),
            portType().find("exposure")};
}

/// What is still to be said about a new peer: its other side, its port, or what it is for.
const Question &firstOpen(const Peer &peer, const FlowNode *target)
{
    const RecordType &type = peerType();
    if (peer.kind == PeerKind::Network && !peer.network)
        return *type.find("network");
    if (peer.kind == PeerKind::Name && peer.name.empty())
        return *type.find("name");
    const bool isClear = target != nullptr && target->isService() && target->ports.size() == 1;
    return *type.find(isClear ? "purpose" : "port");
}

AnswerPlace addPeer(Session &session, int service, const Peer &peer, const FlowNode *target)
{
    const RecordPath record = servicePath(static_cast<std::size_t>(service));
    const std::size_t number = session.addItem(record, peersQuestion(), [&](void *item) {
        *static_cast<Peer *>(item) = peer; // peers is a list of them
    });
    return {record.item(peersQuestion(), number), &firstOpen(peer, target)};
}

} // namespace

int answersIndex(const Answers &answers, const FlowNode &node)
{
    if (!node.isService())
        return -1;
    const auto found = std::ranges::find(answers.services, node.name, &Service::name);
    return found == answers.services.end() ? -1
                                           : static_cast<int>(found - answers.services.begin());
}

std::vector<RecordPath> peersOf(const Answers &answers, const FlowGraph &graph,
                                const FlowArrow &arrow)
{
    std::vector<RecordPath> found;
    if (!arrow.isDeclared())
        return found;
    const FlowNode &from = graph.node(arrow.from);
    const FlowNode &to = graph.node(arrow.to);
    collectPeers(found, answers, from, Direction::To, to, to, arrow);
    collectPeers(found, answers, to, Direction::From, from, to, arrow);
    return found;
}

AnswerPlace questionOf(const Answers &answers, const FlowGraph &graph, const FlowArrow &arrow)
{
    if (!arrow.isDeclared())
        return questionOfPort(answers, graph.node(arrow.to), arrow);
    const auto peers = peersOf(answers, graph, arrow);
    if (peers.empty())
        return {};
    const auto *peer = static_cast<const Peer *>(peers.front().in(answers));
    std::string_view key = "kind";
    if (peer->kind == PeerKind::Service)
        key = "service";
    else if (peer->kind == PeerKind::Network)
        key = "network";
    else if (peer->kind == PeerKind::Name)
        key = "name";
    return {peers.front(), peerType().find(key)};
}

std::expected<void, QString> mayConnect(const Answers &answers, const FlowGraph &graph, int from,
                                        int to)
{
    const FlowNode &source = graph.node(from);
    const FlowNode &target = graph.node(to);
    if (from == to)
        return std::unexpected(Text::tr("A service needs no permission to reach itself."));
    if (!source.isService() && !target.isService())
        return std::unexpected(Text::tr("One end must be a service."));
    if (target.isService() && target.ports.empty())
        return std::unexpected(
            Text::tr("%1 offers no port to connect to. Give it one first.").arg(target.title));
    const FlowNode &outside = source.isService() ? target : source;
    if (target.kind == FlowNode::Kind::Ingress)
        return std::unexpected(
            Text::tr("The ingress controller only opens connections; nothing connects to it."));
    if (source.kind == FlowNode::Kind::Name)
        return std::unexpected(
            Text::tr("Nothing can tell by name who connects. Use a network instead."));
    if (!peerKindOf(outside.kind))
        return std::unexpected(
            Text::tr("This comes from an open port. Open ports at the step Ports."));
    if (answersIndex(answers, source.isService() ? source : target) < 0
        && answersIndex(answers, target) < 0)
        return std::unexpected(Text::tr("This service was added by Skanse and has no answers."));
    return {};
}

std::expected<AnswerPlace, QString> connectNodes(Session &session, const FlowGraph &graph, int from,
                                                 int to)
{
    if (auto fine = mayConnect(session.answers(), graph, from, to); !fine)
        return std::unexpected(fine.error());
    const FlowNode &source = graph.node(from);
    const FlowNode &target = graph.node(to);
    // Declared by who opens the connection, unless only the other end has answers.
    const int sender = answersIndex(session.answers(), source);
    const int owner = sender >= 0 ? sender : answersIndex(session.answers(), target);
    const FlowNode &other = sender >= 0 ? target : source;
    Peer peer;
    peer.direction = sender >= 0 ? Direction::To : Direction::From;
    peer.kind = *peerKindOf(other.kind);
    if (peer.kind == PeerKind::Service)
        peer.service = other.name;
    else if (peer.kind == PeerKind::Network)
        peer.network = other.network;
    else if (peer.kind == PeerKind::Name)
        peer.name = other.name;
    return addPeer(session, owner, peer, &target);
}

AnswerPlace connectToNew(Session &session, const FlowGraph &graph, int from, PeerKind kind)
{
    const int owner = answersIndex(session.answers(), graph.node(from));
    if (owner < 0)
        return {};
    Peer peer;
    peer.kind = kind;
    return addPeer(session, owner, peer, nullptr);
}

bool removeFlow(Session &session, const FlowGraph &graph, const FlowArrow &arrow)
{
    const auto peers = peersOf(session.answers(), graph, arrow);
    if (peers.empty())
        return false;
    const auto numberOf = [](const RecordPath &peer) { return peer.steps().back().index; };
    if (peers.size() == 1) {
        session.removeItem(servicePath(static_cast<std::size_t>(peers.front().service())),
                           peersQuestion(), numberOf(peers.front()));
        return true;
    }
    session.edit(Text::tr("Remove a flow"), [&](Answers &answers) {
        // From the back, so that the numbers of the others stay right.
        for (auto peer = peers.rbegin(); peer != peers.rend(); ++peer) {
            auto &list = answers.services[static_cast<std::size_t>(peer->service())].peers;
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(numberOf(*peer)));
        }
    });
    return true;
}

} // namespace skanse::ui
