// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/fields.h"

#include <algorithm>

namespace skanse {

namespace {

template <class Enum> Enum wordOfEnum(Fields &fields, std::string_view key, Enum last)
{
    const std::string word = fields.text(key);
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (toString(static_cast<Enum>(i)) == word)
            return static_cast<Enum>(i);
    fields.fail(key, "unknown word: " + word);
}

ControlTarget readTarget(Fields &fields)
{
    ControlTarget target;
    if (fields.has("shows"))
        target.shows = fields.text("shows");
    else
        target.cannot = fields.prose("cannot");
    return target;
}

} // namespace

Control readControl(Fields &fields)
{
    Control control;
    const std::string id = fields.text("id");
    const auto *found = std::ranges::find(kControlNames, id);
    if (found == kControlNames.end())
        fields.fail("id", "does not match the file name");
    control.id = static_cast<ControlId>(found - kControlNames.begin());
    control.order = fields.number("order");
    control.scope = wordOfEnum(fields, "scope", ControlScope::Ci);
    control.severity = wordOfEnum(fields, "severity", ControlWeight::Low);
    control.waivable = fields.flag("waivable");
    control.title = fields.prose("title");
    control.comment = fields.prose("comment");
    control.why = fields.prose("why");
    control.threat = fields.prose("threat");
    control.residual = fields.prose("residual");
    control.attempt = fields.prose("attempt");
    for (const auto &row : fields.texts("practices"))
        control.practices.push_back(std::stoll(row));
    control.targets = fields.map("targets", [](Fields &targets) {
        std::array<ControlTarget, kColumnCount> all;
        for (std::size_t i = 0; i < kColumnCount; ++i)
            all.at(i) = targets.map(toString(static_cast<Column>(i)), readTarget);
        return all;
    });
    control.references = fields.list("references", [](Fields &reference) {
        return Reference{reference.text("standard"), reference.text("section")};
    });
    control.rules = fields.list(
        "rules", [](Fields &rule) { return ToolRules{rule.text("tool"), rule.texts("ids")}; });
    return control;
}

} // namespace skanse
