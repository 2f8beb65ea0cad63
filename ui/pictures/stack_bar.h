// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/pictures/resource_bars.h"

#include <QColor>
#include <QWidget>

namespace skanse::ui {

/// One bar with its parts side by side and a mark where the machine ends. Left and right go from part to
/// part, Enter opens one.
class StackBar : public QWidget
{
    Q_OBJECT

public:
    explicit StackBar(QWidget *parent = nullptr);

    void setBar(const ResourceBar &bar);
    [[nodiscard]] const ResourceBar &bar() const { return m_bar; }
    /// Index in the parts; -1 when there is none.
    [[nodiscard]] int currentPart() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void partOpened(int index);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF barArea() const;
    [[nodiscard]] qreal placeOf(std::int64_t amount) const;
    /// Amount of the whole width: the machine, or what is used or allowed when that is more.
    [[nodiscard]] std::int64_t span() const;
    [[nodiscard]] QRectF partArea(int index) const;
    [[nodiscard]] int partAt(const QPointF &place) const;
    [[nodiscard]] QString textOf(const BarPart &part) const;
    [[nodiscard]] QString toolTipAt(const QPointF &place) const;
    void setCurrent(int index);
    void paintHeader(QPainter &painter) const;
    void paintPart(QPainter &painter, int index) const;
    /// False when there was no room for name and amount.
    bool paintLabel(QPainter &painter, int index) const;
    void paintOutlines(QPainter &painter) const;
    void paintLimit(QPainter &painter) const;
    /// Under the bar: the parts that could not be labelled in it.
    void paintLegend(QPainter &painter, const std::vector<int> &parts) const;

    ResourceBar m_bar;
    int m_current = -1;
};

/// A calm colour for a service, told apart by colour-blind eyes from its neighbours; dark text is legible
/// on it.
QColor partColour(int number);

} // namespace skanse::ui
