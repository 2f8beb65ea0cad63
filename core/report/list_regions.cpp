// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/labels.h"
#include "core/report/lists.h"
#include "core/report/plain_text.h"

#include <algorithm>

namespace skanse::report {

using yaml::Node;

namespace {

std::string basisLabel(const Region &region, Language language)
{
    const LegalBasis *basis = catalogue().basis(region.basis);
    return basis == nullptr ? std::string() : basis->label.in(language);
}

} // namespace

std::string listRegions(Language language)
{
    const auto say = [&](const StaticProse &prose) { return std::string(prose.in(language)); };
    const Catalogue &known = catalogue();
    TextTable table({"ISO", say({"COUNTRY", "LAND"}), say({"EEA", "EØS"}),
                     say({"FROM OSLO", "FRA OSLO"}),
                     say({"PERSONAL DATA FROM THE EEA", "PERSONOPPLYSNINGER FRA EØS"})});
    for (const Region &region : known.regions)
        table.row({region.iso, region.name.in(language),
                   region.eea ? say({"yes", "ja"}) : say({"no", "nei"}),
                   fill(region.rttBasis == Basis::Estimate ? "~{} ms" : "{} ms", region.rttOslo),
                   basisLabel(region, language)});
    return table.text() + "\n" + wrapped(known.legalDisclaimer.in(language), 0) + "\n\n"
         + wrapped(say({"~ is an estimate. ", "~ er et anslag. "}) + known.rttMethod.in(language),
                   0)
         + "\n";
}

Node regionsNode(Language language)
{
    const Catalogue &known = catalogue();
    Node node = Node::map();
    node.add("disclaimer", known.legalDisclaimer.in(language));
    node.add("roundTripMethod", known.rttMethod.in(language));
    Node &list = node.add("regions", Node::list());
    for (const Region &region : known.regions) {
        Node &entry = list.append(Node::map());
        entry.add("iso", region.iso);
        entry.add("name", region.name.in(language));
        entry.add("eu", region.eu);
        entry.add("eea", region.eea);
        entry.add("hubs", Node::list(region.hubs)).flow();
        entry.add("authority", region.authority);
        entry.add("authorityUrl", region.authorityUrl);
        entry.add("authorityBasis", toString(region.authorityBasis));
        entry.add("roundTripOsloMs", region.rttOslo);
        entry.add("roundTripBasis", toString(region.rttBasis));
        if (!region.rttNote.in(language).empty())
            entry.add("roundTripNote", region.rttNote.in(language));
        if (const LegalBasis *basis = known.basis(region.basis); basis != nullptr) {
            Node &law = entry.add("basis", Node::map());
            law.add("id", basis->id);
            law.add("label", basis->label.in(language));
            if (!basis->note.in(language).empty())
                law.add("note", basis->note.in(language));
            law.add("transfer", basis->transfer);
            law.add("asOf", basis->asOf);
            if (!basis->expires.empty())
                law.add("expires", basis->expires);
            law.add("source", basis->source);
            law.add("verified", basis->verified);
        }
    }
    return node;
}

} // namespace skanse::report
