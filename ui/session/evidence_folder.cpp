// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/evidence_folder.h"

#include "core/base/fill.h"
#include "ui/text/language.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace skanse::ui {

namespace {

QString folderOf(const QString &profilePath)
{
    return toQString(evidenceFolderOf(toUtf8(QFileInfo(profilePath).absoluteFilePath())));
}

Refusal trouble(const StaticProse &what, const QString &why)
{
    return {fill(what, toUtf8(why)), {}};
}

/// A name in the folder under which these bytes stand already, or may stand.
QString freeName(const QDir &folder, const QString &wanted, const QByteArray &bytes)
{
    const QFileInfo info(wanted);
    for (int number = 1;; ++number) {
        const QString name =
            number == 1 ? info.completeBaseName() + QStringLiteral(".json")
                        : QStringLiteral("%1-%2.json").arg(info.completeBaseName()).arg(number);
        QFile there(folder.filePath(name));
        if (!there.exists())
            return name;
        if (there.open(QIODevice::ReadOnly) && there.read(bytes.size() + 1) == bytes)
            return name;
    }
}

} // namespace

EvidencePtr readEvidenceBeside(const QString &profilePath)
{
    return std::make_shared<const Evidence>(
        profilePath.isEmpty() ? Evidence{} : readEvidenceFolder(toUtf8(folderOf(profilePath))));
}

std::expected<QByteArray, Refusal> readResultsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(trouble(
            {"The file cannot be opened: {}.", "Filen kan ikke åpnes: {}."}, file.errorString()));
    // One byte more than allowed tells a file that is too large, whatever its size claims to be.
    QByteArray bytes = file.read(static_cast<qint64>(kMaximumEvidenceBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(trouble(
            {"The file cannot be read: {}.", "Filen kan ikke leses: {}."}, file.errorString()));
    return bytes;
}

std::expected<QString, Refusal> copyEvidence(const QString &filePath, const QString &profilePath)
{
    if (profilePath.isEmpty())
        return std::unexpected(
            Refusal{{"Save the profile first: evidence lies in a folder beside its file.",
                     "Lagre profilen først: bevis ligger i en mappe ved siden av filen."}});
    const auto bytes = readResultsFile(filePath);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QString wanted = QFileInfo(filePath).fileName();
    if (const auto read = readEvidence(
            toUtf8(wanted), {bytes->constData(), static_cast<std::size_t>(bytes->size())});
        !read)
        return std::unexpected(read.error());
    const QDir folder(folderOf(profilePath));
    if (!folder.mkpath(QStringLiteral(".")))
        return std::unexpected(
            trouble({"The folder {} cannot be made.", "Mappen {} kan ikke lages."}, folder.path()));
    const QString name = freeName(folder, wanted, *bytes);
    QSaveFile copy(folder.filePath(name));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(*bytes) != bytes->size() || !copy.commit())
        return std::unexpected(
            trouble({"The copy cannot be written: {}.", "Kopien kan ikke skrives: {}."},
                    copy.errorString()));
    return name;
}

} // namespace skanse::ui
