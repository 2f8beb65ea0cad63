// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/question_words.h"

#include "core/base/fill.h"
#include "core/base/quantity.h"

#include <algorithm>
#include <array>

namespace skanse::report {

namespace {

void collect(const RecordType &type, const std::string &prefix, std::vector<QuestionPlace> &out)
{
    for (const Question &question : type.questions) {
        const std::string path = prefix + std::string(question.key);
        out.push_back({&question, &type, path});
        if (question.items != nullptr)
            collect(*question.items, path + (question.kind == Kind::Items ? "[]." : "."), out);
    }
}

/// The bound in the unit that people write.
std::string inUnit(Kind kind, std::int64_t value)
{
    switch (kind) {
    case Kind::Bytes:
        return toString(Bytes{value});
    case Kind::Cpu:
        return toString(Cpu{value});
    case Kind::Duration:
        return toString(Duration{value});
    default:
        return std::to_string(value);
    }
}

bool isQuantity(Kind kind)
{
    return kind == Kind::Integer || kind == Kind::Bytes || kind == Kind::Cpu
        || kind == Kind::Duration;
}

bool isList(Kind kind)
{
    static constexpr std::array kLists{Kind::Choices,  Kind::Words,   Kind::Countries,
                                       Kind::Networks, Kind::SshKeys, Kind::Items};
    return std::ranges::find(kLists, kind) != kLists.end();
}

StaticProse unitOf(Kind kind)
{
    if (isQuantity(kind))
        return {};
    return isList(kind) ? StaticProse{" items", " elementer"} : StaticProse{" characters", " tegn"};
}

} // namespace

const std::vector<QuestionPlace> &questionPlaces()
{
    static const auto kPlaces = [] {
        std::vector<QuestionPlace> places;
        collect(answersType(), {}, places);
        return places;
    }();
    return kPlaces;
}

const QuestionPlace &placeOf(const Question &question)
{
    // Every question is in the table: there is no other way to get one.
    return *std::ranges::find(questionPlaces(), &question, &QuestionPlace::question);
}

StaticProse kindLabel(Kind kind)
{
    static constexpr std::array<StaticProse, 31> kLabels{{
        {"yes or no (true, false)", "ja eller nei (true, false)"},
        {"whole number", "heltall"},
        {"one line of text", "én linje tekst"},
        {"DNS label", "DNS-etikett"},
        {"port name", "portnavn"},
        {"DNS name", "DNS-navn"},
        {"one of the choices", "ett av valgene"},
        {"list of choices", "liste av valg"},
        {"amount of bytes, such as 512Mi", "mengde byte, for eksempel 512Mi"},
        {"processor time, such as 0.5 or 250m", "prosessortid, for eksempel 0.5 eller 250m"},
        {"time, such as 30s", "tid, for eksempel 30s"},
        {"absolute path", "absolutt sti"},
        {"relative folder", "relativ mappe"},
        {"image reference", "image-referanse"},
        {"digest, sha256:...", "digest, sha256:..."},
        {"list of words", "liste av ord"},
        {"country code, such as \"NO\"", "landkode, for eksempel \"NO\""},
        {"list of country codes", "liste av landkoder"},
        {"IP address", "IP-adresse"},
        {"IP address or network (CIDR)", "IP-adresse eller nett (CIDR)"},
        {"list of addresses or networks", "liste av adresser eller nett"},
        {"name of an environment variable", "navn på en miljøvariabel"},
        {"user name", "brukernavn"},
        {"list of OpenSSH public keys", "liste av offentlige OpenSSH-nøkler"},
        {"signal, such as SIGTERM", "signal, for eksempel SIGTERM"},
        {"id of a preset", "id for et forvalg"},
        {"id of a control", "id for et tiltak"},
        {"id of an item of the checklist", "id for et punkt på sjekklisten"},
        {"date, such as 2026-11-20", "dato, for eksempel 2026-11-20"},
        {"group", "gruppe"},
        {"list", "liste"},
    }};
    static_assert(kLabels.size() == static_cast<std::size_t>(Kind::Items) + 1);
    return kLabels.at(static_cast<std::size_t>(kind));
}

std::string boundsText(const Question &question, Language language)
{
    static constexpr StaticProse kBetween{"{} to {}", "{} til {}"};
    static constexpr StaticProse kMost{"at most {}", "høyst {}"};
    static constexpr StaticProse kLeast{"at least {}", "minst {}"};
    const Bounds &bounds = question.bounds;
    const bool hasMost = bounds.most != Bounds{}.most;
    if (!hasMost && bounds.least == 0)
        return {};
    const std::string least = inUnit(question.kind, bounds.least);
    const std::string most = inUnit(question.kind, bounds.most);
    const bool hasLeast = bounds.least != 0 || isQuantity(question.kind);
    std::string text = !hasMost ? fill(kLeast.in(language), least)
                     : hasLeast ? fill(kBetween.in(language), least, most)
                                : fill(kMost.in(language), most);
    return text + std::string(unitOf(question.kind).in(language));
}

std::string defaultText(const QuestionPlace &place)
{
    const Kind kind = place.question->kind;
    if (kind == Kind::Group || kind == Kind::Items)
        return {};
    const std::string text = toString(defaultOf(*place.type, *place.question));
    return text == "[]" ? std::string() : text;
}

StaticProse pageLabel(Page page)
{
    static constexpr std::array<StaticProse, 10> kLabels{{
        {"Workload", "Arbeidslast"},
        {"Services", "Tjenester"},
        {"Ports", "Porter"},
        {"Storage", "Lagring"},
        {"Resources", "Ressurser"},
        {"Peers", "Motparter"},
        {"Secrets", "Hemmeligheter"},
        {"Host", "Vert"},
        {"Hardening", "Herding"},
        {"Checklist", "Sjekkliste"},
    }};
    static_assert(kLabels.size() == static_cast<std::size_t>(Page::Checklist) + 1);
    return kLabels.at(static_cast<std::size_t>(page));
}

} // namespace skanse::report
