// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"

#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace skanse::ui {

class MessageBar;
class Recovery;
class Session;

/// New, open, save and close, with the one question that guards unsaved changes.
class FileActions : public QObject
{
    Q_OBJECT

public:
    FileActions(Session &session, Recovery &recovery, MessageBar &messages, QWidget *window);

    /// Begins with `answers` as a profile that was never saved; after asking, when work would be lost.
    void startWith(const Answers &answers);
    void openAsking();
    void open(const QString &path);
    /// False when it was cancelled or failed.
    bool save();
    bool saveAs();
    /// True when nothing would be lost, or the person said so.
    bool mayLeave();

    /// What is asked when work would be lost; replaced by tests. The default shows a message box.
    enum class Answer : std::uint8_t { Save, Discard, Cancel };
    std::function<Answer()> askToSave;

signals:
    /// Work has begun: show the first step.
    void begun();

private:
    Answer ask();
    void openPartly(const QString &path, Answers answers);
    bool saveTo(const QString &path);

    Session &m_session;
    Recovery &m_recovery;
    MessageBar &m_messages;
    QWidget *m_window;
};

} // namespace skanse::ui
