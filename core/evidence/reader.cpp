// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/evidence/evidence.h"

#include "core/base/fill.h"
#include "core/base/hygiene.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace skanse {

namespace {

using namespace Qt::StringLiterals;

constexpr std::string_view kDrillFormat = "skanse-drill/1";
constexpr std::string_view kHostFormat = "skanse-verify-host/1";
constexpr std::size_t kLongestText = 4000;
constexpr qsizetype kMostResults = 20'000;

/// Stops reading; readEvidence turns it into its error. Never leaves this file.
struct Bad {
    Prose message;
};

/// What a file says, short enough for a message and without characters that hide.
std::string shown(const std::string &text)
{
    std::string out = text.substr(0, 60);
    while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U)
        out.pop_back();
    if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0U)
        out.pop_back();
    for (auto bad = findBadCharacter(out, LineBreaks::Refused); bad;
         bad = findBadCharacter(out, LineBreaks::Refused))
        out.replace(bad->offset, 1, "?");
    return out.size() < text.size() ? out + "…" : out;
}

/// One object of the file, and where it is: "results[3]".
class Reading
{
public:
    Reading(const QJsonObject &object, std::string where)
        : m_object(object)
        , m_where(std::move(where))
    {
    }

    template <class... Values>
    [[noreturn]] void fail(const StaticProse &what, const Values &...values) const
    {
        const Prose filled = fill(what, values...);
        throw Bad{m_where.empty() ? filled
                                  : Prose{m_where + ": " + filled.en, m_where + ": " + filled.nb}};
    }

    void allowOnly(std::initializer_list<const char *> keys) const
    {
        const QStringList found = m_object.keys();
        for (const QString &key : found)
            if (std::ranges::none_of(
                    keys, [&](const char *known) { return key == QLatin1String(known); }))
                fail({"the key “{}” is not known.", "nøkkelen «{}» er ikke kjent."},
                     shown(key.toStdString()));
    }

    [[nodiscard]] bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }

    /// Line breaks and tabs, which the output of a program may hold, become spaces.
    [[nodiscard]] std::string text(const char *key) const
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isString())
            fail({"“{}” must be there and be a text.", "«{}» må være der og være en tekst."},
                 std::string_view(key));
        std::string out = value.toString().toStdString();
        if (out.size() > kLongestText)
            fail({"“{}” is longer than {} bytes.", "«{}» er lengre enn {} byte."},
                 std::string_view(key), kLongestText);
        std::ranges::replace_if(
            out, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        if (const auto bad = findBadCharacter(out, LineBreaks::Refused))
            fail({"“{}” contains {}.", "«{}» inneholder {}."}, std::string_view(key), bad->name);
        return out;
    }

    [[nodiscard]] std::string optionalText(const char *key) const
    {
        return has(key) ? text(key) : std::string();
    }

    /// Whether it held; null when the attempt says nothing about that.
    [[nodiscard]] EvidenceState held() const
    {
        const QJsonValue value = m_object.value(QLatin1String("held"));
        if (value.isNull())
            return EvidenceState::Unknown;
        if (!value.isBool())
            fail({"“{}” must be true, false or null.", "«{}» må være true, false eller null."},
                 std::string_view("held"));
        return value.toBool() ? EvidenceState::Held : EvidenceState::Broken;
    }

    [[nodiscard]] std::optional<ControlId> control(bool mayBeEmpty) const
    {
        const std::string name = text("control");
        if (name.empty() && mayBeEmpty)
            return std::nullopt;
        const auto *found = std::ranges::find(kControlNames, name);
        if (found == kControlNames.end())
            fail({"no control is called “{}”.", "ingen tiltak heter «{}»."}, shown(name));
        return static_cast<ControlId>(found - kControlNames.begin());
    }

private:
    const QJsonObject &m_object;
    std::string m_where;
};

EvidenceRecord drillRecord(const Reading &reading)
{
    reading.allowOnly({"control", "service", "attempt", "expected", "seen", "held"});
    EvidenceRecord record;
    record.control = reading.control(false);
    record.service = reading.optionalText("service");
    record.check = reading.text("attempt");
    record.expected = reading.text("expected");
    record.seen = reading.text("seen");
    record.state = reading.held();
    return record;
}

EvidenceRecord hostRecord(const Reading &reading)
{
    reading.allowOnly({"check", "control", "expected", "seen", "state"});
    EvidenceRecord record;
    record.check = reading.text("check");
    record.control = reading.control(true);
    record.expected = reading.text("expected");
    record.seen = reading.text("seen");
    const std::string state = reading.text("state");
    if (state == "ok")
        record.state = EvidenceState::Held;
    else if (state == "differs")
        record.state = EvidenceState::Broken;
    else if (state != "unknown")
        reading.fail({"“state” must be ok, differs or unknown, not “{}”.",
                      "«state» må være ok, differs eller unknown, ikke «{}»."},
                     shown(state));
    return record;
}

bool isDigits(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "2026-11-20T21:14:00Z"; only this form sorts as text, and only it needs no clock to be compared.
bool isUtcDate(std::string_view text)
{
    return text.size() == 20 && isDigits(text.substr(0, 4)) && text[4] == '-'
        && isDigits(text.substr(5, 2)) && text[7] == '-' && isDigits(text.substr(8, 2))
        && text[10] == 'T' && isDigits(text.substr(11, 2)) && text[13] == ':'
        && isDigits(text.substr(14, 2)) && text[16] == ':' && isDigits(text.substr(17, 2))
        && text[19] == 'Z';
}

EvidenceKind kindOf(const Reading &top)
{
    const std::string format = top.has("format") ? top.text("format") : std::string(kDrillFormat);
    if (format == kDrillFormat)
        return EvidenceKind::Drill;
    if (format != kHostFormat)
        top.fail({"the format “{}” is not known. Known: {}, {}.",
                  "formatet «{}» er ikke kjent. Kjente: {}, {}."},
                 shown(format), kDrillFormat, kHostFormat);
    return EvidenceKind::Host;
}

EvidenceFile fileOf(const QJsonDocument &document)
{
    const QJsonObject root = document.object();
    const Reading top(root, {});
    if (!document.isObject() || !root.value("results"_L1).isArray())
        top.fail({"The file has no list “results”: neither the drill nor verify-host.sh wrote it.",
                  "Filen har ingen liste «results»: verken øvelsen eller verify-host.sh har laget "
                  "den."});
    top.allowOnly({"format", "date", "workload", "results"});
    EvidenceFile file;
    file.kind = kindOf(top);
    const bool isHost = file.kind == EvidenceKind::Host;
    file.date = isHost ? top.text("date") : top.optionalText("date");
    if (!file.date.empty() && !isUtcDate(file.date))
        top.fail({"“date” must be a UTC time such as 2026-11-20T21:14:00Z, not “{}”.",
                  "«date» må være en tid i UTC som 2026-11-20T21:14:00Z, ikke «{}»."},
                 shown(file.date));
    file.workload = isHost ? top.text("workload") : top.optionalText("workload");
    const QJsonArray list = root.value("results"_L1).toArray();
    if (list.size() > kMostResults)
        top.fail({"The file holds more than {} results.", "Filen har mer enn {} resultater."},
                 kMostResults);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject object = list.at(i).toObject();
        const Reading reading(object, "results[" + std::to_string(i) + "]");
        if (!list.at(i).isObject())
            reading.fail({"it is not an object.", "det er ikke et objekt."});
        file.records.push_back(isHost ? hostRecord(reading) : drillRecord(reading));
    }
    return file;
}

} // namespace

std::expected<EvidenceFile, Refusal> readEvidence(std::string_view name, std::string_view json)
{
    if (json.size() > kMaximumEvidenceBytes)
        return std::unexpected(
            Refusal{{"The file is larger than 4 MiB.", "Filen er større enn 4 MiB."}});
    const auto bytes = QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto offset =
            std::min(json.size(), static_cast<std::size_t>(std::max(0, error.offset)));
        const Place place = placeOf(json, offset);
        return std::unexpected(
            Refusal{fill(StaticProse{"The file is not valid JSON (line {}, column {}).",
                                     "Filen er ikke gyldig JSON (linje {}, kolonne {})."},
                         place.line, place.column)});
    }
    try {
        EvidenceFile file = fileOf(document);
        file.name = name;
        file.sha256 =
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
        return file;
    } catch (const Bad &bad) {
        return std::unexpected(Refusal{bad.message});
    }
}

std::string_view dayOf(std::string_view date)
{
    return date.substr(0, date.find('T'));
}

} // namespace skanse
