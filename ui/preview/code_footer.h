// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace skanse::ui {

class ElidedLabel;

/// One line under the code, always there so that nothing jumps: what the question in focus causes, and
/// where one is.
class CodeFooter : public QWidget
{
    Q_OBJECT

public:
    explicit CodeFooter(QWidget *parent = nullptr);

    /// Empty: nothing to say.
    void setTrace(const QString &text);
    void setPosition(const QString &text);
    /// Shown instead of the trace for a moment.
    void flash(const QString &text);

signals:
    void nextWanted();

private:
    void refresh();

    QString m_traceText;
    QString m_flashText;
    QTimer m_flash;
    ElidedLabel *m_trace;
    QPushButton *m_next;
    QLabel *m_position;
};

} // namespace skanse::ui
