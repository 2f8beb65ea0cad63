// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/flow_scene.h"

#include "ui/pictures/flow_items.h"
#include "ui/style/tool_tip.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace skanse::ui {

namespace {

constexpr qreal kMargin = 20;

/// The index of what has this key; -1 when it has gone.
template <class List, class KeyOf>
int indexOf(const List &list, const std::string &key, const KeyOf &keyOf)
{
    for (std::size_t i = 0; i < list.size(); ++i)
        if (keyOf(list[i]) == key)
            return static_cast<int>(i);
    return -1;
}

QString toolTipOf(const FlowGraph &flows, int node)
{
    QString text = sentenceAbout(flows, node);
    if (!flows.node(node).problem.isEmpty())
        text += QLatin1Char('\n') + flows.node(node).problem;
    return plainToolTip(text);
}

} // namespace

Graph graphOf(const FlowGraph &flows)
{
    Graph graph;
    for (const FlowNode &node : flows.nodes) {
        const Graph::Side side = node.isService() ? Graph::Side::Middle
                               : node.comesIn     ? Graph::Side::Left
                                                  : Graph::Side::Right;
        graph.nodes.push_back({FlowNodeItem::sizeOf(node), side});
    }
    for (const FlowArrow &arrow : flows.arrows)
        graph.edges.push_back({arrow.from, arrow.to, FlowArrowItem::sizeOfLabel(arrow)});
    return graph;
}

FlowScene::FlowScene(QObject *parent) : QGraphicsScene(parent), m_ink(PictureInk::ofWindow())
{
    setItemIndexMethod(NoIndex); // few items, which come and go together
}

void FlowScene::show(const FlowGraph &flows, const GraphPlaces &places)
{
    const std::string node = m_node < 0 ? std::string() : m_flows.node(m_node).key();
    const std::string arrow = m_arrow < 0 ? std::string() : m_flows.keyOf(m_flows.arrow(m_arrow));
    clear();
    m_nodes.clear();
    m_arrows.clear();
    m_flows = flows;
    m_places = places;
    for (std::size_t i = 0; i < flows.arrows.size(); ++i) {
        auto *item =
            new FlowArrowItem(static_cast<int>(i), flows.arrows[i], places.edges.at(i), m_ink);
        item->setToolTip(plainToolTip(sentenceAboutArrow(flows, static_cast<int>(i))));
        m_arrows.push_back(item);
        addItem(item);
    }
    for (std::size_t i = 0; i < flows.nodes.size(); ++i) {
        auto *item = new FlowNodeItem(static_cast<int>(i), flows.nodes[i], m_ink);
        item->setPos(places.nodes.at(i));
        item->setToolTip(toolTipOf(flows, static_cast<int>(i)));
        m_nodes.push_back(item);
        addItem(item);
    }
    setSceneRect(QRectF(QPointF(), places.size).adjusted(-kMargin, -kMargin, kMargin, kMargin));
    m_pointed = -1;
    m_aimed = -1;
    m_node =
        node.empty() ? -1 : indexOf(m_flows.nodes, node, [](const FlowNode &n) { return n.key(); });
    m_arrow = arrow.empty() ? -1 : indexOf(m_flows.arrows, arrow, [&](const FlowArrow &a) {
        return m_flows.keyOf(a);
    });
    updateLooks();
    emit choiceChanged();
}

void FlowScene::setInk(const PictureInk &ink)
{
    m_ink = ink;
    update();
}

void FlowScene::chooseNode(int index)
{
    choose(index, -1);
}

void FlowScene::chooseArrow(int index)
{
    choose(-1, index);
}

void FlowScene::clearChoice()
{
    choose(-1, -1);
}

void FlowScene::choose(int node, int arrow)
{
    if (node == m_node && arrow == m_arrow)
        return;
    m_node = node;
    m_arrow = arrow;
    updateLooks();
    emit choiceChanged();
}

void FlowScene::pointAt(int node)
{
    if (node == m_pointed)
        return;
    m_pointed = node;
    updateLooks();
}

void FlowScene::aimAt(int node)
{
    if (node == m_aimed)
        return;
    m_aimed = node;
    updateLooks();
}

void FlowScene::updateLooks()
{
    const int subject = m_pointed >= 0 ? m_pointed : m_node;
    const bool isQuiet = subject < 0 && m_arrow < 0;
    std::vector<bool> touched(m_nodes.size());
    for (std::size_t i = 0; i < m_arrows.size(); ++i) {
        const FlowArrow &arrow = m_flows.arrows[i];
        const bool chosen = static_cast<int>(i) == m_arrow;
        const bool mine = subject >= 0 ? arrow.from == subject || arrow.to == subject : chosen;
        if (mine) {
            touched[static_cast<std::size_t>(arrow.from)] = true;
            touched[static_cast<std::size_t>(arrow.to)] = true;
        }
        m_arrows[i]->setLook(
            {.strong = mine, .dimmed = !isQuiet && !mine && !chosen, .chosen = chosen});
    }
    const bool speaks = subject >= 0 && m_flows.node(subject).isService();
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const int index = static_cast<int>(i);
        const bool itself = index == subject || index == m_node;
        m_nodes[i]->setLook({.strong = touched[i] && !itself,
                             .dimmed = !isQuiet && !touched[i] && !itself && index != m_aimed,
                             .denied = speaks && !itself && m_flows.nodes[i].isService()
                                    && !m_flows.allows(subject, index),
                             .chosen = index == m_node,
                             .target = index == m_aimed});
    }
}

int FlowScene::nodeAt(const QPointF &place) const
{
    for (const FlowNodeItem *item : m_nodes) {
        const QSizeF size = FlowNodeItem::sizeOf(m_flows.node(item->index()));
        if (QRectF(item->pos() - QPointF(size.width() / 2, size.height() / 2), size)
                .contains(place))
            return item->index();
    }
    return -1;
}

int FlowScene::arrowAt(const QPointF &place) const
{
    for (const FlowArrowItem *item : m_arrows)
        if (item->shape().contains(place))
            return item->index();
    return -1;
}

const FlowNodeItem *FlowScene::nodeItem(int index) const
{
    return m_nodes.at(static_cast<std::size_t>(index));
}

const FlowArrowItem *FlowScene::arrowItem(int index) const
{
    return m_arrows.at(static_cast<std::size_t>(index));
}

int FlowScene::neighbour(int node, Qt::Key direction) const
{
    if (node < 0)
        return m_nodes.empty() ? -1 : 0;
    int best = -1;
    qreal least = std::numeric_limits<qreal>::max();
    const QPointF here = nodeItem(node)->pos();
    for (const FlowNodeItem *item : m_nodes) {
        const QPointF way = item->pos() - here;
        qreal along = 0;
        qreal across = 0;
        switch (direction) {
        case Qt::Key_Left:
            along = -way.x(), across = way.y();
            break;
        case Qt::Key_Right:
            along = way.x(), across = way.y();
            break;
        case Qt::Key_Up:
            along = -way.y(), across = way.x();
            break;
        default:
            along = way.y(), across = way.x();
            break;
        }
        if (along < 4 || item->index() == node)
            continue;
        const qreal distance = along + 2 * std::abs(across);
        if (distance < least) {
            least = distance;
            best = item->index();
        }
    }
    return best;
}

} // namespace skanse::ui
