// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/preset_words.h"

#include "core/base/fill.h"
#include "core/render/labels.h"
#include "core/report/plain_text.h"

namespace skanse::report {

namespace {

class FactList
{
public:
    explicit FactList(Language language) : m_language(language) {}

    [[nodiscard]] std::string say(const StaticProse &prose) const
    {
        return std::string(prose.in(m_language));
    }
    [[nodiscard]] std::string say(const Prose &prose) const { return prose.in(m_language); }

    void add(const StaticProse &label, std::string text, std::optional<Basis> basis = {})
    {
        if (!text.empty())
            m_facts.push_back({say(label), std::move(text), basis});
    }

    std::vector<PresetFact> take() { return std::move(m_facts); }

private:
    Language m_language;
    std::vector<PresetFact> m_facts;
};

std::string environmentText(const Preset &preset)
{
    std::vector<std::string> items;
    for (const Variable &variable : preset.environment)
        items.push_back(variable.name + "=" + variable.value);
    return joined(items);
}

std::string secretsText(const Preset &preset)
{
    std::vector<std::string> items;
    for (const Secret &secret : preset.secrets)
        items.push_back(secret.variable.empty() ? secret.name
                                                : fill("{} ({})", secret.name, secret.variable));
    return joined(items);
}

std::string limitsText(const PresetResources &resources, Language language)
{
    static constexpr StaticProse kText{"{} memory, {} CPU, {} processes, {} open files",
                                       "{} minne, {} CPU, {} prosesser, {} åpne filer"};
    return fill(kText.in(language), toString(resources.memory), toString(resources.cpu),
                resources.pids, resources.openFiles);
}

void addPaths(FactList &facts, const Preset &preset)
{
    static constexpr StaticProse kStorage{"Storage", "Lagring"};
    static constexpr StaticProse kScratch{"Scratch", "Kladd"};
    for (const PresetStorage &item : preset.storage)
        facts.add(kStorage, fill("{} {}: {}", item.path, toString(item.size), facts.say(item.why)),
                  item.basis);
    for (const PresetScratch &item : preset.scratch)
        facts.add(kScratch,
                  fill("{} {}{}: {}", item.path, toString(item.size), item.exec ? " exec" : "",
                       facts.say(item.why)),
                  item.basis);
}

void addHealth(FactList &facts, const Preset &preset)
{
    const PresetHealth &health = preset.health;
    std::string text = health.command.empty()
                         ? facts.say(StaticProse{"nothing in the image can check",
                                                 "ingenting i imaget kan sjekke"})
                         : joined(health.command, " ");
    facts.add({"Health check", "Helsesjekk"}, std::move(text), health.basis);
    facts.add({"About the check", "Om sjekken"}, facts.say(health.note));
}

} // namespace

std::string presetPorts(const Preset &preset)
{
    std::vector<std::string> items;
    for (const PresetPort &port : preset.ports)
        items.push_back(
            fill(port.protocol == Protocol::Udp ? "{} {}/udp" : "{} {}", port.name, port.port));
    return joined(items);
}

std::vector<PresetFact> factsOf(const Preset &preset, Language language)
{
    FactList facts(language);
    facts.add({"Kind", "Slag"}, facts.say(labelOf(preset.kind)));
    if (!preset.image.empty())
        facts.add({"Image", "Image"},
                  // Qualified: std::fill would take the same arguments.
                  skanse::fill(facts.say(StaticProse{"{}, as of {}", "{}, per {}"}), preset.image,
                               preset.imageAsOf),
                  preset.imageBasis);
    if (preset.build)
        facts.add({"Build", "Bygging"},
                  facts.say(preset.build->needsSource
                                ? StaticProse{"from your source", "fra kildekoden din"}
                                : StaticProse{"a derived image", "et avledet image"}));
    facts.add({"User", "Bruker"}, fill("{}:{}", preset.uid, preset.gid), preset.userBasis);
    facts.add({"Ports", "Porter"}, presetPorts(preset));
    addPaths(facts, preset);
    facts.add({"Environment", "Miljøvariabler"}, environmentText(preset));
    facts.add({"Secrets", "Hemmeligheter"}, secretsText(preset));
    facts.add({"Capabilities", "Capabilities"}, joined(preset.capabilities));
    addHealth(facts, preset);
    facts.add({"Limits", "Grenser"}, limitsText(preset.resources, language),
              preset.resources.basis);
    facts.add({"Stop", "Stopp"}, fill("{}, {}", preset.stopSignal, toString(preset.stopGrace)));
    facts.add({"Replicas", "Replikaer"}, std::to_string(preset.replicas));
    return facts.take();
}

} // namespace skanse::report
