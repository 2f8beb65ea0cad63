// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/style/icon_label.h"

#include <QPainter>

namespace skanse::ui {

IconLabel::IconLabel(int side, const QIcon &icon, QWidget *parent) : QWidget(parent), m_icon(icon)
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QIcon &icon)
{
    m_icon = icon;
    update();
}

void IconLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace skanse::ui
