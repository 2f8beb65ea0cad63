// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/pictures/flow_graph.h"
#include "ui/pictures/graph_layout.h"
#include "ui/pictures/picture_ink.h"

#include <QGraphicsScene>

#include <vector>

namespace skanse::ui {

class FlowArrowItem;
class FlowNodeItem;

/// The sizes that the boxes and labels of a flow graph need, for the layout.
Graph graphOf(const FlowGraph &flows);

/// The drawing: boxes and arrows, which of them is selected, pointed at or aimed at, and what follows
/// from that for the looks of all.
class FlowScene : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit FlowScene(QObject *parent = nullptr);

    /// Replaces the drawing; what was selected stays so when it is still there. `places` must be those
    /// of `flows`.
    void show(const FlowGraph &flows, const GraphPlaces &places);
    /// New texts and signs for a drawing in which everything has the same size and place.
    void renew(const FlowGraph &flows) { show(flows, GraphPlaces(m_places)); }
    [[nodiscard]] const FlowGraph &flows() const { return m_flows; }

    void setInk(const PictureInk &ink);
    [[nodiscard]] const PictureInk &ink() const { return m_ink; }

    /// Indices in flows(); -1: none. A node and an arrow are never selected at the same time.
    [[nodiscard]] int chosenNode() const { return m_node; }
    [[nodiscard]] int chosenArrow() const { return m_arrow; }
    void chooseNode(int index);
    void chooseArrow(int index);
    void clearChoice();
    void pointAt(int node);
    void aimAt(int node);

    [[nodiscard]] int nodeAt(const QPointF &place) const;
    [[nodiscard]] int arrowAt(const QPointF &place) const;
    [[nodiscard]] const FlowNodeItem *nodeItem(int index) const;
    [[nodiscard]] const FlowArrowItem *arrowItem(int index) const;
    /// The nearest node in a direction; -1 when there is none.
    [[nodiscard]] int neighbour(int node, Qt::Key direction) const;

signals:
    void choiceChanged();

private:
    void choose(int node, int arrow);
    void updateLooks();

    FlowGraph m_flows;
    GraphPlaces m_places;
    PictureInk m_ink;
    std::vector<FlowNodeItem *> m_nodes; ///< owned by the scene
    std::vector<FlowArrowItem *> m_arrows;
    int m_node = -1;
    int m_arrow = -1;
    int m_pointed = -1;
    int m_aimed = -1;
};

} // namespace skanse::ui
