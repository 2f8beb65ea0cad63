// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/manifest.h"

#include "core/base/fill.h"
#include "core/bundle/artifact_path.h"
#include "core/bundle/write_error.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace skanse::bundle {

namespace {

constexpr int kVersion = 1;
constexpr QLatin1StringView kVersionKey("skanseBundle");
constexpr QLatin1StringView kFilesKey("files");
constexpr QLatin1StringView kPathKey("path");
constexpr QLatin1StringView kHashKey("sha256");

/// Paths have no control characters and no backslash.
std::string jsonString(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "\"";
}

bool isSha256(std::string_view text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::unexpected<Prose> notAManifest()
{
    return std::unexpected(Prose{"it is damaged", "den er skadet"});
}

} // namespace

std::string toJson(const Manifest &manifest)
{
    std::string out = "{\n  \"skanseBundle\": " + std::to_string(kVersion) + ",\n  \"files\": [";
    std::string_view separator = "\n";
    for (const auto &[path, hash] : manifest) {
        out += separator;
        out += "    {\"path\": " + jsonString(path) + ", \"sha256\": " + jsonString(hash) + "}";
        separator = ",\n";
    }
    out += manifest.empty() ? "]\n}\n" : "\n  ]\n}\n";
    return out;
}

std::expected<Manifest, Prose> parseManifest(std::string_view json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size())), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return notAManifest();
    const QJsonObject root = document.object();
    const QJsonValue version = root.value(kVersionKey);
    if (!version.isDouble())
        return notAManifest();
    if (version.toInt(0) != kVersion)
        return std::unexpected(Prose{"it was written by another version of Skanse",
                                     "den er skrevet av en annen versjon av Skanse"});
    const QJsonValue files = root.value(kFilesKey);
    if (!files.isArray())
        return notAManifest();

    Manifest manifest;
    const QJsonArray list = files.toArray();
    for (const auto &item : list) {
        const QJsonObject entry = item.toObject();
        const std::string path = entry.value(kPathKey).toString().toStdString();
        const std::string hash = entry.value(kHashKey).toString().toStdString();
        if (!isSha256(hash))
            return notAManifest();
        if (pathProblem(path))
            return std::unexpected(fill(StaticProse{"it names “{}”, which Skanse never writes",
                                                    "den nevner «{}», som Skanse aldri skriver"},
                                        shown(path)));
        if (!manifest.emplace(path, hash).second)
            return notAManifest();
    }
    return manifest;
}

std::string sha256Of(std::string_view text)
{
    return QCryptographicHash::hash(
               QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
               QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

} // namespace skanse::bundle
