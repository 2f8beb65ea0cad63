// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/catalogue/catalogue.h"
#include "core/render/labels.h"
#include "core/report/plain_text.h"
#include "core/report/preset_words.h"
#include "core/report/reference.h"
#include "core/report/reference_page.h"
#include "core/text/encode.h"

namespace skanse::report {

namespace {

void overview(ReferencePage &page)
{
    std::vector<Markdown::Row> rows;
    for (const Preset &preset : catalogue().presets)
        rows.push_back(
            {{fill("`{}`", preset.id), encode::markdownCell(page.say(preset.summary)),
              std::string(page.say(labelOf(preset.kind))), fill("{}:{}", preset.uid, preset.gid),
              std::string(page.say(labelOf(preset.userBasis)))}});
    page.page().table(
        {"Id", std::string(page.say(StaticProse{"What it is", "Hva det er"})),
         std::string(page.say(StaticProse{"Kind", "Slag"})),
         std::string(page.say(StaticProse{"User", "Bruker"})),
         std::string(page.say(StaticProse{"How the user is known", "Hvordan brukeren er kjent"}))},
        rows);
}

void presetSection(ReferencePage &page, const Preset &preset)
{
    page.page().heading(2, encode::markdown(page.say(preset.title)));
    page.page().paragraph(fill("`{}`: {}", preset.id, encode::markdown(page.say(preset.summary))));
    for (const PresetFact &fact : factsOf(preset, page.language())) {
        std::string text = encode::markdown(fact.text);
        if (fact.basis)
            text += fill(" *({})*", page.say(labelOf(*fact.basis)));
        page.labelled(fact.label, text);
    }
    if (!preset.surprises.empty()) {
        page.page().paragraph(page.say(StaticProse{"Good to know:", "Verdt å vite:"}));
        for (const Prose &surprise : preset.surprises)
            page.page().bullet(encode::markdown(page.say(surprise)));
    }
    page.page().paragraph(fill(page.say(StaticProse{"Sources: {}", "Kilder: {}"}),
                               encode::markdown(joined(preset.sources, "; "))));
}

} // namespace

std::string referencePresets(Language language)
{
    ReferencePage page({"Presets", "Forvalg"}, "presets", language);
    page.page().paragraph(page.say(StaticProse{
        "What Skanse knows about runtimes and images. How a fact is known stands behind it; what "
        "is only "
        "general knowledge or an estimate has to be checked by whoever relies on it.",
        "Hva Skanse vet om kjøremiljøer og image. Bak hvert faktum står hvordan det er kjent; det "
        "som "
        "bare er alminnelig kunnskap eller et anslag, må kontrolleres av den som bygger på det."}));
    overview(page);
    for (const Preset &preset : catalogue().presets)
        presetSection(page, preset);
    return page.take();
}

} // namespace skanse::report
