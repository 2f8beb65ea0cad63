// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QString>

class QAction;
class QToolButton;
class QWidget;

namespace skanse::ui {

/// A flat button with an icon. `text` is its name for tooltips and screen readers; the keys of the
/// shortcut are added to the tooltip.
QToolButton *smallButton(const QString &name, const QString &iconName, const QString &text,
                         QWidget *parent, const QString &keys = {});

} // namespace skanse::ui
