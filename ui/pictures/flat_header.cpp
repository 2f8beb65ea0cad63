// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/flat_header.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace skanse::ui {

FlatHeader::FlatHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
}

void FlatHeader::paintSection(QPainter *painter, const QRect &area, int section) const
{
    const bool across = orientation() == Qt::Horizontal;
    painter->save();
    painter->fillRect(area, palette().color(QPalette::Window));
    painter->setPen(colour(Tone::Line));
    if (across)
        painter->drawLine(area.bottomLeft(), area.bottomRight());
    else
        painter->drawLine(area.topRight(), area.bottomRight());
    QFont font = this->font();
    font.setWeight(across ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(palette().color(QPalette::WindowText));
    const QRect inner = area.adjusted(kGrid, 0, -kGrid, 0);
    const QString text = model()->headerData(section, orientation()).toString();
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, inner.width()));
    painter->restore();
}

} // namespace skanse::ui
