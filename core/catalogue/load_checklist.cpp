// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/fields.h"

#include <algorithm>

namespace skanse {

namespace {

ControlId controlNamed(Fields &fields, const std::string &name)
{
    const auto *found = std::ranges::find(kControlNames, name);
    if (found == kControlNames.end())
        fields.fail("controls", "no such control: " + name);
    return static_cast<ControlId>(found - kControlNames.begin());
}

ChecklistFact readItem(Fields &fields)
{
    ChecklistFact item;
    item.id = fields.text("id");
    item.when = fields.text("when");
    item.title = fields.prose("title");
    item.why = fields.prose("why");
    item.command = fields.optionalTexts("command");
    item.good = fields.prose("good");
    if (fields.has("references"))
        item.references = fields.list("references", [](Fields &reference) {
            return ChecklistReference{reference.text("standard"), reference.text("section"),
                                      reference.has("system") ? reference.text("system")
                                                              : std::string()};
        });
    for (const std::string &name : fields.optionalTexts("controls"))
        item.controls.push_back(controlNamed(fields, name));
    item.questions = fields.optionalTexts("questions");
    return item;
}

} // namespace

ChecklistSection readChecklist(Fields &fields)
{
    ChecklistSection section;
    section.id = fields.text("id");
    section.order = fields.number("order");
    section.title = fields.prose("title");
    if (fields.has("intro"))
        section.intro = fields.prose("intro");
    section.items = fields.list("items", readItem);
    return section;
}

} // namespace skanse
