// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/labels.h"

#include "core/base/fill.h"

#include <array>

namespace skanse {

namespace {

template <std::size_t Size, class Enum>
StaticProse labelAt(const std::array<StaticProse, Size> &labels, Enum value)
{
    return labels.at(static_cast<std::size_t>(value));
}

} // namespace

StaticProse labelOf(DecisionState state)
{
    static constexpr std::array<StaticProse, 3> kLabels{{
        {"applied", "tatt i bruk"},
        {"waived", "fraveket"},
        {"not needed", "ikke aktuelt"},
    }};
    return labelAt(kLabels, state);
}

StaticProse labelOf(Column column)
{
    static constexpr std::array<StaticProse, kColumnCount> kLabels{{
        {"Dockerfile", "Dockerfile"},
        {"Compose", "Compose"},
        {"Kubernetes", "Kubernetes"},
        {"Host", "Vert"},
        {"CI", "CI"},
    }};
    return labelAt(kLabels, column);
}

StaticProse labelOf(ControlScope scope)
{
    static constexpr std::array<StaticProse, 4> kLabels{{
        {"each service", "hver tjeneste"},
        {"whole workload", "hele arbeidslasten"},
        {"host", "vert"},
        {"CI", "CI"},
    }};
    return labelAt(kLabels, scope);
}

StaticProse labelOf(ControlWeight weight)
{
    static constexpr std::array<StaticProse, 4> kLabels{{
        {"critical", "kritisk"},
        {"high", "høy"},
        {"medium", "middels"},
        {"low", "lav"},
    }};
    return labelAt(kLabels, weight);
}

StaticProse labelOf(Basis basis)
{
    static constexpr std::array<StaticProse, 7> kLabels{{
        {"read in the software's own files", "lest i programvarens egne filer"},
        {"read in the documentation", "lest i dokumentasjonen"},
        {"read in an issue thread", "lest i en feilrapport"},
        {"tried in a sandbox", "prøvd i en sandkasse"},
        {"measured", "målt"},
        {"general knowledge, unverified", "alminnelig kunnskap, ubekreftet"},
        {"estimate", "anslag"},
    }};
    return labelAt(kLabels, basis);
}

StaticProse labelOf(PresetKind kind)
{
    static constexpr std::array<StaticProse, 10> kLabels{{
        {"runtime", "kjøremiljø"},
        {"site", "nettsted"},
        {"proxy", "proxy"},
        {"database", "database"},
        {"cache", "hurtiglager"},
        {"broker", "meldingskø"},
        {"search", "søk"},
        {"application", "applikasjon"},
        {"monitoring", "overvåking"},
        {"custom", "egendefinert"},
    }};
    return labelAt(kLabels, kind);
}

StaticProse labelOf(DataLocation::Kind kind)
{
    static constexpr std::array<StaticProse, 4> kLabels{{
        {"Hosting", "Drift"},
        {"Backups", "Sikkerhetskopier"},
        {"Logs", "Logger"},
        {"Image registry", "Image-register"},
    }};
    return labelAt(kLabels, kind);
}

StaticProse labelOf(Severity severity)
{
    static constexpr std::array<StaticProse, 4> kLabels{{
        {"error", "feil"},
        {"warning", "advarsel"},
        {"open", "åpent"},
        {"note", "merknad"},
    }};
    return labelAt(kLabels, severity);
}

std::string endpointText(const Plan &plan, const Endpoint &end, bool isSource, Language language)
{
    static constexpr StaticProse kIngress{"the cluster's ingress controller",
                                          "klyngens ingress-kontroller"};
    static constexpr StaticProse kEveryone{"everyone", "alle"};
    static constexpr StaticProse kAnywhere{"any address on the internet",
                                           "enhver adresse på internett"};
    switch (end.kind) {
    case Endpoint::Kind::Service:
        return plan.services.at(static_cast<std::size_t>(end.service)).name;
    case Endpoint::Kind::Network:
        return toString(end.network);
    case Endpoint::Kind::Name:
        return end.name;
    case Endpoint::Kind::Ingress:
        return std::string(kIngress.in(language));
    case Endpoint::Kind::Internet:
        break;
    }
    return std::string((isSource ? kEveryone : kAnywhere).in(language));
}

std::string portText(const Flow &flow, Language language)
{
    static constexpr StaticProse kAny{"any port", "enhver port"};
    if (flow.port == 0)
        return std::string(kAny.in(language));
    return std::to_string(flow.port) + "/" + std::string(wordOf(flow.protocol));
}

std::string publicationText(const Publication &publication, Language language)
{
    static constexpr StaticProse kEvery{"every address of the host, port ",
                                        "alle adresser på verten, port "};
    const std::string port = std::to_string(publication.hostPort);
    if (publication.address.empty())
        return std::string(kEvery.in(language)) + port;
    const bool v6 = publication.address.find(':') != std::string::npos;
    return (v6 ? "[" + publication.address + "]" : publication.address) + ":" + port;
}

std::string regionText(const Region *region, Language language)
{
    static constexpr StaticProse kUnknown{"not known", "ikke kjent"};
    if (region == nullptr)
        return std::string(kUnknown.in(language));
    return region->name.in(language) + " (" + region->iso + ")";
}

std::string standingText(const ControlStanding &standing, Language language)
{
    if (standing.state == Standing::Open)
        return std::string(StaticProse{"open", "åpent"}.in(language));
    const bool verified = standing.state == Standing::Verified;
    if (standing.date.empty())
        return std::string((verified
                                ? StaticProse{"verified, date not given", "bekreftet, uten dato"}
                                : StaticProse{"contradicted, date not given", "motsagt, uten dato"})
                               .in(language));
    return fill((verified ? StaticProse{"verified on {}", "bekreftet {}"}
                          : StaticProse{"contradicted on {}", "motsagt {}"})
                    .in(language),
                dayOf(standing.date));
}

} // namespace skanse
