// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/starter.h"

#include "core/base/fill.h"

#include <algorithm>

namespace skanse {

namespace {

enum class Tier : std::uint8_t { Edge, Application, Backend, Monitoring, Aside };

Tier tierOf(PresetKind kind)
{
    switch (kind) {
    case PresetKind::Proxy:
        return Tier::Edge;
    case PresetKind::Runtime:
    case PresetKind::Site:
    case PresetKind::Application:
        return Tier::Application;
    case PresetKind::Database:
    case PresetKind::Cache:
    case PresetKind::Broker:
    case PresetKind::Search:
        return Tier::Backend;
    case PresetKind::Monitoring:
        return Tier::Monitoring;
    case PresetKind::Custom:
        break;
    }
    return Tier::Aside;
}

bool usuallyTalks(Tier from, Tier to)
{
    return (from == Tier::Edge && to == Tier::Application)
        || (from == Tier::Application && to == Tier::Backend);
}

/// The port that people open in a browser.
const PresetPort *webPort(const Preset &preset)
{
    const auto found =
        std::ranges::find(preset.ports, ApplicationProtocol::Http, &PresetPort::application);
    return found == preset.ports.end() ? nullptr : &*found;
}

Peer peerTo(const std::string &service)
{
    Peer peer;
    peer.service = service;
    return peer;
}

/// The outermost service with a web port answers people.
void exposeFront(Answers &answers, const std::vector<const Preset *> &presets, bool isPublic)
{
    for (const Tier tier : {Tier::Edge, Tier::Application, Tier::Monitoring}) {
        for (std::size_t i = 0; i < presets.size(); ++i) {
            const PresetPort *port = webPort(*presets[i]);
            if (tierOf(presets[i]->kind) != tier || port == nullptr)
                continue;
            Port exposed;
            exposed.name = port->name;
            exposed.exposure = isPublic ? Exposure::Public : Exposure::Loopback;
            answers.services[i].ports.push_back(std::move(exposed));
            return;
        }
    }
}

} // namespace

std::expected<Answers, Refusal> starterAnswers(const StarterWish &wish, const Catalogue &catalogue)
{
    Answers answers;
    answers.workload.name = wish.name;
    answers.host.region = wish.region;
    std::vector<const Preset *> presets;
    for (const StarterService &asked : wish.services) {
        const Preset *preset = catalogue.preset(asked.preset);
        if (preset == nullptr)
            return std::unexpected(Refusal{
                fill(StaticProse{"There is no preset “{}”.", "Det finnes ikke noe forvalg «{}»."},
                     asked.preset),
                {"“skanse-cli presets” lists them.", "«skanse-cli presets» lister dem."}});
        presets.push_back(preset);
        Service service;
        service.name = asked.name;
        service.preset = asked.preset;
        answers.services.push_back(std::move(service));
    }
    for (std::size_t from = 0; from < presets.size(); ++from)
        for (std::size_t to = 0; to < presets.size(); ++to)
            if (usuallyTalks(tierOf(presets[from]->kind), tierOf(presets[to]->kind))
                && !presets[to]->ports.empty())
                answers.services[from].peers.push_back(peerTo(answers.services[to].name));
    exposeFront(answers, presets, wish.isPublic);
    return answers;
}

} // namespace skanse
