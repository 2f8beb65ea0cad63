// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/control_words.h"

#include "core/report/plain_text.h"

namespace skanse::report {

std::string referencesText(const Control &control)
{
    std::string text;
    std::string_view standard;
    for (const Reference &reference : control.references) {
        const bool isSame = !text.empty() && reference.standard == standard;
        if (!text.empty())
            text += isSame ? ", " : "; ";
        if (!isSame)
            text += reference.standard + " ";
        text += reference.section;
        standard = reference.standard;
    }
    return text;
}

std::string rulesText(const Control &control)
{
    std::string text;
    for (const ToolRules &tool : control.rules) {
        if (!text.empty())
            text += "; ";
        text += tool.tool + " " + joined(tool.ids);
    }
    return text;
}

std::string targetText(const Control &control, Column column, Language language)
{
    static constexpr StaticProse kCannot{"cannot: ", "kan ikke: "};
    const ControlTarget &target = control.targets.at(static_cast<std::size_t>(column));
    if (!target.shows.empty())
        return target.shows;
    return std::string(kCannot.in(language)) + target.cannot.in(language);
}

yaml::Node controlSummary(const Control &control, Language language)
{
    yaml::Node node = yaml::Node::map();
    node.add("id", toString(control.id));
    node.add("title", control.title.in(language));
    node.add("severity", toString(control.severity));
    node.add("scope", toString(control.scope));
    node.add("waivable", control.waivable);
    return node;
}

} // namespace skanse::report
