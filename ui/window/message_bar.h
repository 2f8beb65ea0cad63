// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/style/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QHBoxLayout;

namespace skanse::ui {

/// One message at the top of the window that does not stop anybody: what happened, and what can be done.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces the message before.
    void tell(const QString &text, Tone tone = Tone::Muted);
    /// Adds a button to the message that is shown; it goes with the message.
    void offer(const QString &label, const std::function<void()> &action);

private:
    void clear();

    QLabel *m_sign;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace skanse::ui
