// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/fields.h"

namespace skanse {

void readRegions(Fields &fields, Catalogue &catalogue)
{
    catalogue.regions = fields.list("regions", [](Fields &region) {
        return Region{.iso = region.text("iso"),
                      .name = region.prose("name"),
                      .eu = region.flag("eu"),
                      .eea = region.flag("eea"),
                      .basis = region.text("basis"),
                      .authority = region.text("authority"),
                      .authorityUrl = region.text("authorityUrl"),
                      .authorityBasis = region.basis("authorityBasis"),
                      .rttOslo = region.number("rttOslo"),
                      .rttBasis = region.basis("rttBasis"),
                      .rttNote = region.prose("rttNote"),
                      .asOf = region.text("asOf"),
                      .hubs = region.texts("hubs")};
    });
}

void readLaw(Fields &fields, Catalogue &catalogue)
{
    catalogue.legalDisclaimer = fields.prose("disclaimer");
    catalogue.rttMethod = fields.prose("rttMethod");
    catalogue.bases = fields.list("bases", [](Fields &basis) {
        return LegalBasis{.id = basis.text("id"),
                          .level = basis.number("level"),
                          .transfer = basis.flag("transfer"),
                          .label = basis.prose("label"),
                          .note = basis.prose("note"),
                          .asOf = basis.text("asOf"),
                          .expires = basis.text("expires"),
                          .source = basis.text("source"),
                          .verified = basis.flag("verified")};
    });
    catalogue.duties = fields.list("duties", [](Fields &duty) {
        return Duty{.id = duty.text("id"),
                    .when = duty.text("when"),
                    .section = duty.text("section"),
                    .title = duty.prose("title"),
                    .text = duty.prose("text"),
                    .source = duty.text("source"),
                    .asOf = duty.text("asOf"),
                    .verified = duty.flag("verified")};
    });
    catalogue.ownership = fields.list("ownership", [](Fields &row) {
        return OwnershipRisk{row.text("owner"), row.text("server"), row.text("risk"),
                             row.prose("note")};
    });
}

} // namespace skanse
