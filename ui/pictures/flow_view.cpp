// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/flow_view.h"

#include "ui/pictures/flow_items.h"
#include "ui/pictures/flow_scene.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace skanse::ui {

namespace {

constexpr qreal kSmallest = 0.1;
constexpr qreal kLargest = 4;
constexpr qreal kStep = 1.2;
constexpr qreal kLegible = 0.5;     ///< smaller only when asked to show everything
constexpr qreal kLargestFit = 1.15; ///< few boxes need not fill the window

} // namespace

FlowView::FlowView(FlowScene &scene, QWidget *parent)
    : QGraphicsView(&scene, parent)
    , m_scene(scene)
{
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setTransformationAnchor(AnchorUnderMouse);
    setViewportUpdateMode(FullViewportUpdate);
    setBackgroundBrush(scene.ink().background);
}

void FlowView::setMayConnect(std::function<bool(int, int)> mayConnect)
{
    m_mayConnect = std::move(mayConnect);
}

void FlowView::zoomBy(qreal factor)
{
    const qreal now = transform().m11();
    const qreal wanted = std::clamp(now * factor, kSmallest, kLargest);
    m_zoomed = true;
    scale(wanted / now, wanted / now);
}

void FlowView::fit()
{
    fitWithin(kSmallest);
    m_zoomed = false;
}

void FlowView::fitUnlessZoomed()
{
    if (!m_zoomed)
        fitWithin(kLegible);
}

void FlowView::fitWithin(qreal least)
{
    if (m_scene.sceneRect().isEmpty())
        return;
    const QRectF area = m_scene.sceneRect();
    const QSizeF room =
        maximumViewportSize() - QSize(2, 2); // rounding must not ask for scroll bars
    const qreal factor = std::clamp(
        std::min(room.width() / area.width(), room.height() / area.height()), least, kLargestFit);
    setTransform(QTransform::fromScale(factor, factor));
    centerOn(area.center());
}

void FlowView::showNode(int index)
{
    // Qt takes items that it will not change as if it would.
    ensureVisible(const_cast<FlowNodeItem *>(m_scene.nodeItem(index))); // NOLINT
}

QPoint FlowView::placeOfNode(int index) const
{
    return mapFromScene(m_scene.nodeItem(index)->pos());
}

QPoint FlowView::placeOfArrow(int index) const
{
    return mapFromScene(m_scene.arrowItem(index)->middle());
}

void FlowView::chooseNode(int index)
{
    if (index < 0)
        return;
    m_scene.chooseNode(index);
    emit nodeChosen(index);
}

void FlowView::mousePressEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    if (event->button() != Qt::LeftButton) {
        // The menu is about what is under the mouse.
        const QPointF place = mapToScene(event->position().toPoint());
        if (const int node = m_scene.nodeAt(place); node >= 0)
            chooseNode(node);
        else if (const int arrow = m_scene.arrowAt(place); arrow >= 0)
            m_scene.chooseArrow(arrow);
        return;
    }
    m_pressed = event->position().toPoint();
    m_from = m_scene.nodeAt(mapToScene(m_pressed));
    const int arrow = m_from >= 0 ? -1 : m_scene.arrowAt(mapToScene(m_pressed));
    m_panning = m_from < 0 && arrow < 0;
    if (arrow >= 0)
        m_scene.chooseArrow(arrow);
    event->accept();
}

void FlowView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    if ((event->buttons() & Qt::LeftButton) == 0) {
        m_scene.pointAt(m_scene.nodeAt(mapToScene(place)));
        return;
    }
    const bool isFar = (place - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_from >= 0 && (m_drawing || isFar)) {
        draw(place);
    } else if (m_panning && (isFar || viewport()->cursor().shape() == Qt::ClosedHandCursor)) {
        viewport()->setCursor(Qt::ClosedHandCursor);
        const QPoint way = place - m_pressed;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - way.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - way.y());
        m_pressed = place;
    }
}

void FlowView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint place = event->position().toPoint();
    const int from = std::exchange(m_from, -1);
    const bool panned = viewport()->cursor().shape() == Qt::ClosedHandCursor;
    viewport()->unsetCursor();
    if (m_drawing) {
        const int to = m_scene.nodeAt(mapToScene(place));
        stopDrawing();
        if (to >= 0 && to != from)
            emit connectWanted(from, to);
    } else if (from >= 0) {
        chooseNode(from);
    } else if (m_panning && !panned) {
        m_scene.clearChoice();
    }
    m_panning = false;
}

void FlowView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int node = m_scene.nodeAt(mapToScene(event->position().toPoint())); node >= 0)
        emit openWanted(node);
}

void FlowView::leaveEvent(QEvent *event)
{
    m_scene.pointAt(-1);
    QGraphicsView::leaveEvent(event);
}

void FlowView::draw(const QPoint &place)
{
    m_drawing = true;
    m_scene.pointAt(-1);
    const QPointF end = mapToScene(place);
    const int over = m_scene.nodeAt(end);
    const bool fits = over >= 0 && over != m_from && (!m_mayConnect || m_mayConnect(m_from, over));
    m_scene.aimAt(fits ? over : -1);
    viewport()->setCursor(over >= 0 && over != m_from && !fits ? Qt::ForbiddenCursor
                                                               : Qt::CrossCursor);
    m_rubber = QPainterPath(m_scene.nodeItem(m_from)->pos());
    m_rubber.lineTo(end);
    viewport()->update();
}

void FlowView::stopDrawing()
{
    m_drawing = false;
    m_from = -1;
    m_rubber = {};
    m_scene.aimAt(-1);
    viewport()->unsetCursor();
    viewport()->update();
}

void FlowView::wheelEvent(QWheelEvent *event)
{
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        zoomBy(std::pow(kStep, event->angleDelta().y() / 120.0));
        event->accept();
    } else if (verticalScrollBar()->minimum() == verticalScrollBar()->maximum()
               && horizontalScrollBar()->minimum() == horizontalScrollBar()->maximum()) {
        event->ignore(); // the page around it scrolls
    } else {
        QGraphicsView::wheelEvent(event);
    }
}

bool FlowView::event(QEvent *event)
{
    // Plain keys are ours; without this, shortcuts of the window would take some of them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace
            || (key->key() == Qt::Key_Escape && m_drawing)) {
            event->accept();
            return true;
        }
    }
    return QGraphicsView::event(event);
}

void FlowView::keyPressEvent(QKeyEvent *event)
{
    m_byKeyboard = true;
    viewport()->update();
    if (event->matches(QKeySequence::ZoomIn) || event->key() == Qt::Key_Plus)
        return zoomBy(kStep);
    if (event->matches(QKeySequence::ZoomOut) || event->key() == Qt::Key_Minus)
        return zoomBy(1 / kStep);
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isPlain || !moveByKey(event->key()))
        event->ignore(); // not QGraphicsView's: it would scroll
}

bool FlowView::moveByKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        chooseNode(m_scene.neighbour(m_scene.chosenNode(), static_cast<Qt::Key>(key)));
        if (m_scene.chosenNode() >= 0)
            showNode(m_scene.chosenNode());
        return true;
    case Qt::Key_PageUp:
        walkArrows(-1);
        return true;
    case Qt::Key_PageDown:
        walkArrows(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_scene.chosenNode() >= 0)
            emit openWanted(m_scene.chosenNode());
        return m_scene.chosenNode() >= 0;
    case Qt::Key_F:
        if (m_scene.chosenNode() >= 0)
            emit targetsWanted(m_scene.chosenNode());
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit removeWanted();
        return true;
    case Qt::Key_0:
        fit();
        return true;
    case Qt::Key_Escape:
        if (m_drawing)
            stopDrawing();
        else if (m_scene.chosenNode() >= 0 || m_scene.chosenArrow() >= 0)
            m_scene.clearChoice();
        else
            return false;
        return true;
    default:
        return false;
    }
}

/// Through the arrows of the selected node, or of the node that the selected arrow starts from.
void FlowView::walkArrows(int step)
{
    const auto &arrows = m_scene.flows().arrows;
    if (arrows.empty())
        return;
    const int count = static_cast<int>(arrows.size());
    const int node = m_scene.chosenNode();
    int next = m_scene.chosenArrow();
    if (next < 0 && step < 0)
        next = 0;
    for (int tries = 0; tries < count; ++tries) {
        next = (next + step + count) % count;
        const FlowArrow &arrow = m_scene.flows().arrow(next);
        if (node < 0 || arrow.from == node || arrow.to == node) {
            m_scene.chooseArrow(next);
            return;
        }
    }
}

void FlowView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint place = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (m_scene.chosenNode() >= 0)
            place = viewport()->mapToGlobal(placeOfNode(m_scene.chosenNode()));
        else if (m_scene.chosenArrow() >= 0)
            place = viewport()->mapToGlobal(placeOfArrow(m_scene.chosenArrow()));
    }
    emit menuWanted(place);
    event->accept();
}

void FlowView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    fitUnlessZoomed();
}

void FlowView::focusInEvent(QFocusEvent *event)
{
    m_byKeyboard =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QGraphicsView::focusInEvent(event);
    viewport()->update();
}

void FlowView::focusOutEvent(QFocusEvent *event)
{
    if (m_drawing)
        stopDrawing();
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

void FlowView::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_drawing) {
        const QColor accent = m_scene.ink().accent;
        painter->setPen(QPen(accent, 2, Qt::DashLine, Qt::RoundCap));
        painter->drawPath(m_rubber);
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawPolygon(arrowHead(m_rubber.elementAt(0), m_rubber.currentPosition(), 11));
    }
    if (hasFocus() && m_byKeyboard) {
        painter->save();
        painter->resetTransform();
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_scene.ink().accent, 2));
        painter->drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
        painter->restore();
    }
}

} // namespace skanse::ui
