// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QGraphicsView>
#include <QPainterPath>

#include <functional>

namespace skanse::ui {

class FlowScene;

/// Mouse and keyboard on the drawing: select, draw a new arrow, zoom and move. It changes nothing itself.
class FlowView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit FlowView(FlowScene &scene, QWidget *parent = nullptr);

    /// Says whether an arrow may go from one node to another; the aim shows only where it may.
    void setMayConnect(std::function<bool(int from, int to)> mayConnect);

    void zoomBy(qreal factor);
    void fit();
    /// Fits as far as names stay legible, unless the person has zoomed.
    void fitUnlessZoomed();
    void showNode(int index);

    /// In the coordinates of the viewport, for whoever wants to click there.
    [[nodiscard]] QPoint placeOfNode(int index) const;
    [[nodiscard]] QPoint placeOfArrow(int index) const;

    [[nodiscard]] bool isDrawing() const { return m_drawing; }

signals:
    void nodeChosen(int index);
    void openWanted(int node);
    void connectWanted(int from, int to);
    void targetsWanted(int from);
    void removeWanted();
    void menuWanted(const QPoint &globalPlace);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &area) override;

private:
    void chooseNode(int index);
    void walkArrows(int step);
    void draw(const QPoint &place);
    void stopDrawing();
    void fitWithin(qreal least);
    bool moveByKey(int key);

    FlowScene &m_scene;
    std::function<bool(int, int)> m_mayConnect;
    QPoint m_pressed;
    int m_from = -1; ///< node under the pressed button
    bool m_drawing = false;
    QPainterPath m_rubber;
    bool m_panning = false;
    bool m_zoomed = false; ///< by the person
    bool m_byKeyboard = false;
};

} // namespace skanse::ui
