// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/evidence/evidence.h"

#include "core/base/fill.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace skanse {

namespace {

void report(Evidence &evidence, std::string_view id, const std::string &name, const Prose &message)
{
    evidence.problems.push_back(
        {.id = std::string(id),
         .severity = Severity::Warning,
         .path = "evidence/" + name,
         .question = {},
         .message = fill(StaticProse{"Evidence {}: ", "Bevis {}: "}, name),
         .advice = {"Nothing was taken from it. Write it again with the script of the bundle, or "
                    "remove it from the folder.",
                    "Ingenting er hentet fra den. Lag den på nytt med skriptet i pakken, eller ta "
                    "den ut av mappen."}});
    evidence.problems.back().message.en += message.en;
    evidence.problems.back().message.nb += message.nb;
}

void readInto(Evidence &evidence, const QString &path, const std::string &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        report(evidence, "evidence-unreadable", name,
               {"The file cannot be opened.", "Filen kan ikke åpnes."});
        return;
    }
    // One byte more than allowed tells a file that is too large, whatever its size claims to be.
    const QByteArray json = file.read(static_cast<qint64>(kMaximumEvidenceBytes) + 1);
    auto read = readEvidence(name, {json.constData(), static_cast<std::size_t>(json.size())});
    if (!read)
        report(evidence, "evidence-refused", name, read.error().message);
    else
        evidence.files.push_back(std::move(*read));
}

} // namespace

Evidence readEvidenceFolder(const std::string &folder)
{
    Evidence evidence;
    QDirIterator found(QString::fromStdString(folder), {QStringLiteral("*.json")}, QDir::Files);
    std::vector<std::pair<std::string, QString>> files; // by the bytes of the name: no locale
    while (found.hasNext()) {
        const QString path = found.next();
        files.emplace_back(found.fileName().toStdString(), path);
    }
    std::ranges::sort(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (i == kMaximumEvidenceFiles) {
            report(evidence, "evidence-too-many", files[i].first,
                   fill(StaticProse{"The folder holds more than {} files; this one and those after "
                                    "it are not read.",
                                    "Mappen har mer enn {} filer; denne og de etter den leses "
                                    "ikke."},
                        kMaximumEvidenceFiles));
            break;
        }
        readInto(evidence, files[i].second, files[i].first);
    }
    return evidence;
}

std::string evidenceFolderOf(std::string_view profilePath)
{
    const auto slash = profilePath.rfind('/');
    return slash == std::string_view::npos
             ? std::string("evidence")
             : std::string(profilePath.substr(0, slash + 1)) + "evidence";
}

} // namespace skanse
