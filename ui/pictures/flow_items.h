// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/pictures/flow_graph.h"
#include "ui/pictures/graph_layout.h"
#include "ui/pictures/picture_ink.h"

#include <QFont>
#include <QGraphicsItem>
#include <QPainterPath>

/// The boxes and arrows of the flow picture.
namespace skanse::ui {

/// How a box or an arrow stands out at the moment.
struct FlowLook {
    bool strong = false; ///< belongs to what is selected or pointed at
    bool dimmed = false; ///< has nothing to do with it
    bool denied = false; ///< may not be reached from it
    bool chosen = false; ///< is selected itself
    bool target = false; ///< an arrow would end here
    bool operator==(const FlowLook &) const = default;
};

class FlowNodeItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    /// `ink` must live as long as the item.
    FlowNodeItem(int index, const FlowNode &node, const PictureInk &ink);

    [[nodiscard]] static QSizeF sizeOf(const FlowNode &node);
    [[nodiscard]] int index() const { return m_index; }
    void setLook(const FlowLook &look);
    [[nodiscard]] const FlowLook &look() const { return m_look; }

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

private:
    void paintSigns(QPainter &painter, const QRectF &box) const;

    int m_index;
    FlowNode m_node;
    const PictureInk &m_ink;
    QSizeF m_size;
    FlowLook m_look;
};

class FlowArrowItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };

    FlowArrowItem(int index, const FlowArrow &arrow, const GraphPlaces::Route &route,
                  const PictureInk &ink);

    [[nodiscard]] static QSizeF sizeOfLabel(const FlowArrow &arrow);
    [[nodiscard]] int index() const { return m_index; }
    /// On the line, for whoever wants to point at it.
    [[nodiscard]] QPointF middle() const;
    void setLook(const FlowLook &look);
    [[nodiscard]] const FlowLook &look() const { return m_look; }

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

private:
    int m_index;
    bool m_dotted;
    QString m_label;
    QRectF m_labelArea;
    QPainterPath m_line;
    QPolygonF m_head;
    const PictureInk &m_ink;
    FlowLook m_look;
};

/// The head of an arrow that comes from `back` and ends at `tip`.
QPolygonF arrowHead(const QPointF &back, const QPointF &tip, qreal length);

} // namespace skanse::ui
