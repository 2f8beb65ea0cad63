// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/catalogue_markdown.h"
#include "core/render/hardening_parts.h"
#include "core/render/labels.h"
#include "core/text/encode.h"

namespace skanse::render {

namespace {

/// The section of one control, written by hand into one string: this is the bulk of the document.
class ControlSection
{
public:
    ControlSection(const HardeningFacts &facts, std::string &out) : m_facts(facts), m_out(out) {}

    void write(const Control &control)
    {
        title(control);
        for (const DecisionGroup &group : m_facts.states.of(control.id))
            state(control, group);
        prose({"Why", "Hvorfor"}, control.why);
        prose({"Stops", "Stopper"}, control.threat);
        prose({"What remains", "Det som gjenstår"}, control.residual);
        prose({"Try it", "Prøv selv"}, control.attempt);
        shows(control);
        references(control);
        rules(control);
    }

private:
    void title(const Control &control)
    {
        m_out += "### ";
        appendCatalogueText(m_out, m_facts.say(control.title));
        m_out += "\n\n`";
        m_out += toString(control.id);
        m_out += "`, ";
        m_out += m_facts.say(labelOf(control.severity));
        m_out += ", ";
        m_out += m_facts.say(labelOf(control.scope));
        m_out += "\n\n";
    }

    void label(const StaticProse &what)
    {
        m_out += "- **";
        m_out += m_facts.say(what);
        m_out += ":** ";
    }

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

    void prose(const StaticProse &what, const Prose &text)
    {
        label(what);
        appendCatalogueText(m_out, m_facts.say(text));
        m_out += '\n';
    }

    void shows(const Control &control)
    {
        bool isFirst = true;
        for (const Column column : m_facts.columns) {
            const std::string &field = control.targets.at(static_cast<std::size_t>(column)).shows;
            if (field.empty())
                continue;
            if (isFirst)
                label({"Shows as", "Vises som"});
            else
                m_out += "; ";
            isFirst = false;
            m_out += m_facts.say(labelOf(column));
            m_out += " `";
            m_out += field;
            m_out += '`';
        }
        if (!isFirst)
            m_out += '\n';
    }

    void references(const Control &control)
    {
        if (control.references.empty())
            return;
        label({"References", "Referanser"});
        const std::string *standard = nullptr;
        for (const Reference &reference : control.references) {
            const bool isSame = standard != nullptr && *standard == reference.standard;
            if (standard != nullptr)
                m_out += isSame ? ", " : "; ";
            if (!isSame) {
                appendCatalogueText(m_out, reference.standard);
                m_out += ' ';
            }
            appendCatalogueText(m_out, reference.section);
            standard = &reference.standard;
        }
        m_out += '\n';
    }

    void rules(const Control &control)
    {
        if (control.rules.empty())
            return;
        label({"Rules of tools", "Verktøyenes regler"});
        bool isFirst = true;
        for (const ToolRules &tool : control.rules) {
            m_out += isFirst ? "" : "; ";
            isFirst = false;
            m_out += tool.tool;
            char separator = ' ';
            for (const std::string &id : tool.ids) {
                m_out += separator;
                if (separator == ',')
                    m_out += ' ';
                appendCatalogueText(m_out, id);
                separator = ',';
            }
        }
        m_out += '\n';
    }

    const HardeningFacts &m_facts;
    std::string &m_out;
};

} // namespace

void hardeningControls(const HardeningFacts &facts, Markdown &page)
{
    page.heading(2, facts.say(StaticProse{"The controls", "Tiltakene"}));
    std::string sections;
    sections.reserve(96 * 1024);
    ControlSection section(facts, sections);
    for (const Control *control : facts.controls) {
        if (!facts.states.matters(control->id))
            continue;
        if (!sections.empty())
            sections += '\n';
        section.write(*control);
    }
    page.block(sections);
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
        std::string line;
        appendCatalogueText(line, facts.say(control->title));
        line += fill(" `{}`:", toString(control->id));
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
