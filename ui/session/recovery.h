// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

class QLockFile;

namespace skanse::ui {

class Session;

/// Work that a run left behind when it ended without saving or asking.
struct LeftBehind {
    QString path;     ///< of the recovery file
    QString name;     ///< as the window showed it
    QString filePath; ///< of the profile; empty when it had never been saved
    QDateTime changed;
};

/// Keeps a copy of unsaved work on disk, so that a crash, a kill or a power cut loses a second at most. The
/// copy goes when the work is saved or given up. A lock beside each copy tells whether its window lives.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// `folder` is made when it is needed.
    Recovery(Session &session, const QString &folder, QObject *parent = nullptr);
    ~Recovery() override;

    /// Copies whose window is gone, newest first.
    [[nodiscard]] QList<LeftBehind> leftBehind() const;
    /// Puts one back into the session, as unsaved work, and takes its copy away. False when it cannot be
    /// read; then it stays.
    bool restore(const LeftBehind &work);
    void discard(const LeftBehind &work);

    /// Writes at once what would be written within a second.
    void writeNow();
    /// The work is saved, or was given up on purpose.
    void forget();

    /// In the user's folder for application data.
    static QString defaultFolder();

private:
    void schedule();

    Session &m_session;
    QString m_folder;
    QString m_file; ///< of this window's copy
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
};

} // namespace skanse::ui
