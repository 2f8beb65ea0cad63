// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QKeySequence>
#include <QString>

class QToolButton;
class QWidget;

namespace skanse::ui {

/// A flat button with an icon. `text` is its name for tooltips and screen readers; `keys` do the
/// same and are added to the tooltip.
QToolButton *smallButton(const QString &name, const QString &iconName, const QString &text,
                         QWidget *parent, const QKeySequence &keys = {});

} // namespace skanse::ui
