// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/profile_file.h"

#include "core/base/fill.h"
#include "core/profile/writer.h"
#include "core/yaml/reader.h"
#include "ui/text/language.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace skanse::ui {

namespace {

// One byte more than is accepted, so that the reader sees that it is too much and says so.
constexpr qint64 kMostBytes = static_cast<qint64>(yaml::Limits{}.bytes) + 1;

Diagnostic unreadable(Prose message, Prose advice)
{
    return {.id = "profile-unreadable",
            .path = {},
            .question = {},
            .message = std::move(message),
            .advice = std::move(advice)};
}

} // namespace

ReadResult readProfileFile(const QString &path)
{
    const auto refuse = [](Diagnostic diagnostic) {
        return ReadResult{.profile = {}, .diagnostics = {std::move(diagnostic)}};
    };
    const Prose advice{"Choose a profile, a file that ends in .skanse.yaml.",
                       "Velg en profil, en fil som slutter på .skanse.yaml."};
    if (QFileInfo(path).isDir())
        return refuse(unreadable({"This is a folder.", "Dette er en mappe."}, advice));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const std::string reason = toUtf8(file.errorString());
        return refuse(unreadable(
            fill(StaticProse{"The file cannot be opened: {}.", "Filen kan ikke åpnes: {}."},
                 reason),
            advice));
    }
    return readProfile(file.read(kMostBytes).toStdString());
}

std::string leadingComments(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && (text[end] == '#' || text[end] == '\n')) {
        const auto line = text.find('\n', end);
        if (line == std::string_view::npos)
            break;
        end = line + 1;
    }
    return std::string(text.substr(0, end));
}

bool hasInnerComments(std::string_view text)
{
    text.remove_prefix(leadingComments(text).size());
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        const auto first = line.find_first_not_of(" \t");
        if ((first != std::string_view::npos && line[first] == '#')
            || line.find(" #") != std::string_view::npos)
            return true;
        if (end == std::string_view::npos)
            break;
        text.remove_prefix(end + 1);
    }
    return false;
}

std::expected<void, Refusal> writeProfileFile(const QString &path, const Answers &answers,
                                              const QString &commentsFrom)
{
    std::string text;
    QFile old(commentsFrom);
    if (!commentsFrom.isEmpty() && old.open(QIODevice::ReadOnly))
        text = leadingComments(old.read(kMostBytes).toStdString());
    text += writeProfile(answers);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)
        && file.write(text.data(), static_cast<qint64>(text.size()))
               == static_cast<qint64>(text.size())
        && file.commit())
        return {};
    const std::string reason = toUtf8(file.errorString());
    return std::unexpected(
        Refusal{fill(StaticProse{"The profile was not saved: {}.", "Profilen ble ikke lagret: {}."},
                     reason),
                {"Choose another place, or make room there. What was there is unchanged.",
                 "Velg et annet sted, eller gjør plass der. Det som var der, er uendret."}});
}

} // namespace skanse::ui
