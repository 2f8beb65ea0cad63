// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <QString>

#include <vector>

/// The flows of a plan as a picture shows them. A value of its own: it stays what it is while newer
/// answers are being worked on.
namespace skanse::ui {

struct FlowNode {
    enum class Kind : std::uint8_t {
        Service,
        Internet, ///< everyone, or any address
        Network,  ///< an address range
        Name,     ///< a DNS name
        Ingress,  ///< the cluster's ingress controller
        HostOnly, ///< programs on the host
        Address,  ///< whoever reaches an address of the host
    };
    enum class State : std::uint8_t { Fine, Warning, Error };
    struct Port {
        std::int64_t number = 0;
        Protocol protocol = Protocol::Tcp;
        std::string name;
        bool operator==(const Port &) const = default;
    };

    Kind kind = Kind::Service;
    bool comesIn = false;    ///< outside, and opens connections; otherwise it is reached
    std::string name;        ///< of the service, the DNS name or the address
    Network network;         ///< with Network
    std::vector<Port> ports; ///< of a service
    bool generated = false;  ///< added by the plan, not a service of the answers
    State state = State::Fine;
    QString title;
    QString subtitle;
    QString problem; ///< the first message about it; empty without

    bool operator==(const FlowNode &) const = default;
    [[nodiscard]] bool isService() const { return kind == Kind::Service; }
    /// Says which node it is, also after the plan has changed.
    [[nodiscard]] std::string key() const;
};

struct FlowArrow {
    int from = 0; ///< index in FlowGraph::nodes
    int to = 0;
    std::int64_t port = 0; ///< in the receiving container; 0: any
    Protocol protocol = Protocol::Tcp;
    bool derived = false;     ///< follows from other answers
    bool publication = false; ///< a port that is opened on the host
    QString label;            ///< "5432/tcp"
    QString purpose;
    QString reason; ///< where a derived one comes from, or what a publication opens

    bool operator==(const FlowArrow &) const = default;
    /// Made by a peer in the answers.
    [[nodiscard]] bool isDeclared() const { return !derived && !publication; }
};

struct FlowGraph {
    QString title;               ///< name of the workload
    std::vector<FlowNode> nodes; ///< services first, in the order of the plan
    std::vector<FlowArrow> arrows;

    bool operator==(const FlowGraph &) const = default;
    [[nodiscard]] const FlowNode &node(int index) const
    {
        return nodes.at(static_cast<std::size_t>(index));
    }
    [[nodiscard]] const FlowArrow &arrow(int index) const
    {
        return arrows.at(static_cast<std::size_t>(index));
    }
    /// Whether `from` may open a connection to `to`.
    [[nodiscard]] bool allows(int from, int to) const;
    /// The first such arrow; -1 when there is none.
    [[nodiscard]] int arrowBetween(int from, int to) const;
    /// The node for the same thing outside, as it stands at the other edge; itself when there is none.
    [[nodiscard]] int atSide(int node, bool comesIn) const;
    /// Services that may not be reached from this one.
    [[nodiscard]] std::vector<int> deniedFrom(int node) const;
    [[nodiscard]] int serviceCount() const;
    /// Index of the service's node; -1 when there is none.
    [[nodiscard]] int serviceNamed(std::string_view name) const;
    /// Says which arrow it is, also after the plan has changed.
    [[nodiscard]] std::string keyOf(const FlowArrow &arrow) const;
};

/// Without states. In the language of the window.
FlowGraph flowGraphOf(const Plan &plan);
/// Takes the worst that is said about each service.
void addStates(FlowGraph &graph, const Answers &answers, const Diagnostics &diagnostics);

/// "api may reach db:5432, cache:6379; 2 services are denied; it is reached by web"
QString sentenceAbout(const FlowGraph &graph, int node);
/// "api → db, 5432/tcp: orders"
QString sentenceAboutArrow(const FlowGraph &graph, int arrow);

} // namespace skanse::ui
