// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QWidget>

class QBoxLayout;

namespace skanse::ui {

/// Buttons side by side; one above the other where there is no room.
class ButtonRow : public QWidget
{
    Q_OBJECT

public:
    explicit ButtonRow(QWidget *parent = nullptr);

    void add(QWidget *button);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int widthInOneRow() const;

    QBoxLayout *m_layout;
    QList<QWidget *> m_buttons;
};

} // namespace skanse::ui
