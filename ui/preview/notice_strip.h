// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace skanse::ui {

/// A calm line with something to know and one button.
class NoticeStrip : public QFrame
{
    Q_OBJECT

public:
    NoticeStrip(const QString &name, const QString &iconName, const QString &button,
                QWidget *parent = nullptr);

    void setText(const QString &text);

signals:
    void pressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    QString m_icon;
    QLabel *m_sign;
    QLabel *m_text;
};

} // namespace skanse::ui
