// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/flow_thumbnail.h"

#include "ui/pictures/flow_graph.h"
#include "ui/pictures/flow_items.h"
#include "ui/pictures/graph_layout.h"
#include "ui/pictures/picture_ink.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <set>
#include <utility>

namespace skanse::ui {

namespace {

constexpr qreal kLeastLegible = 6.5; ///< pixels of the font on the screen
constexpr qreal kMargin = 4;
constexpr std::size_t kMostNames = 16;

/// One arrow for each pair: at this size, ports say nothing.
Graph smallGraph(const FlowGraph &flows, bool named)
{
    const QFontMetricsF metrics(QApplication::font());
    Graph graph;
    for (const FlowNode &node : flows.nodes) {
        const qreal text = std::min(metrics.horizontalAdvance(node.title), metrics.height() * 7);
        const QSizeF size = named ? QSizeF(text + 16, metrics.height() + 10)
                                  : QSizeF(metrics.height() * 2.4, metrics.height() * 1.5);
        graph.nodes.push_back({size, node.isService() ? Graph::Side::Middle
                                     : node.comesIn   ? Graph::Side::Left
                                                      : Graph::Side::Right});
    }
    std::set<std::pair<int, int>> known;
    for (const FlowArrow &arrow : flows.arrows)
        if (known.emplace(arrow.from, arrow.to).second)
            graph.edges.push_back({arrow.from, arrow.to, {}});
    return graph;
}

qreal fitting(const GraphPlaces &places, const QSize &size)
{
    const qreal across = (size.width() - 2 * kMargin) / std::max(places.size.width(), 1.0);
    const qreal down = (size.height() - 2 * kMargin) / std::max(places.size.height(), 1.0);
    return std::min({across, down, 1.0});
}

void paintArrows(QPainter &painter, const GraphPlaces &places, const PictureInk &ink)
{
    for (const GraphPlaces::Route &route : places.edges) {
        if (route.curve.size() < 2)
            continue;
        QPainterPath line(route.curve.front());
        for (std::size_t i = 1; i + 2 < route.curve.size(); i += 3)
            line.cubicTo(route.curve[i], route.curve[i + 1], route.curve[i + 2]);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink.accent, 2));
        painter.drawPath(line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink.accent);
        painter.drawPolygon(arrowHead(route.curve[route.curve.size() - 2], route.tip, 10));
    }
}

} // namespace

QPixmap flowThumbnail(const Plan &plan, const QSize &size, qreal devicePixelRatio)
{
    QPixmap image(size * devicePixelRatio);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::transparent);
    const FlowGraph flows = flowGraphOf(plan);
    if (flows.nodes.empty())
        return image;

    bool named = flows.nodes.size() <= kMostNames;
    Graph graph = smallGraph(flows, named);
    GraphPlaces places = layOut(graph);
    if (named
        && QFontMetricsF(QApplication::font()).height() * fitting(places, size) * 0.75
               < kLeastLegible) {
        named = false;
        graph = smallGraph(flows, named);
        places = layOut(graph);
    }
    const qreal factor = fitting(places, size);
    const PictureInk ink = PictureInk::ofWindow();
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate((size.width() - places.size.width() * factor) / 2,
                      (size.height() - places.size.height() * factor) / 2);
    painter.scale(factor, factor);
    paintArrows(painter, places, ink);
    painter.setFont(QApplication::font());
    const QFontMetricsF metrics(QApplication::font());
    for (std::size_t i = 0; i < flows.nodes.size(); ++i) {
        const FlowNode &node = flows.nodes[i];
        const QSizeF box = graph.nodes[i].size;
        const QRectF area(places.nodes[i] - QPointF(box.width() / 2, box.height() / 2), box);
        painter.setPen(QPen(ink.muted, 1.5, node.isService() ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(node.isService() ? ink.marked : ink.background);
        painter.drawRoundedRect(area, 4, 4);
        if (!named)
            continue;
        painter.setPen(ink.text);
        painter.drawText(area, Qt::AlignCenter,
                         metrics.elidedText(node.title, Qt::ElideRight, box.width() - 10));
    }
    return image;
}

} // namespace skanse::ui
