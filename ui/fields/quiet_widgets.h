// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace skanse::ui {

/// A combo box that leaves the mouse wheel to the page, unless it has the keyboard.
class QuietComboBox : public QComboBox
{
    Q_OBJECT

public:
    explicit QuietComboBox(QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

/// A line whose undo and redo are those of the whole session.
class QuietLineEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit QuietLineEdit(QWidget *parent = nullptr);

    bool event(QEvent *event) override;
};

/// Several lines of text; Tab leaves the field, undo and redo are those of the session, and it is as high
/// as its text, within bounds.
class QuietTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit QuietTextEdit(QWidget *parent = nullptr);

    bool event(QEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace skanse::ui
