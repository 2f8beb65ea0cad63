// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QIcon>
#include <QWidget>

namespace skanse::ui {

/// An icon that is drawn anew each time, so that it follows palette and scale.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(int side, const QIcon &icon = {}, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace skanse::ui
