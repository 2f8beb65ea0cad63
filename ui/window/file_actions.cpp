// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/window/file_actions.h"

#include "ui/session/profile_file.h"
#include "ui/session/recovery.h"
#include "ui/session/session.h"
#include "ui/text/language.h"
#include "ui/window/message_bar.h"
#include "ui/window/preferences.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace skanse::ui {

namespace {

constexpr qsizetype kMostShown = 3; ///< diagnostics in one message

const QString kEnding = QStringLiteral(".skanse.yaml");

QString filterText()
{
    return FileActions::tr("Skanse profiles (*.skanse.yaml);;All files (*)");
}

/// "shop.skanse.yaml:3:5: message advice", for the first few.
QString problemsText(const QString &path, const Diagnostics &diagnostics)
{
    QStringList lines;
    for (const Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.severity != Severity::Error)
            continue;
        if (lines.size() == kMostShown) {
            lines.append(FileActions::tr("… and more."));
            break;
        }
        QString place = QFileInfo(path).fileName();
        if (diagnostic.place.line > 0)
            place +=
                QStringLiteral(":%1:%2").arg(diagnostic.place.line).arg(diagnostic.place.column);
        lines.append(QStringLiteral("%1: %2 %3")
                         .arg(place, say(diagnostic.message), say(diagnostic.advice)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

FileActions::FileActions(Session &session, Recovery &recovery, MessageBar &messages,
                         QWidget *window)
    : QObject(window)
    , askToSave([this] { return ask(); })
    , m_session(session)
    , m_recovery(recovery)
    , m_messages(messages)
    , m_window(window)
{
}

FileActions::Answer FileActions::ask()
{
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"),
                    tr("“%1” has changes that are not saved.").arg(m_session.displayName()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return Answer::Save;
    case QMessageBox::Discard:
        return Answer::Discard;
    default:
        return Answer::Cancel;
    }
}

bool FileActions::mayLeave()
{
    if (!m_session.isModified())
        return true;
    switch (askToSave()) {
    case Answer::Save:
        return save();
    case Answer::Discard:
        m_recovery.forget();
        return true;
    case Answer::Cancel:
        break;
    }
    return false;
}

void FileActions::startWith(const Answers &answers)
{
    if (!mayLeave())
        return;
    m_session.start(answers);
    emit begun();
}

void FileActions::openAsking()
{
    // Where the opened file is, or the last one was: the others are likely beside it.
    QString near = m_session.filePath();
    if (const QStringList recent = preferences::recentFiles(); near.isEmpty() && !recent.isEmpty())
        near = recent.first();
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Open a profile"), near.isEmpty() ? near : QFileInfo(near).absolutePath(),
        filterText());
    if (!path.isEmpty())
        open(path);
}

void FileActions::open(const QString &path)
{
    ReadResult read = readProfileFile(path);
    if (!read.profile) {
        m_messages.tell(problemsText(path, read.diagnostics), Tone::Bad);
        if (read.partial)
            m_messages.offer(
                tr("Open what could be read"),
                [this, path, partial = std::move(*read.partial)] { openPartly(path, partial); });
        return;
    }
    if (!mayLeave())
        return;
    m_session.start(std::move(read.profile->answers), path);
    preferences::addRecentFile(path);
    m_messages.hide();
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && hasInnerComments(file.readAll().toStdString()))
        m_messages.tell(tr("Comments at the top of this file are kept when you save; those further "
                           "down are not. Save under another name to keep them."));
    emit begun();
}

/// Without the file's name, so that saving does not put half a profile over a whole one.
void FileActions::openPartly(const QString &path, Answers answers)
{
    if (!mayLeave())
        return;
    m_session.startUnsaved(std::move(answers));
    m_messages.tell(tr("“%1” was opened in part, as a new profile. The file itself is unchanged.")
                        .arg(QFileInfo(path).fileName()),
                    Tone::Caution);
    emit begun();
}

bool FileActions::save()
{
    return m_session.filePath().isEmpty() ? saveAs() : saveTo(m_session.filePath());
}

bool FileActions::saveAs()
{
    const QString name = m_session.filePath().isEmpty()
                           ? QDir::home().filePath(m_session.displayName() + kEnding)
                           : m_session.filePath();
    QString path =
        QFileDialog::getSaveFileName(m_window, tr("Save the profile"), name, filterText());
    if (path.isEmpty())
        return false;
    if (!QFileInfo(path).fileName().contains(QLatin1Char('.')))
        path += kEnding;
    return saveTo(path);
}

bool FileActions::saveTo(const QString &path)
{
    if (const auto saved = m_session.save(path); !saved) {
        m_messages.tell(say(saved.error().message) + QLatin1Char(' ') + say(saved.error().advice),
                        Tone::Bad);
        return false;
    }
    preferences::addRecentFile(path);
    if (!m_session.drafts().empty())
        m_messages.tell(tr("Saved, except for text in fields that is not an answer yet."),
                        Tone::Caution);
    return true;
}

} // namespace skanse::ui
