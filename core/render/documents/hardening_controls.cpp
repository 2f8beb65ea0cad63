// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/catalogue_markdown.h"
#include "core/render/documents/hardening_parts.h"
#include "core/render/labels.h"
#include "core/text/encode.h"

namespace skanse::render {

namespace {

void appendLabel(std::string &out, std::string_view what)
{
    out += "- **";
    out += what;
    out += ":** ";
}

/// Writes the catalogue's part of a control's section.
class TextOfControl
{
public:
    TextOfControl(const Control &control, Language language)
        : m_control(control)
        , m_language(language)
    {
    }

    [[nodiscard]] ControlText make() const
    {
        ControlText text;
        appendCatalogueText(text.name, m_control.title.in(m_language));
        text.name += " `";
        text.name += toString(m_control.id);
        text.name += '`';
        title(text.title);
        prose(text.prose, {"Why", "Hvorfor"}, m_control.why);
        prose(text.prose, {"Stops", "Stopper"}, m_control.threat);
        prose(text.prose, {"What remains", "Det som gjenstår"}, m_control.residual);
        prose(text.prose, {"Try it", "Prøv selv"}, m_control.attempt);
        references(text.sources);
        rules(text.sources);
        for (std::size_t c = 0; c < kColumnCount; ++c)
            column(text.columns.at(c), static_cast<Column>(c));
        return text;
    }

private:
    void title(std::string &out) const
    {
        out += "### ";
        appendCatalogueText(out, m_control.title.in(m_language));
        out += "\n\n`";
        out += toString(m_control.id);
        out += "`, ";
        out += labelOf(m_control.severity).in(m_language);
        out += ", ";
        out += labelOf(m_control.scope).in(m_language);
        out += "\n\n";
    }

    void prose(std::string &out, const StaticProse &what, const Prose &text) const
    {
        appendLabel(out, what.in(m_language));
        appendCatalogueText(out, text.in(m_language));
        out += '\n';
    }

    void references(std::string &out) const
    {
        if (m_control.references.empty())
            return;
        appendLabel(out, StaticProse{"References", "Referanser"}.in(m_language));
        const std::string *standard = nullptr;
        for (const Reference &reference : m_control.references) {
            const bool isSame = standard != nullptr && *standard == reference.standard;
            if (standard != nullptr)
                out += isSame ? ", " : "; ";
            if (!isSame) {
                appendCatalogueText(out, reference.standard);
                out += ' ';
            }
            appendCatalogueText(out, reference.section);
            standard = &reference.standard;
        }
        out += '\n';
    }

    void rules(std::string &out) const
    {
        if (m_control.rules.empty())
            return;
        appendLabel(out, StaticProse{"Rules of tools", "Verktøyenes regler"}.in(m_language));
        bool isFirst = true;
        for (const ToolRules &tool : m_control.rules) {
            out += isFirst ? "" : "; ";
            isFirst = false;
            out += tool.tool;
            char separator = ' ';
            for (const std::string &id : tool.ids) {
                out += separator;
                if (separator == ',')
                    out += ' ';
                appendCatalogueText(out, id);
                separator = ',';
            }
        }
        out += '\n';
    }

    void column(std::string &out, Column column) const
    {
        const ControlTarget &target = m_control.targets.at(static_cast<std::size_t>(column));
        if (target.shows.empty()) {
            appendCatalogueText(out, target.cannot.in(m_language));
            return;
        }
        out += labelOf(column).in(m_language);
        out += " `";
        out += target.shows;
        out += '`';
    }

    const Control &m_control;
    Language m_language;
};

ControlTexts textsIn(Language language)
{
    ControlTexts texts;
    for (const Control &control : catalogue().controls)
        texts.at(static_cast<std::size_t>(control.id)) = TextOfControl(control, language).make();
    return texts;
}

/// The section of one control, written by hand into one string: this is the bulk of the document.
class ControlSection
{
public:
    ControlSection(const HardeningFacts &facts, std::string &out) : m_facts(facts), m_out(out) {}

    void write(const Control &control)
    {
        const ControlText &text = m_facts.textOf(control);
        m_out += text.title;
        for (const DecisionGroup &group : m_facts.states.of(control.id))
            state(control, group);
        evidence(control);
        m_out += text.prose;
        shows(control);
        m_out += text.sources;
    }

private:
    void state(const Control &control, const DecisionGroup &group)
    {
        m_out += "- **";
        std::string_view word = m_facts.say(labelOf(group.decision->state));
        m_out += static_cast<char>(word.front() - 'a' + 'A');
        m_out += word.substr(1);
        if (control.scope == ControlScope::Service) {
            m_out += m_facts.say(StaticProse{" for ", " for "});
            m_facts.appendSubjects(m_out, group.subjects);
        }
        m_out += ":** ";
        m_facts.appendReason(m_out, *group.decision);
        m_out += '\n';
    }

    /// Intended is what the lines above say; this is how far it was seen.
    void evidence(const Control &control)
    {
        if (m_facts.states.strongest(control.id) != DecisionState::Applied)
            return;
        const EvidencePlan &all = m_facts.request.plan().evidence;
        const ControlStanding &standing = all.of(control.id);
        appendLabel(m_out, m_facts.say(StaticProse{"Evidence", "Bevis"}));
        m_out += m_facts.say(StaticProse{"intended, ", "ment å gjelde, "});
        m_out += standingText(standing, m_facts.request.language());
        const std::string *last = nullptr;
        for (const Sighting &sighting : standing.sightings) {
            const std::string &name = all.files[sighting.file]->name;
            if (last != nullptr && *last == name)
                continue;
            m_out += last == nullptr ? " (" : ", ";
            m_out += encode::markdownCode(name);
            last = &name;
        }
        if (last != nullptr)
            m_out += ')';
        if (standing.state != Standing::Open && !standing.unseen.empty()) {
            m_out += m_facts.say(StaticProse{"; open for ", "; åpent for "});
            m_facts.appendSubjects(m_out, standing.unseen);
        }
        m_out += '\n';
    }

    void shows(const Control &control)
    {
        bool isFirst = true;
        for (const Column column : m_facts.columns) {
            const auto c = static_cast<std::size_t>(column);
            if (control.targets.at(c).shows.empty())
                continue;
            if (isFirst)
                appendLabel(m_out, m_facts.say(StaticProse{"Shows as", "Vises som"}));
            else
                m_out += "; ";
            isFirst = false;
            m_out += m_facts.textOf(control).columns.at(c);
        }
        if (!isFirst)
            m_out += '\n';
    }

    const HardeningFacts &m_facts;
    std::string &m_out;
};

} // namespace

const ControlTexts &controlTexts(Language language)
{
    if (language == Language::Bokmal) {
        static const ControlTexts kBokmal = textsIn(Language::Bokmal);
        return kBokmal;
    }
    static const ControlTexts kEnglish = textsIn(Language::English);
    return kEnglish;
}

void hardeningControls(const HardeningFacts &facts, Markdown &page)
{
    page.heading(2, facts.say(StaticProse{"The controls", "Tiltakene"}));
    std::string text;
    ControlSection section(facts, text);
    for (const Control *control : facts.controls) {
        if (!facts.states.matters(control->id))
            continue;
        text.clear();
        section.write(*control);
        page.block(text);
    }
}

void hardeningUnused(const HardeningFacts &facts, Markdown &page)
{
    bool isFirst = true;
    for (const Control *control : facts.controls) {
        if (facts.states.matters(control->id))
            continue;
        if (isFirst)
            page.heading(2, facts.say(StaticProse{"Not needed here", "Ikke aktuelt her"}));
        isFirst = false;
        std::string line = facts.textOf(*control).name;
        line += ':';
        for (const DecisionGroup &group : facts.states.of(control->id)) {
            line += ' ';
            facts.appendReason(line, *group.decision);
        }
        page.bullet(line);
    }
}

void hardeningWaivers(const HardeningFacts &facts, Markdown &page)
{
    page.heading(2, facts.say(StaticProse{"Waivers", "Unntak"}));
    bool any = false;
    for (const Control *control : facts.controls) {
        for (const DecisionGroup &group : facts.states.of(control->id)) {
            if (group.decision->state != DecisionState::Waived)
                continue;
            any = true;
            std::string line = "**";
            appendCatalogueText(line, facts.say(control->title));
            line += fill("** `{}`, ", toString(control->id));
            facts.appendSubjects(line, group.subjects);
            line += fill(facts.say(StaticProse{"\nReason given: {}\n", "\nOppgitt grunn: {}\n"}),
                         encode::markdown(facts.say(group.decision->reason)));
            line += facts.say(StaticProse{"What is lost: ", "Det som går tapt: "});
            appendCatalogueText(line, facts.say(control->residual));
            page.bullet(
                line,
                {{}, "service.waiver.reason", static_cast<std::int16_t>(group.subjects.front())});
        }
    }
    if (!any)
        page.paragraph(
            facts.say(StaticProse{"No control is waived.", "Ingen tiltak er fraveket."}));
}

} // namespace skanse::render
