// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QPointF>
#include <QSizeF>

#include <vector>

/// Where the boxes and arrows of a picture go. Sizes in, places out; nothing about what is drawn.
namespace skanse::ui {

struct Graph {
    enum class Side : std::uint8_t { Left, Middle, Right };

    struct Node {
        QSizeF size;
        Side side = Side::Middle;
        bool operator==(const Node &) const = default;
    };
    struct Edge {
        int from = 0;
        int to = 0;
        QSizeF label; ///< room for a text beside the line; empty: none
        bool operator==(const Edge &) const = default;
    };

    std::vector<Node> nodes;
    std::vector<Edge> edges;
    bool operator==(const Graph &) const = default;
};

/// Everything is inside (0, 0) to `size`.
struct GraphPlaces {
    struct Route {
        std::vector<QPointF> curve; ///< a start, then three points for each cubic Bézier
        QPointF tip;                ///< of the arrow; the line ends a little before it
        QPointF label;              ///< centre of the text
    };

    QSizeF size;
    std::vector<QPointF> nodes; ///< centres
    std::vector<Route> edges;
};

/// From left to right by Graphviz's "dot"; by simpler means of our own where its plugin cannot be loaded.
/// Any thread; one works at a time, since Graphviz has global state.
GraphPlaces layOut(const Graph &graph);

/// The simpler means: nodes in columns by the longest way that leads to them.
GraphPlaces layOutInLayers(const Graph &graph);

} // namespace skanse::ui
