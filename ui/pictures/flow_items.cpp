// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/flow_items.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace skanse::ui {

namespace {

constexpr qreal kPadding = 12;
constexpr qreal kWidest = 220;
constexpr qreal kNarrowest = 96;
constexpr qreal kRadius = 6;
constexpr qreal kSign = 14;     ///< side of the small signs
constexpr qreal kAboveLine = 3; ///< between a label and its line
constexpr qreal kAround = 10;   ///< what is drawn outside of a box: signs and frames

QFont titleFont()
{
    QFont font = QApplication::font();
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

QFont labelFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

QPen pen(const QColor &colour, qreal width, Qt::PenStyle style = Qt::SolidLine)
{
    return QPen(colour, width, style, Qt::RoundCap, Qt::RoundJoin);
}

/// A crossed circle: denied.
void drawDenied(QPainter &painter, const QPointF &centre, const PictureInk &ink)
{
    const qreal half = kSign / 2;
    painter.setPen(pen(ink.bad, 1.75));
    painter.setBrush(ink.background);
    painter.drawEllipse(centre, half, half);
    const qreal arm = half * 0.42;
    painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
    painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
}

/// A triangle or an octagon with an exclamation mark.
void drawProblem(QPainter &painter, const QPointF &centre, bool isError, const PictureInk &ink)
{
    const qreal half = kSign / 2;
    const QColor colour = isError ? ink.bad : ink.caution;
    painter.setPen(pen(colour, 1.75));
    painter.setBrush(ink.background);
    if (isError) {
        painter.drawEllipse(centre, half, half);
    } else {
        const QPolygonF triangle{centre + QPointF(0, -half), centre + QPointF(half, half * 0.8),
                                 centre + QPointF(-half, half * 0.8)};
        painter.drawPolygon(triangle);
    }
    const QPointF middle = centre + QPointF(0, isError ? 0 : half * 0.2);
    painter.drawLine(middle + QPointF(0, -half * 0.45), middle + QPointF(0, half * 0.1));
    painter.drawPoint(middle + QPointF(0, half * 0.45));
}

} // namespace

QPolygonF arrowHead(const QPointF &back, const QPointF &tip, qreal length)
{
    const QLineF line(tip, back);
    if (line.isNull())
        return {};
    const QPointF along = (back - tip) / line.length() * length;
    const QPointF across(-along.y() * 0.42, along.x() * 0.42);
    return {tip, tip + along + across, tip + along - across};
}

FlowNodeItem::FlowNodeItem(int index, const FlowNode &node, const PictureInk &ink)
    : m_index(index)
    , m_node(node)
    , m_ink(ink)
    , m_size(sizeOf(node))
{
    setZValue(1);
}

QSizeF FlowNodeItem::sizeOf(const FlowNode &node)
{
    const QFontMetricsF title(titleFont());
    const QFontMetricsF small(smallFont());
    const qreal text =
        std::max(title.horizontalAdvance(node.title), small.horizontalAdvance(node.subtitle));
    const qreal height = title.height() + (node.subtitle.isEmpty() ? 0 : small.height());
    return {std::clamp(std::ceil(text) + 2 * kPadding + 2, kNarrowest, kWidest),
            std::ceil(height) + kPadding};
}

void FlowNodeItem::setLook(const FlowLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    setOpacity(look.dimmed ? 0.45 : 1);
    update();
}

QRectF FlowNodeItem::boundingRect() const
{
    const QRectF box(QPointF(-m_size.width() / 2, -m_size.height() / 2), m_size);
    return box.adjusted(-kAround, -kAround, kAround, kAround);
}

void FlowNodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box(QPointF(-m_size.width() / 2, -m_size.height() / 2), m_size);
    const bool stands = m_look.chosen || m_look.target;
    painter->setPen(pen(stands || m_look.strong ? m_ink.accent : m_ink.line, stands ? 2.5 : 1.25,
                        m_node.isService() ? Qt::SolidLine : Qt::DashLine));
    painter->setBrush(stands               ? QBrush(m_ink.marked)
                      : m_node.isService() ? QBrush(m_ink.box)
                                           : QBrush(m_ink.background));
    painter->drawRoundedRect(box, kRadius, kRadius);

    const QRectF area = box.adjusted(kPadding, kPadding / 2, -kPadding, -kPadding / 2);
    const QFontMetricsF title(titleFont());
    painter->setFont(titleFont());
    painter->setPen(m_ink.text);
    const Qt::Alignment upper = Qt::AlignHCenter | Qt::AlignTop;
    painter->drawText(area, upper, title.elidedText(m_node.title, Qt::ElideRight, area.width()));
    if (!m_node.subtitle.isEmpty()) {
        const QFontMetricsF small(smallFont());
        painter->setFont(smallFont());
        painter->setPen(m_ink.muted);
        painter->drawText(area, Qt::AlignHCenter | Qt::AlignBottom,
                          small.elidedText(m_node.subtitle, Qt::ElideRight, area.width()));
    }
    paintSigns(*painter, box);
}

void FlowNodeItem::paintSigns(QPainter &painter, const QRectF &box) const
{
    if (m_look.denied)
        drawDenied(painter, box.topRight() + QPointF(-1, 1), m_ink);
    if (m_node.state != FlowNode::State::Fine)
        drawProblem(painter, box.topLeft() + QPointF(1, 1), m_node.state == FlowNode::State::Error,
                    m_ink);
}

FlowArrowItem::FlowArrowItem(int index, const FlowArrow &arrow, const GraphPlaces::Route &route,
                             const PictureInk &ink)
    : m_index(index)
    , m_dotted(arrow.derived)
    , m_label(arrow.label)
    , m_ink(ink)
{
    const auto &curve = route.curve;
    if (!curve.empty()) {
        m_line.moveTo(curve.front());
        for (std::size_t i = 1; i + 2 < curve.size(); i += 3)
            m_line.cubicTo(curve[i], curve[i + 1], curve[i + 2]);
        const QPointF back =
            curve.back() == route.tip && curve.size() > 1 ? curve[curve.size() - 2] : curve.back();
        m_head = arrowHead(back, route.tip, 9);
    }
    const QSizeF size = sizeOfLabel(arrow);
    // The line runs below the text.
    m_labelArea = QRectF(route.label - QPointF(size.width() / 2, size.height() / 2), size)
                      .adjusted(0, 0, 0, -kAboveLine);
}

QSizeF FlowArrowItem::sizeOfLabel(const FlowArrow &arrow)
{
    const QFontMetricsF metrics(labelFont());
    return {std::ceil(metrics.horizontalAdvance(arrow.label)) + 6,
            std::ceil(metrics.height()) + kAboveLine};
}

QPointF FlowArrowItem::middle() const
{
    return m_line.isEmpty() ? m_labelArea.center() : m_line.pointAtPercent(0.5);
}

void FlowArrowItem::setLook(const FlowLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    setOpacity(look.dimmed ? 0.25 : 1);
    setZValue(look.strong || look.chosen ? 0.5 : 0);
    update();
}

QRectF FlowArrowItem::boundingRect() const
{
    return (m_line.boundingRect() | m_head.boundingRect() | m_labelArea).adjusted(-8, -8, 8, 8);
}

QPainterPath FlowArrowItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(12); // easy to hit
    QPainterPath path = stroker.createStroke(m_line);
    path.addPolygon(m_head);
    path.addRect(m_labelArea);
    path.setFillRule(Qt::WindingFill);
    return path;
}

void FlowArrowItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal width = m_look.chosen ? 3 : m_look.strong ? 2.25 : 1.5;
    QPen line = pen(m_ink.accent, width);
    if (m_dotted)
        line.setDashPattern({0.1, 2.4}); // round caps make dots of it
    painter->setPen(line);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_line);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_ink.accent);
    painter->drawPolygon(m_head);

    QColor back = m_look.chosen ? m_ink.marked : m_ink.background;
    back.setAlpha(m_look.chosen ? 255 : 215);
    painter->setBrush(back);
    painter->setPen(m_look.chosen ? pen(m_ink.accent, 1) : QPen(Qt::NoPen));
    painter->drawRoundedRect(m_labelArea, 3, 3);
    painter->setFont(labelFont());
    painter->setPen(m_ink.text);
    painter->drawText(m_labelArea, Qt::AlignCenter, m_label);
}

} // namespace skanse::ui
