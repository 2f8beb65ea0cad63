// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/inline_scroll.h"

#include "ui/style/theme.h"

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace skanse::ui {

namespace {

void reveal(QScrollArea &area, const QWidget &widget)
{
    constexpr int kMargin = 2 * kGrid;
    const int top = widget.mapTo(area.widget(), QPoint()).y();
    const int height = std::min(widget.height(), area.viewport()->height() - 2 * kMargin);
    area.ensureVisible(0, top + height, 0, kMargin);
    area.ensureVisible(0, top, 0, kMargin);
}

} // namespace

void bringIntoView(QWidget *widget)
{
    // After the layouts have placed what has just become visible.
    QTimer::singleShot(0, widget, [widget = QPointer(widget)] {
        for (QWidget *above = widget; above != nullptr; above = above->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(above); area != nullptr && area->widget())
                reveal(*area, *widget);
    });
}

} // namespace skanse::ui
