// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/catalogue_markdown.h"
#include "core/render/host/checklist.h"
#include "core/render/labels.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

using enum ControlId;

/// Sources are addresses separated by " ; ", or the word "knowledge".
void appendSources(std::string &out, std::string_view sources, std::string_view knowledge)
{
    while (!sources.empty()) {
        const auto end = sources.find(" ; ");
        const std::string_view source = sources.substr(0, end);
        if (source.starts_with("https://")) {
            out += '<';
            out += source;
            out += '>';
        } else {
            out += knowledge;
        }
        if (end == std::string_view::npos)
            return;
        out += ' ';
        sources.remove_prefix(end + 3);
    }
}

class RegionPart
{
public:
    RegionPart(const Request &request, Markdown &page)
        : m_request(request)
        , m_plan(request.plan().region)
        , m_page(page)
        , m_why(request.why(residency, "host.region"))
    {
    }

    void write()
    {
        std::string disclaimer = "> ";
        appendCatalogueText(disclaimer, m_request.say(m_request.catalogue().legalDisclaimer));
        m_page.paragraph(disclaimer, m_why);
        places();
        bases();
        provider();
        peers();
    }

private:
    [[nodiscard]] std::string say(const StaticProse &text) const
    {
        return std::string(m_request.say(text));
    }

    [[nodiscard]] std::string checked(bool verified) const
    {
        return verified ? say({"source read", "kilde lest"}) : say({"unverified", "ubekreftet"});
    }

    void places()
    {
        std::vector<Markdown::Row> rows;
        for (const DataLocation &location : m_plan.locations) {
            std::string basis = "-";
            if (location.basis != nullptr) {
                basis.clear();
                appendCatalogueText(basis, m_request.say(location.basis->label));
            }
            rows.push_back(
                {{say(labelOf(location.kind)),
                  encode::markdownCell(regionText(location.region, m_request.language())), basis,
                  location.basis == nullptr ? "-" : location.basis->asOf}});
        }
        m_page.table({say({"What", "Hva"}), say({"Where", "Hvor"}),
                      say({"Legal basis", "Rettslig grunnlag"}), say({"As of", "Per"})},
                     rows, m_why);
        if (m_plan.hosting != nullptr)
            authority(*m_plan.hosting);
    }

    void authority(const Region &region)
    {
        std::string text = say({"Supervisory authority in the hosting country: ",
                                "Tilsynsmyndighet i driftslandet: "});
        appendCatalogueText(text, region.authority);
        text += " <" + region.authorityUrl + "> (" + basisText(m_request, region.authorityBasis)
              + "). ";
        text +=
            say({"Whom to notify normally follows the place of the controller, not of the server.",
                 "Hvem det skal meldes til, følger normalt av hvor virksomheten holder til, ikke "
                 "av hvor serveren står."});
        m_page.bullet(text, m_why);
    }

    /// The note of each legal basis that occurs, once.
    void bases()
    {
        std::vector<const LegalBasis *> seen;
        for (const DataLocation &location : m_plan.locations) {
            const LegalBasis *basis = location.basis;
            if (basis == nullptr || basis->note.empty()
                || std::ranges::find(seen, basis) != seen.end())
                continue;
            seen.push_back(basis);
            std::string text;
            appendCatalogueText(text, m_request.say(basis->label));
            text += ": ";
            appendCatalogueText(text, m_request.say(basis->note));
            if (!basis->expires.empty())
                text += say({" Ends: ", " Utløper: "}) + basis->expires + ".";
            text += ' ';
            appendSources(text, basis->source, say({"knowledge", "kunnskap"}));
            text += " (" + checked(basis->verified) + ")";
            m_page.bullet(text, m_why);
        }
    }

    void provider()
    {
        std::string text = say({"Provider: ", "Leverandør: "});
        text += m_plan.provider.empty() ? say({"not given", "ikke oppgitt"})
                                        : encode::markdown(m_plan.provider);
        text += say({"; governed by the law of: ", "; underlagt loven i: "});
        text += m_plan.providerCountry == nullptr
                  ? say({"not given", "ikke oppgitt"})
                  : encode::markdown(regionText(m_plan.providerCountry, m_request.language()));
        text += ".";
        const Origin origin = m_request.why(residency, "host.providerCountry");
        m_page.bullet(text, origin);
        if (m_plan.ownership == nullptr)
            return;
        std::string risk =
            say({"Risk by ownership: ", "Risiko ut fra eierskap: "}) + riskText() + ". ";
        appendCatalogueText(risk, m_request.say(m_plan.ownership->note));
        m_page.bullet(risk, origin);
    }

    [[nodiscard]] std::string riskText() const
    {
        if (m_plan.ownership->risk == "low")
            return say({"low", "lav"});
        if (m_plan.ownership->risk == "medium")
            return say({"medium", "middels"});
        return say({"high", "høy"});
    }

    /// Declared peers outside the workload, those outside the region of the EEA marked.
    void peers()
    {
        if (m_plan.peers.empty())
            return;
        std::vector<Markdown::Row> rows;
        for (const PeerLocation &peer : m_plan.peers) {
            const Flow &flow = m_request.plan().flows[peer.flow];
            const Language language = m_request.language();
            std::string basis = "-";
            if (peer.basis != nullptr) {
                basis.clear();
                appendCatalogueText(basis, m_request.say(peer.basis->label));
            }
            std::string where = peer.region == nullptr
                                  ? say({"not said: find out", "ikke oppgitt: finn ut"})
                                  : encode::markdownCell(regionText(peer.region, language));
            if (peer.flagged)
                where = "**" + where + say({", outside the EEA**", ", utenfor EØS**"});
            rows.push_back(
                {{endpointText(m_request.plan(), flow.from, true, language),
                  encode::markdownCell(endpointText(m_request.plan(), flow.to, false, language)),
                  where, basis},
                 m_request.why(residency, "service.peer.country")});
        }
        m_page.table({say({"Service", "Tjeneste"}), say({"Connects to", "Kobler til"}),
                      say({"Where", "Hvor"}), say({"Legal basis", "Rettslig grunnlag"})},
                     rows);
        if (std::ranges::any_of(m_plan.peers, &PeerLocation::flagged))
            m_page.paragraph(say({"Whether personal data goes to a marked peer is for you to find "
                                  "out; if so, that transfer needs a basis of its own.",
                                  "Om personopplysninger går til en markert motpart, må du finne "
                                  "ut; i så fall trenger den overføringen et eget grunnlag."}),
                             m_why);
    }

    const Request &m_request;
    const RegionPlan &m_plan;
    Markdown &m_page;
    Origin m_why;
};

} // namespace

void checklistRegion(const Request &request, Markdown &page)
{
    RegionPart(request, page).write();
}

void checklistAuthorities(const Request &request, Markdown &page)
{
    const RegionPlan &plan = request.plan().region;
    std::vector<const Region *> regions;
    const auto add = [&](const Region *region) {
        if (region != nullptr && std::ranges::find(regions, region) == regions.end())
            regions.push_back(region);
    };
    add(plan.hosting);
    for (const Latency &latency : plan.latencies)
        add(latency.users);
    std::vector<Markdown::Row> rows;
    for (const Region *region : regions) {
        std::string authority;
        appendCatalogueText(authority, region->authority);
        rows.push_back(
            {{encode::markdownCell(regionText(region, request.language())), authority,
              "<" + region->authorityUrl + ">", basisText(request, region->authorityBasis)}});
    }
    page.paragraph(request.say(StaticProse{
                       "Authorities of the countries where the server stands and where the users "
                       "are. Which one is notified follows where the controller is established.",
                       "Tilsyn i landene der serveren står og brukerne er. Hvilket det meldes til, "
                       "følger hvor den behandlingsansvarlige er etablert."}),
                   request.why(residency, "host.region"));
    page.table({std::string(request.say(StaticProse{"Country", "Land"})),
                std::string(request.say(StaticProse{"Authority", "Tilsyn"})),
                std::string(request.say(StaticProse{"Address", "Adresse"})),
                std::string(request.say(StaticProse{"Basis", "Grunnlag"}))},
               rows, request.why(residency, "host.region"));
}

} // namespace skanse::render
