// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/button_row.h"

#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QResizeEvent>

#include <algorithm>

namespace skanse::ui {

ButtonRow::ButtonRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2 * kGrid);
    m_layout->addStretch(1);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint); // resizeEvent() sees to the width
}

void ButtonRow::add(QWidget *button)
{
    m_layout->insertWidget(static_cast<int>(m_buttons.size()), button, 0, Qt::AlignLeft);
    m_buttons.append(button);
}

int ButtonRow::widthInOneRow() const
{
    int width = 0;
    for (const QWidget *button : m_buttons)
        width += button->sizeHint().width() + m_layout->spacing();
    return width;
}

QSize ButtonRow::minimumSizeHint() const
{
    int width = 0;
    for (const QWidget *button : m_buttons)
        width = std::max(width, button->sizeHint().width());
    return {width, m_layout->minimumSize().height()};
}

void ButtonRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto direction =
        widthInOneRow() > event->size().width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction == m_layout->direction())
        return;
    m_layout->setDirection(direction);
    updateGeometry();
}

} // namespace skanse::ui
