// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/catalogue/catalogue.h"
#include "core/render/labels.h"
#include "core/report/control_words.h"
#include "core/report/reference.h"
#include "core/report/reference_page.h"
#include "core/text/encode.h"

namespace skanse::report {

namespace {

void overview(ReferencePage &page)
{
    std::vector<Markdown::Row> rows;
    for (const Control *control : catalogue().controlsInOrder())
        rows.push_back(
            {{fill("`{}`", toString(control->id)), encode::markdownCell(page.say(control->title)),
              std::string(page.say(labelOf(control->severity))),
              std::string(page.say(labelOf(control->scope))),
              std::string(page.say(control->waivable ? StaticProse{"yes", "ja"}
                                                     : StaticProse{"no", "nei"}))}});
    page.page().table({"Id", std::string(page.say(StaticProse{"Control", "Tiltak"})),
                       std::string(page.say(StaticProse{"Weight", "Vekt"})),
                       std::string(page.say(StaticProse{"Scope", "Omfang"})),
                       std::string(page.say(StaticProse{"Can be waived", "Kan fravikes"}))},
                      rows);
}

std::string targetMarkdown(const Control &control, Column column, Language language)
{
    const std::string text = targetText(control, column, language);
    const bool isField = !control.targets.at(static_cast<std::size_t>(column)).shows.empty();
    return isField ? encode::markdownCode(text) : encode::markdown(text);
}

void controlSection(ReferencePage &page, const Control &control)
{
    page.page().heading(2, encode::markdown(page.say(control.title)));
    page.page().paragraph(fill("`{}`, {}, {}", toString(control.id),
                               page.say(labelOf(control.severity)),
                               page.say(labelOf(control.scope))));
    page.page().paragraph(encode::markdown(page.say(control.why)));
    page.fact({"Stops", "Stopper"}, encode::markdown(page.say(control.threat)));
    page.fact({"What remains", "Det som gjenstår"}, encode::markdown(page.say(control.residual)));
    page.fact({"Try it", "Prøv selv"}, encode::markdown(page.say(control.attempt)));
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const auto column = static_cast<Column>(i);
        page.fact(labelOf(column), targetMarkdown(control, column, page.language()));
    }
    page.fact({"References", "Referanser"}, encode::markdown(referencesText(control)));
    page.fact({"Rules of tools", "Verktøyenes regler"}, encode::markdown(rulesText(control)));
}

} // namespace

std::string referenceControls(Language language)
{
    ReferencePage page({"Controls", "Tiltak"}, "controls", language);
    page.page().paragraph(
        page.say(StaticProse{"Every hardening measure that Skanse knows. References name the "
                             "sections that a control belongs "
                             "to; they do not say that any standard is met.",
                             "Alle herdingstiltak som Skanse kjenner. Referansene viser hvilke "
                             "punkter et tiltak hører til; "
                             "de sier ikke at noen standard er oppfylt."}));
    overview(page);
    for (const Control *control : catalogue().controlsInOrder())
        controlSection(page, *control);
    return page.take();
}

} // namespace skanse::report
