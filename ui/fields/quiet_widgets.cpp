// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/fields/quiet_widgets.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kFewestLines = 2;
constexpr int kMostLines = 6;

/// A shortcut the widget would take for itself, but that belongs to the session.
bool isSessionShortcut(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
}

} // namespace

QuietComboBox::QuietComboBox(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void QuietComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

QuietLineEdit::QuietLineEdit(QWidget *parent) : QLineEdit(parent)
{
    setTextMargins(kGrid, 0, kGrid, 0);
}

bool QuietLineEdit::event(QEvent *event)
{
    if (isSessionShortcut(event)) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

QuietTextEdit::QuietTextEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { updateGeometry(); });
}

bool QuietTextEdit::event(QEvent *event)
{
    if (isSessionShortcut(event)) {
        event->ignore();
        return false;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update(); // the frame shows who has the keyboard
    return QPlainTextEdit::event(event);
}

QSize QuietTextEdit::sizeHint() const
{
    const int lines = std::clamp(blockCount(), kFewestLines, kMostLines);
    const int height = lines * fontMetrics().lineSpacing() + 4 * kGrid;
    return {40 * kGrid, height};
}

QSize QuietTextEdit::minimumSizeHint() const
{
    return {20 * kGrid, sizeHint().height()};
}

} // namespace skanse::ui
