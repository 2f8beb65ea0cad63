// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/style/small_button.h"

#include "ui/style/theme.h"

#include <QToolButton>

namespace skanse::ui {

namespace {

constexpr int kSide = 7 * kGrid;
constexpr int kDrawing = 4 * kGrid;

} // namespace

QToolButton *smallButton(const QString &name, const QString &iconName, const QString &text,
                         QWidget *parent, const QKeySequence &keys)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(kDrawing, kDrawing));
    button->setAutoRaise(true);
    button->setFixedSize(kSide, kSide);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setToolTip(keys.isEmpty() ? text
                                      : QStringLiteral("%1 (%2)").arg(
                                            text, keys.toString(QKeySequence::NativeText)));
    return button;
}

} // namespace skanse::ui
