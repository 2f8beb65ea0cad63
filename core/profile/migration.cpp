// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/profile/migration.h"

#include "core/base/fill.h"
#include "core/profile/scalar.h"

#include <algorithm>

namespace skanse {

namespace {

constexpr std::string_view kKey = "skanse";

Diagnostic versionError(Place place, Prose message, Prose advice)
{
    return {.id = "profile-version",
            .path = std::string(kKey),
            .question = {},
            .message = std::move(message),
            .advice = std::move(advice),
            .place = place};
}

Place placeOfVersion(const yaml::Value &profile)
{
    const yaml::Value *value = profile.find(kKey);
    return value == nullptr ? profile.place : value->place;
}

void setVersion(yaml::Value &profile, std::int64_t version)
{
    const auto entry = std::ranges::find(profile.entries, kKey, &yaml::Value::Entry::key);
    if (entry != profile.entries.end())
        entry->value.text = std::to_string(version);
}

} // namespace

std::span<const Migration> profileMigrations()
{
    return {};
}

std::expected<std::int64_t, Diagnostic> versionOf(const yaml::Value &profile)
{
    const Prose advice = fill(StaticProse{"Write “skanse: {}” as the first line.",
                                          "Skriv «skanse: {}» som første linje."},
                              kProfileVersion);
    const auto entry = std::ranges::find(profile.entries, kKey, &yaml::Value::Entry::key);
    if (entry == profile.entries.end())
        return std::unexpected(versionError(
            profile.place,
            {"The profile does not name its version.", "Profilen oppgir ikke versjonen sin."},
            advice));
    const auto number = strictInteger(entry->value);
    if (!number) {
        const bool scalar = entry->value.kind == yaml::Value::Kind::Scalar;
        return std::unexpected(
            versionError(scalar ? entry->value.place : entry->keyPlace,
                         {"The version of the profile must be a whole number without quotes.",
                          "Profilens versjon må være et heltall uten anførselstegn."},
                         advice));
    }
    return *number;
}

std::expected<std::vector<Migration>, Diagnostic>
migrate(yaml::Value &profile, std::span<const Migration> migrations, std::int64_t current)
{
    const auto version = versionOf(profile);
    if (!version)
        return std::unexpected(version.error());
    if (*version > current)
        return std::unexpected(versionError(
            placeOfVersion(profile),
            fill(
                StaticProse{
                    "The profile has version {}; this program reads up to version {}.",
                    "Profilen har versjon {}; dette programmet leser til og med versjon {}."},
                *version, current),
            {"Use a newer Skanse.", "Bruk en nyere Skanse."}));

    std::vector<Migration> applied;
    for (std::int64_t at = *version; at != current;) {
        const auto step = std::ranges::find(migrations, at, &Migration::from);
        if (step == migrations.end() || step->to <= at || step->to > current)
            return std::unexpected(versionError(
                placeOfVersion(profile),
                fill(StaticProse{"This program cannot read profiles of version {}.",
                                 "Dette programmet kan ikke lese profiler av versjon {}."},
                     *version),
                fill(StaticProse{"The current version is {}.", "Gjeldende versjon er {}."},
                     current)));
        step->apply(profile);
        setVersion(profile, step->to);
        applied.push_back(*step);
        at = step->to;
    }
    return applied;
}

} // namespace skanse
