// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/zip_file.h"

#include "core/base/fill.h"
#include "core/bundle/manifest.h"

#include <QBuffer>
#include <QDateTime>
#include <QFileInfo>
#include <QSaveFile>

#include <KZip>

namespace skanse::ui {

namespace {

/// The first day that a zip can name. Local time, since that is what zip keeps and KZip writes as it is.
QDateTime fixedTime()
{
    return {QDate(1980, 1, 1), QTime(0, 0)};
}

WriteError writeError(const QString &path, const QString &reason)
{
    return {fill(StaticProse{"“{}” cannot be written: {}.", "«{}» kan ikke skrives: {}."},
                 path.toStdString(), reason.toStdString()),
            {"Nothing was changed. Check the path and the free space.",
             "Ingenting er endret. Sjekk stien og ledig plass."},
            path.toStdString()};
}

WriteError cancelled(const QString &path)
{
    return {{"Writing was cancelled.", "Skrivingen ble avbrutt."},
            {"Nothing was changed.", "Ingenting er endret."},
            path.toStdString()};
}

bool addFile(KZip &zip, const std::string &name, std::string_view text, bool executable)
{
    const mode_t mode = executable ? 0100755 : 0100644;
    return zip.writeFile(QString::fromStdString(name),
                         QByteArrayView(text.data(), static_cast<qsizetype>(text.size())), mode,
                         QString(), QString(), fixedTime(), fixedTime(), fixedTime());
}

} // namespace

std::expected<WriteReport, WriteError>
writeZip(std::span<const Artifact> artifacts, const std::string &topFolder, const QString &path,
         const std::function<bool(std::size_t done, std::size_t total)> &progress)
{
    // In memory first: KZip finishes its file also when writing was given up.
    QByteArray bytes;
    QBuffer buffer(&bytes);
    KZip zip(&buffer);
    // Only the date in zip's own field: the extended one depends on the time zone.
    zip.setExtraField(KZip::NoExtraField);
    if (!zip.open(QIODevice::WriteOnly))
        return std::unexpected(writeError(path, zip.errorString()));
    const auto goesOn = [&](std::size_t done) {
        return !progress || progress(done, artifacts.size());
    };
    WriteReport report;
    bundle::Manifest manifest;
    for (std::size_t i = 0; i < artifacts.size(); ++i) {
        if (!goesOn(i))
            return std::unexpected(cancelled(path));
        const Artifact &artifact = artifacts[i];
        if (!addFile(zip, topFolder + "/" + artifact.path, artifact.text, artifact.executable))
            return std::unexpected(writeError(path, zip.errorString()));
        manifest.emplace(artifact.path, bundle::sha256Of(artifact.text));
        report.written.push_back(artifact.path);
    }
    const std::string listName = topFolder + "/" + std::string(kManifestName);
    if (!addFile(zip, listName, bundle::toJson(manifest), false) || !zip.close())
        return std::unexpected(writeError(path, zip.errorString()));
    if (!goesOn(artifacts.size()))
        return std::unexpected(cancelled(path));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(writeError(path, file.errorString()));
    return report;
}

bool isExportedZip(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return false;
    KZip zip(path);
    if (!zip.open(QIODevice::ReadOnly))
        return false;
    const QStringList top = zip.directory()->entries();
    if (top.size() != 1)
        return false;
    const KArchiveEntry *folder = zip.directory()->entry(top.first());
    return folder != nullptr && folder->isDirectory()
        && static_cast<const KArchiveDirectory *>(folder)->entry(QString::fromUtf8(
               kManifestName.data(), static_cast<qsizetype>(kManifestName.size())))
               != nullptr;
}

} // namespace skanse::ui
