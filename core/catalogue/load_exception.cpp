// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/fields.h"

#include <algorithm>

namespace skanse {

LintException readException(Fields &fields)
{
    LintException exception;
    const std::string id = fields.text("id");
    const auto *found = std::ranges::find(kExceptionNames, id);
    if (found == kExceptionNames.end())
        fields.fail("id", "unknown word: " + id);
    exception.id = static_cast<ExceptionId>(found - kExceptionNames.begin());
    exception.order = fields.number("order");
    exception.title = fields.prose("title");
    exception.why = fields.prose("why");
    exception.remains = fields.prose("remains");
    exception.rules = fields.list(
        "rules", [](Fields &rule) { return ToolRules{rule.text("tool"), rule.texts("ids")}; });
    return exception;
}

std::vector<std::string> rulesFor(const std::vector<ToolRules> &rules, std::string_view tool)
{
    const auto found = std::ranges::find(rules, tool, &ToolRules::tool);
    return found == rules.end() ? std::vector<std::string>{} : found->ids;
}

} // namespace skanse
