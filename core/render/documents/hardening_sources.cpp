// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/catalogue_markdown.h"
#include "core/render/documents/hardening_parts.h"
#include "core/render/labels.h"

#include <algorithm>

namespace skanse::render {

namespace {

/// Facts that nobody has checked, by what they are about.
class UnverifiedFacts
{
public:
    explicit UnverifiedFacts(const Request &request) : m_request(request) {}

    void add(const StaticProse &what, Basis basis) { add(m_request.say(what), basis); }

    void add(std::string_view what, Basis basis)
    {
        if (!isUnverified(basis))
            return;
        std::string &list = basis == Basis::Estimate ? m_estimates : m_knowledge;
        list += list.empty() ? "" : ", ";
        appendCatalogueText(list, what);
    }

    /// "estimate: limits; general knowledge, not verified: health check"
    [[nodiscard]] std::string text() const
    {
        std::string text;
        if (!m_estimates.empty())
            text += fill("{}: {}", m_request.say(labelOf(Basis::Estimate)), m_estimates);
        if (!m_knowledge.empty())
            text += fill(text.empty() ? "{}: {}" : "; {}: {}",
                         m_request.say(labelOf(Basis::Knowledge)), m_knowledge);
        return text;
    }

private:
    const Request &m_request;
    std::string m_estimates;
    std::string m_knowledge;
};

UnverifiedFacts factsOf(const Request &request, const ServicePlan &service)
{
    const Preset &preset = *service.preset;
    UnverifiedFacts facts(request);
    if (!service.image.build && service.image.reference == preset.image)
        facts.add(StaticProse{"image", "image"}, preset.imageBasis);
    if (service.uid == preset.uid)
        facts.add(StaticProse{"user", "bruker"}, preset.userBasis);
    facts.add(StaticProse{"health check", "helsesjekk"}, preset.health.basis);
    facts.add(StaticProse{"limits", "grenser"}, preset.resources.basis);
    for (const PresetStorage &storage : preset.storage)
        facts.add(storage.path, storage.basis);
    for (const PresetScratch &scratch : preset.scratch)
        facts.add(scratch.path, scratch.basis);
    if (service.image.recipe != nullptr)
        for (const BuildStage &stage : service.image.recipe->stages)
            facts.add(stage.from, stage.basis);
    return facts;
}

void presets(const Request &request, Markdown &page)
{
    std::vector<const Preset *> seen;
    for (const ServicePlan &service : request.plan().services) {
        if (std::ranges::find(seen, service.preset) != seen.end())
            continue;
        seen.push_back(service.preset);
        std::string line = "**";
        appendCatalogueText(line, request.say(service.preset->title));
        line += "** ";
        const std::string facts = factsOf(request, service).text();
        line += facts.empty() ? std::string(request.say(
                                    StaticProse{"nothing unverified", "ingenting ubekreftet"}))
                              : facts;
        line += request.say(StaticProse{". Sources: ", ". Kilder: "});
        for (std::size_t i = 0; i < service.preset->sources.size(); ++i) {
            line += i == 0 ? "" : "; ";
            appendCatalogueText(line, service.preset->sources[i]);
        }
        page.bullet(line);
    }
}

void host(const Request &request, Markdown &page)
{
    const HostFacts &known = request.catalogue().host;
    UnverifiedFacts facts(request);
    facts.add(request.plan().host.system->name, request.plan().host.system->basis);
    facts.add(StaticProse{"reserve of the host", "reserve til verten"}, known.reserve.basis);
    for (const HostSysctl &used : request.plan().host.sysctls)
        if (const auto fact = std::ranges::find(known.sysctls, used.key, &SysctlFact::key);
            fact != known.sysctls.end())
            facts.add(fact->key, fact->basis);
    for (const DaemonFact &fact : known.daemon)
        facts.add("daemon.json " + fact.key, fact.basis);
    for (const SshdFact &fact : known.sshd)
        facts.add("sshd " + fact.key, fact.basis);
    if (const std::string text = facts.text(); !text.empty())
        page.bullet(fill(request.say(StaticProse{"**Host** {}", "**Vert** {}"}), text));
}

} // namespace

void hardeningSources(const Request &request, Markdown &page)
{
    page.heading(2, request.say(StaticProse{"Facts that were not verified",
                                            "Fakta som ikke er kontrollert"}));
    page.paragraph(
        request.say(StaticProse{"Starting values of the presets and the host that nobody has "
                                "checked. Test them before you rely "
                                "on them.",
                                "Startverdier i forvalg og vert som ingen har kontrollert. Prøv "
                                "dem før du stoler på dem."}));
    presets(request, page);
    if (request.plan().wants(Target::Host))
        host(request, page);
}

} // namespace skanse::render
