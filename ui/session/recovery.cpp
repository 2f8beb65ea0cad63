// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/recovery.h"

#include "core/profile/reader.h"
#include "core/profile/writer.h"
#include "ui/session/session.h"
#include "ui/text/language.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <chrono>

namespace skanse::ui {

namespace {

constexpr std::chrono::milliseconds kDelay{800};
constexpr qint64 kMostBytes = 8LL << 20;
const QString kEnding = QStringLiteral(".recovery.json");

QString lockOf(const QString &file)
{
    return file + QStringLiteral(".lock");
}

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

Recovery::Recovery(Session &session, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_folder(folder)
    , m_file(folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces)
             + kEnding)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &Recovery::writeNow);
    connect(&session, &Session::answersChanged, this, &Recovery::schedule);
    connect(&session, &Session::draftsChanged, this, &Recovery::schedule);
    connect(&session, &Session::fileChanged, this, &Recovery::schedule);
}

Recovery::~Recovery() = default;

QString Recovery::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
         + QStringLiteral("/recovery");
}

void Recovery::schedule()
{
    if (!m_session.isModified())
        forget();
    else if (!m_timer.isActive())
        m_timer.start();
}

void Recovery::writeNow()
{
    m_timer.stop();
    if (!m_session.isModified())
        return;
    QDir().mkpath(m_folder);
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(lockOf(m_file));
        m_lock->setStaleLockTime(0); // only a dead process makes it stale
        (void)m_lock->tryLock();
    }
    QJsonObject drafts;
    for (const auto &[key, draft] : m_session.drafts())
        drafts.insert(toQString(key), draft.text);
    const QJsonObject work{
        {QStringLiteral("name"), m_session.displayName()},
        {QStringLiteral("file"), m_session.filePath()},
        {QStringLiteral("profile"), toQString(writeProfile(m_session.answers()))},
        {QStringLiteral("drafts"), drafts},
    };
    // A copy that cannot be written must not disturb the work; the next change tries again.
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(work).toJson());
        file.commit();
    }
}

void Recovery::forget()
{
    m_timer.stop();
    QFile::remove(m_file);
    m_lock.reset(); // unlocks and removes the lock
}

QList<LeftBehind> Recovery::leftBehind() const
{
    QList<LeftBehind> works;
    const QDir folder(m_folder);
    for (const QFileInfo &file :
         folder.entryInfoList({QLatin1Char('*') + kEnding}, QDir::Files, QDir::Time)) {
        const QString path = file.absoluteFilePath();
        QLockFile lock(lockOf(path));
        lock.setStaleLockTime(0);
        if (QFileInfo(m_file).absoluteFilePath() == path || !lock.tryLock())
            continue; // somebody works on it
        const QJsonObject work = readObject(path);
        if (!work.isEmpty())
            works.append({path, work.value(QStringLiteral("name")).toString(),
                          work.value(QStringLiteral("file")).toString(), file.lastModified()});
    }
    return works;
}

bool Recovery::restore(const LeftBehind &work)
{
    const QJsonObject object = readObject(work.path);
    ReadResult read = readProfile(toUtf8(object.value(QStringLiteral("profile")).toString()));
    std::optional<Answers> answers =
        read.profile ? std::move(read.profile->answers) : std::move(read.partial);
    if (!answers)
        return false;
    m_session.startUnsaved(std::move(*answers), work.filePath);
    const QJsonObject drafts = object.value(QStringLiteral("drafts")).toObject();
    for (auto it = drafts.begin(); it != drafts.end(); ++it)
        if (const auto place = placeOfKey(m_session.answers(), toUtf8(it.key())))
            m_session.setDraft(*place, it.value().toString(),
                               {{"This is not an answer yet.", "Dette er ikke et svar ennå."},
                                {"Go on typing.", "Skriv videre."}});
    writeNow();
    discard(work);
    return true;
}

void Recovery::discard(const LeftBehind &work)
{
    QFile::remove(work.path);
    QFile::remove(lockOf(work.path));
}

} // namespace skanse::ui
