// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/record_path.h"
#include "ui/pictures/flow_graph.h"

#include <expected>

/// What drawing and deleting arrows does to the answers.
namespace skanse::ui {

class Session;

/// Number in the answers of the service that a node shows; -1 for generated ones and for the outside.
int answersIndex(const Answers &answers, const FlowNode &node);

/// The peers that declare an arrow: one, or one at either end.
std::vector<RecordPath> peersOf(const Answers &answers, const FlowGraph &graph,
                                const FlowArrow &arrow);

/// Where the answer is that an arrow comes from: its peer, or the port that is opened. May be null.
AnswerPlace questionOf(const Answers &answers, const FlowGraph &graph, const FlowArrow &arrow);

/// Whether a connection from one node to another could be declared; says why not.
std::expected<void, QString> mayConnect(const Answers &answers, const FlowGraph &graph, int from,
                                        int to);

/// Declares a flow in one step of undo, and says which question to go to.
std::expected<AnswerPlace, QString> connectNodes(Session &session, const FlowGraph &graph, int from,
                                                 int to);
/// The same towards something outside that is not in the picture yet; its details are left to ask.
AnswerPlace connectToNew(Session &session, const FlowGraph &graph, int from, PeerKind kind);

/// Removes the peers of a declared arrow in one step of undo; false when there are none.
bool removeFlow(Session &session, const FlowGraph &graph, const FlowArrow &arrow);

} // namespace skanse::ui
