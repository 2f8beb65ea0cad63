// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/graph_layout.h"

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr double kColumnGap = 64;
constexpr double kRowGap = 20;
constexpr double kArrow = 8;

/// Column of each node: one more than those before it; an arrow that closes a circle counts for nothing.
class Columns
{
public:
    explicit Columns(const Graph &graph) : m_graph(graph), m_column(graph.nodes.size(), kNew)
    {
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            visit(i);
        int last = 0;
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            if (graph.nodes[i].side == Graph::Side::Left)
                m_column[i] = 0;
            last = std::max(last, m_column[i]);
        }
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            if (graph.nodes[i].side == Graph::Side::Right)
                m_column[i] = last;
    }

    [[nodiscard]] int of(std::size_t node) const { return m_column[node]; }

private:
    static constexpr int kNew = -1;
    static constexpr int kOpen = -2;

    int visit(std::size_t node)
    {
        if (m_column[node] != kNew)
            return m_column[node] == kOpen ? kNew : m_column[node];
        m_column[node] = kOpen;
        int column = 0;
        for (const Graph::Edge &edge : m_graph.edges)
            if (static_cast<std::size_t>(edge.to) == node)
                column = std::max(column, visit(static_cast<std::size_t>(edge.from)) + 1);
        m_column[node] = column;
        return column;
    }

    const Graph &m_graph;
    std::vector<int> m_column;
};

GraphPlaces::Route route(const QPointF &from, const QPointF &to, double bend)
{
    GraphPlaces::Route line;
    const QPointF end = to - QPointF(kArrow, 0);
    line.curve = {from, from + QPointF(bend, 0), end - QPointF(bend, 0), end};
    line.tip = to;
    line.label = (from + to) / 2;
    return line;
}

} // namespace

GraphPlaces layOutInLayers(const Graph &graph)
{
    GraphPlaces places;
    places.nodes.resize(graph.nodes.size());
    const Columns columns(graph);
    std::vector<std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto column = static_cast<std::size_t>(columns.of(i));
        members.resize(std::max(members.size(), column + 1));
        members[column].push_back(i);
    }

    double gap = kColumnGap;
    for (const Graph::Edge &edge : graph.edges)
        gap = std::max(gap, edge.label.width() + 2 * kArrow + kRowGap);

    // Each column is sorted by where its arrows come from.
    double x = 0;
    double height = 0;
    for (auto &column : members) {
        const auto origin = [&](std::size_t node) {
            double sum = 0;
            int count = 0;
            for (const Graph::Edge &edge : graph.edges)
                if (static_cast<std::size_t>(edge.to) == node) {
                    sum += places.nodes[static_cast<std::size_t>(edge.from)].y();
                    ++count;
                }
            return count == 0 ? 0 : sum / count;
        };
        std::ranges::stable_sort(column, {}, origin);
        double width = 0;
        double y = 0;
        for (const std::size_t node : column)
            width = std::max(width, graph.nodes[node].size.width());
        for (const std::size_t node : column) {
            const double tall = graph.nodes[node].size.height();
            places.nodes[node] = QPointF(x + width / 2, y + tall / 2);
            y += tall + kRowGap;
        }
        height = std::max(height, y - kRowGap);
        x += width + gap;
    }
    places.size = QSizeF(x - gap, height);

    for (const Graph::Edge &edge : graph.edges) {
        const auto from = static_cast<std::size_t>(edge.from);
        const auto to = static_cast<std::size_t>(edge.to);
        const double fromHalf = graph.nodes[from].size.width() / 2;
        const double toHalf = graph.nodes[to].size.width() / 2;
        const bool onward = columns.of(to) > columns.of(from);
        places.edges.push_back(route(places.nodes[from] + QPointF(fromHalf, 0),
                                     places.nodes[to] - QPointF(toHalf, 0),
                                     onward ? gap / 2 : gap));
    }
    return places;
}

} // namespace skanse::ui
