// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/inline_scroll.h"

#include "ui/style/theme.h"

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

namespace skanse::ui {

void bringIntoView(QWidget *widget)
{
    // After the layouts have placed what has just become visible.
    QTimer::singleShot(0, widget, [widget = QPointer(widget)] {
        for (QWidget *above = widget; above != nullptr; above = above->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(above))
                area->ensureWidgetVisible(widget, 0, 2 * kGrid);
    });
}

} // namespace skanse::ui
