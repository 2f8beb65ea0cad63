// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/graph_layout.h"

#include <QByteArray>

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <optional>

#include <locale.h>

#if defined(__SANITIZE_ADDRESS__)
/// Graphviz 2.42 loses a few of its own records in a layout with columns of one rank.
extern "C" const char *__lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier)
extern "C" const char *__lsan_default_suppressions()  // NOLINT(bugprone-reserved-identifier)
{
    return "leak:libgvc\nleak:libgvplugin_dot_layout\n";
}
#endif

namespace skanse::ui {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kGridGap = 16;

/// Graphviz reads numbers with the C library, so this thread speaks C's locale meanwhile.
class PlainNumbers
{
public:
    PlainNumbers()
        : m_plain(newlocale(LC_NUMERIC_MASK, "C", nullptr))
        , m_before(m_plain != nullptr ? uselocale(m_plain) : nullptr)
    {
    }
    ~PlainNumbers()
    {
        if (m_plain == nullptr)
            return;
        uselocale(m_before);
        freelocale(m_plain);
    }
    Q_DISABLE_COPY_MOVE(PlainNumbers)

private:
    locale_t m_plain;
    locale_t m_before;
};

/// Graphviz with its plugins; made once, since loading them takes longer than most layouts.
class Graphviz
{
public:
    static Graphviz &instance()
    {
        static Graphviz graphviz;
        return graphviz;
    }

    std::optional<GraphPlaces> layOut(const Graph &graph, const QByteArray &text)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_context == nullptr)
            return std::nullopt;
        const PlainNumbers numbers;
        const std::unique_ptr<Agraph_t, int (*)(Agraph_t *)> drawing(agmemread(text.constData()),
                                                                     agclose);
        if (drawing == nullptr || gvLayout(m_context, drawing.get(), "dot") != 0)
            return std::nullopt;
        GraphPlaces places = read(graph, drawing.get());
        gvFreeLayout(m_context, drawing.get());
        return places;
    }

    Q_DISABLE_COPY_MOVE(Graphviz)

private:
    Graphviz() : m_context(gvContext())
    {
        agseterrf([](char *) { return 0; }); // a failure shows in the return value
    }
    ~Graphviz()
    {
        if (m_context != nullptr)
            gvFreeContext(m_context);
    }

    /// The number behind the letter: "n12", "e3".
    static std::size_t numberOf(void *object)
    {
        return QByteArray(agnameof(object)).mid(1).toUInt();
    }

    static GraphPlaces read(const Graph &graph, Agraph_t *drawing)
    {
        const double top = GD_bb(drawing).UR.y;
        const auto point = [top](const pointf &from) { return QPointF(from.x, top - from.y); };
        GraphPlaces places;
        places.size = QSizeF(GD_bb(drawing).UR.x, top);
        places.nodes.resize(graph.nodes.size());
        places.edges.resize(graph.edges.size());
        for (Agnode_t *node = agfstnode(drawing); node != nullptr;
             node = agnxtnode(drawing, node)) {
            places.nodes.at(numberOf(node)) = point(ND_coord(node));
            for (Agedge_t *edge = agfstout(drawing, node); edge != nullptr;
                 edge = agnxtout(drawing, edge)) {
                GraphPlaces::Route &route = places.edges.at(numberOf(edge));
                if (const textlabel_t *label = ED_label(edge))
                    route.label = point(label->pos);
                const splines *lines = ED_spl(edge);
                if (lines == nullptr || lines->size == 0)
                    continue;
                const bezier &line = lines->list[0];
                for (std::size_t i = 0; i < static_cast<std::size_t>(line.size); ++i)
                    route.curve.push_back(point(line.list[i]));
                route.tip = line.eflag != 0 ? point(line.ep) : route.curve.back();
            }
        }
        return places;
    }

    std::mutex m_mutex;
    GVC_t *m_context;
};

QByteArray inches(double points)
{
    return QByteArray::number(points / kPointsPerInch, 'f', 4);
}

QByteArray nodeName(std::size_t index)
{
    return "n" + QByteArray::number(static_cast<qulonglong>(index));
}

/// The nodes of one side share a column.
QByteArray columnText(const Graph &graph, Graph::Side side, const char *rank)
{
    QByteArray names;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (graph.nodes[i].side == side)
            names += nodeName(i) + "; ";
    return names.isEmpty() ? names : "{ rank=" + QByteArray(rank) + "; " + names + "}\n";
}

/// The DOT language. A label is an empty table of the size that its text needs here: Graphviz need not
/// know fonts then.
QByteArray dotText(const Graph &graph)
{
    QByteArray text = "digraph {\n"
                      "graph [rankdir=LR, nodesep=0.25, ranksep=0.4]\n"
                      "node [shape=box, fixedsize=true, label=\"\"]\n"
                      "edge [arrowsize=0.75]\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const QSizeF size = graph.nodes[i].size;
        text += nodeName(i) + " [width=" + inches(size.width())
              + ", height=" + inches(size.height()) + "]\n";
    }
    text += columnText(graph, Graph::Side::Left, "source");
    text += columnText(graph, Graph::Side::Right, "sink");
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const Graph::Edge &edge = graph.edges[i];
        text += nodeName(static_cast<std::size_t>(edge.from)) + " -> "
              + nodeName(static_cast<std::size_t>(edge.to)) + " [key=e"
              + QByteArray::number(static_cast<qulonglong>(i));
        if (!edge.label.isEmpty())
            text +=
                ", label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\" "
                "FIXEDSIZE=\"TRUE\" WIDTH=\""
                + QByteArray::number(std::ceil(edge.label.width())) + "\" HEIGHT=\""
                + QByteArray::number(std::ceil(edge.label.height()))
                + "\"><TR><TD></TD></TR></TABLE>>";
        text += "]\n";
    }
    return text + "}\n";
}

/// The part of a graph that arrows connect, and the nodes that none touches.
struct Split {
    Graph connected;
    std::vector<std::size_t> number; ///< in the whole graph, for each connected node
    std::vector<std::size_t> lonely;
};

Split split(const Graph &graph)
{
    std::vector<bool> touched(graph.nodes.size());
    for (const Graph::Edge &edge : graph.edges) {
        touched.at(static_cast<std::size_t>(edge.from)) = true;
        touched.at(static_cast<std::size_t>(edge.to)) = true;
    }
    Split parts;
    std::vector<int> place(graph.nodes.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (!touched[i]) {
            parts.lonely.push_back(i);
            continue;
        }
        place[i] = static_cast<int>(parts.number.size());
        parts.number.push_back(i);
        parts.connected.nodes.push_back(graph.nodes[i]);
    }
    parts.connected.edges = graph.edges;
    for (Graph::Edge &edge : parts.connected.edges) {
        edge.from = place[static_cast<std::size_t>(edge.from)];
        edge.to = place[static_cast<std::size_t>(edge.to)];
    }
    return parts;
}

/// Rows below everything else: dot would make one endless column of them.
void addRows(GraphPlaces &places, const Graph &graph, const std::vector<std::size_t> &lonely)
{
    if (lonely.empty())
        return;
    QSizeF cell;
    for (const std::size_t node : lonely)
        cell = cell.expandedTo(graph.nodes[node].size);
    const double step = cell.width() + kGridGap;
    const double square = std::ceil(std::sqrt(static_cast<double>(lonely.size()) * 2));
    const auto columns = static_cast<std::size_t>(std::max(
        {std::floor((places.size.width() + kGridGap) / step), std::min(square, 8.0), 1.0}));
    const double top = places.size.height() > 0 ? places.size.height() + 1.5 * kGridGap : 0;
    for (std::size_t i = 0; i < lonely.size(); ++i) {
        const QPointF corner(static_cast<double>(i % columns) * step,
                             top + static_cast<double>(i / columns) * (cell.height() + kGridGap));
        places.nodes[lonely[i]] = corner + QPointF(cell.width() / 2, cell.height() / 2);
        places.size =
            places.size.expandedTo(QSizeF(corner.x() + cell.width(), corner.y() + cell.height()));
    }
}

} // namespace

GraphPlaces layOut(const Graph &graph)
{
    const Split parts = split(graph);
    GraphPlaces main;
    if (!parts.connected.nodes.empty())
        main = Graphviz::instance()
                   .layOut(parts.connected, dotText(parts.connected))
                   .value_or(layOutInLayers(parts.connected));
    GraphPlaces places;
    places.size = main.size;
    places.edges = std::move(main.edges);
    places.nodes.resize(graph.nodes.size());
    for (std::size_t i = 0; i < parts.number.size(); ++i)
        places.nodes[parts.number[i]] = main.nodes[i];
    addRows(places, graph, parts.lonely);
    return places;
}

} // namespace skanse::ui
