// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/drill_results.h"

#include "ui/hardening/control_states.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace skanse::ui {

namespace {

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(DrillResults)
};

QString tooLarge()
{
    return Text::tr("The file is larger than 4 MiB. Load a results file of a drill.");
}

/// The first key that is not in `known`; empty when all are.
QString unknownKey(const QJsonObject &object, const QStringList &known)
{
    const QStringList keys = object.keys();
    for (const QString &key : keys)
        if (!known.contains(key))
            return key;
    return {};
}

/// Text from a file, short enough for a message.
QString shortened(const QString &text)
{
    return text.size() > 40 ? text.first(40) + QStringLiteral("…") : text;
}

std::expected<DrillResult, QString> resultOf(const QJsonValue &value, qsizetype number)
{
    const auto wrong = [&](const QString &what) {
        return std::unexpected(Text::tr("Result %1: %2").arg(number).arg(what));
    };
    if (!value.isObject())
        return wrong(Text::tr("it is not an object."));
    const QJsonObject object = value.toObject();
    static const QStringList kTexts{QStringLiteral("control"), QStringLiteral("attempt"),
                                    QStringLiteral("expected"), QStringLiteral("seen")};
    static const QString kService = QStringLiteral("service");
    static const QString kHeld = QStringLiteral("held");
    if (const QString key = unknownKey(object, kTexts + QStringList{kService, kHeld});
        !key.isEmpty())
        return wrong(Text::tr("the key “%1” is not known.").arg(shortened(key)));
    for (const QString &key : kTexts)
        if (!object.value(key).isString())
            return wrong(Text::tr("“%1” must be there and be a text.").arg(key));
    if (object.contains(kService) && !object.value(kService).isString())
        return wrong(Text::tr("“%1” must be a text.").arg(kService));
    const QJsonValue held = object.value(kHeld);
    if (!held.isBool() && !held.isNull())
        return wrong(Text::tr("“held” must be true, false or null."));
    const QString name = object.value(kTexts.first()).toString();
    const auto control = controlIdOf(toUtf8(name));
    if (!control)
        return wrong(Text::tr("no control is called “%1”.").arg(shortened(name)));
    return DrillResult{.control = *control,
                       .service = object.value(kService).toString(),
                       .attempt = object.value(kTexts[1]).toString(),
                       .expected = object.value(kTexts[2]).toString(),
                       .seen = object.value(kTexts[3]).toString(),
                       .held = held.isBool() ? std::optional(held.toBool()) : std::nullopt};
}

} // namespace

std::expected<std::vector<DrillResult>, QString> parseDrillResults(const QByteArray &json)
{
    if (json.size() > kMaximumDrillBytes)
        return std::unexpected(tooLarge());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(Text::tr("The file is not valid JSON (near byte %1): %2.")
                                   .arg(error.offset)
                                   .arg(error.errorString()));
    static const QString kResults = QStringLiteral("results");
    const QJsonObject root = document.object();
    if (!document.isObject() || !root.value(kResults).isArray())
        return std::unexpected(Text::tr("The file has no list “results”: it is no drill result."));
    if (const QString key = unknownKey(root, {kResults}); !key.isEmpty())
        return std::unexpected(
            Text::tr("The key “%1” at the top is not known.").arg(shortened(key)));
    std::vector<DrillResult> results;
    const QJsonArray list = root.value(kResults).toArray();
    for (const auto &value : list) {
        auto result = resultOf(value, static_cast<qsizetype>(results.size()) + 1);
        if (!result)
            return std::unexpected(result.error());
        results.push_back(std::move(*result));
    }
    return results;
}

std::expected<std::vector<DrillResult>, QString> readDrillResults(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Text::tr("The file cannot be opened: %1.").arg(file.errorString()));
    // One byte more than allowed tells a file that is too large, whatever its size claims to be.
    const QByteArray json = file.read(kMaximumDrillBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(Text::tr("The file cannot be read: %1.").arg(file.errorString()));
    return parseDrillResults(json);
}

} // namespace skanse::ui
