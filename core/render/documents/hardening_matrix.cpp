// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/documents/coverage.h"
#include "core/render/documents/hardening_parts.h"
#include "core/render/labels.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

/// "`compose.yaml:12` `kubernetes/services/api.yaml:20` +3"
void appendSightings(std::string &out, const Sightings &found)
{
    const std::size_t kept = std::min(found.count, Sightings::kKept);
    for (std::size_t i = 0; i < kept; ++i) {
        const Sightings::Line &line = found.first.at(i);
        out += i == 0 ? "`" : " `";
        out += line.file->path;
        out += ':';
        out += std::to_string(line.line);
        out += '`';
    }
    if (found.count > kept)
        out += " +" + std::to_string(found.count - kept);
}

void appendCell(std::string &out, const HardeningFacts &facts, const Control &control,
                Column column)
{
    const Coverage cell = coverageOf(facts.evidence, facts.states, control, column);
    switch (cell.kind) {
    case Coverage::Kind::Shown:
        appendSightings(out, *cell.sightings);
        break;
    case Coverage::Kind::NotApplied:
        out += facts.say(labelOf(cell.state));
        break;
    case Coverage::Kind::Cannot:
        out += facts.say(StaticProse{"cannot: ", "kan ikke: "});
        out += facts.gaps.markOf(control.id, column);
        break;
    case Coverage::Kind::Silent:
        out += "–";
        break;
    }
}

void appendHeader(std::string &out, std::span<const std::string_view> cells)
{
    for (const std::string_view cell : cells) {
        out += "| ";
        out += cell;
        out += ' ';
    }
    out += "|\n";
    for (std::size_t i = 0; i < cells.size(); ++i)
        out += "|---";
    out += "|\n";
}

} // namespace

void hardeningMatrix(const HardeningFacts &facts, Markdown &page)
{
    page.heading(2, facts.say(StaticProse{"Where each control stands", "Hvor hvert tiltak står"}));
    page.paragraph(
        facts.say(StaticProse{"File and line, the first places only. “cannot: C2” refers to the "
                              "next section; “–” means that "
                              "the target has nothing to say about it in this bundle.",
                              "Fil og linje, bare de første stedene. «kan ikke: C2» viser til "
                              "neste del; «–» betyr at målet "
                              "ikke har noe å si om det i denne pakken."}));

    std::vector<std::string_view> header{facts.say(StaticProse{"Control", "Tiltak"})};
    for (const Column column : facts.columns)
        header.push_back(facts.say(labelOf(column)));
    std::string table;
    table.reserve(16 * 1024);
    appendHeader(table, header);
    for (const Control *control : facts.controls) {
        table += "| ";
        table += facts.textOf(*control).name;
        for (const Column column : facts.columns) {
            table += " | ";
            appendCell(table, facts, *control, column);
        }
        table += " |\n";
    }
    page.block(table);
}

void hardeningGaps(const HardeningFacts &facts, Markdown &page)
{
    page.heading(
        2, facts.say(StaticProse{"What a target cannot express", "Hva et mål ikke kan uttrykke"}));
    std::string list;
    for (const Column column : facts.columns) {
        const auto &gaps = facts.gaps.of(column);
        if (gaps.empty())
            continue;
        page.heading(3, facts.say(labelOf(column)));
        list.clear();
        for (std::size_t i = 0; i < gaps.size(); ++i) {
            list += "- **";
            list += Gaps::mark(column, i);
            list += "** ";
            list += facts.textOf(*gaps[i].controls.front())
                        .columns.at(static_cast<std::size_t>(column));
            for (std::size_t c = 0; c < gaps[i].controls.size(); ++c) {
                list += c == 0 ? " (`" : ", `";
                list += toString(gaps[i].controls[c]->id);
                list += '`';
            }
            list += ")\n";
        }
        page.block(list);
    }
    bool isFirst = true;
    for (const Diagnostic &diagnostic : facts.request.diagnostics()) {
        if (diagnostic.severity != Severity::Note)
            continue;
        if (isFirst)
            page.heading(3, facts.say(StaticProse{"In these answers", "I disse svarene"}));
        isFirst = false;
        page.bullet(encode::markdown(facts.say(diagnostic.message)) + " "
                    + encode::markdown(facts.say(diagnostic.advice)));
    }
}

void hardeningStates(const HardeningFacts &facts, Markdown &page)
{
    static constexpr std::array kStates{DecisionState::Applied, DecisionState::Waived,
                                        DecisionState::NotApplicable};
    page.heading(2, facts.say(StaticProse{"State for each service", "Status for hver tjeneste"}));
    const std::array<std::string_view, 4> header{
        facts.say(StaticProse{"Control", "Tiltak"}),
        facts.say(StaticProse{"Applied", "Tatt i bruk"}),
        facts.say(StaticProse{"Waived", "Fraveket"}),
        facts.say(StaticProse{"Not needed", "Ikke aktuelt"})};
    std::string table;
    appendHeader(table, header);
    for (const Control *control : facts.controls) {
        if (control->scope != ControlScope::Service)
            continue;
        table += "| ";
        table += facts.textOf(*control).name;
        for (const DecisionState state : kStates) {
            table += " | ";
            facts.appendSubjects(table, facts.states.subjectsIn(control->id, state));
        }
        table += " |\n";
    }
    page.block(table);
    page.paragraph(facts.say(StaticProse{"Controls of the whole workload, the host and CI:",
                                         "Tiltak for hele arbeidslasten, verten og CI:"}));
    table.clear();
    const std::array<std::string_view, 3> wideHeader{facts.say(StaticProse{"Control", "Tiltak"}),
                                                     facts.say(StaticProse{"State", "Status"}),
                                                     facts.say(StaticProse{"Reason", "Grunn"})};
    appendHeader(table, wideHeader);
    for (const Control *control : facts.controls) {
        if (control->scope == ControlScope::Service)
            continue;
        for (const DecisionGroup &group : facts.states.of(control->id)) {
            table += "| ";
            table += facts.textOf(*control).name;
            table += " | ";
            table += facts.say(labelOf(group.decision->state));
            table += " | ";
            facts.appendReason(table, *group.decision);
            table += " |\n";
        }
    }
    page.block(table);
}

} // namespace skanse::render
