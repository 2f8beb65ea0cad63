// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/documents/hardening_parts.h"

#include <algorithm>

namespace skanse::render {

namespace {

constexpr StaticProse kTitle{"Findings that stay", "Funn som blir stående"};
constexpr StaticProse kAbout{
    "What scanners would report about these files, and why it is right as it is. Where a tool can "
    "be "
    "told, it is: in annotations, comments, `lint/trivyignore.yaml` and the settings beside it. A "
    "finding that is not listed here is worth a look.",
    "Det skannere ville meldt om disse filene, og hvorfor det er riktig slik det er. Der et "
    "verktøy kan "
    "få vite det, får det det: i annotasjoner, kommentarer, `lint/trivyignore.yaml` og "
    "innstillingene "
    "ved siden av. Et funn som ikke står her, er verdt å se på."};
constexpr StaticProse kConcerns{"Concerns", "Gjelder"};
constexpr StaticProse kWhole{"the whole bundle", "hele pakken"};
constexpr StaticProse kRemains{"What remains", "Hva som gjenstår"};
constexpr StaticProse kRules{"Rules", "Regler"};

std::string rulesText(const LintException &exception)
{
    std::string text;
    for (const ToolRules &tool : exception.rules) {
        text += text.empty() ? "" : "; ";
        text += tool.tool;
        for (const std::string &id : tool.ids)
            text += (&id == tool.ids.data() ? " `" : ", `") + id + "`";
    }
    return text;
}

void section(const HardeningFacts &facts, const ExceptionPlan &plan, Markdown &page)
{
    const LintException &exception = facts.request.catalogue().exception(plan.id);
    page.heading(3, facts.say(exception.title));
    page.paragraph(facts.say(exception.why));
    std::string concerns = std::string(facts.say(kConcerns)) + ": ";
    if (plan.subjects.front() == kWholeWorkload)
        concerns += facts.say(kWhole);
    else
        facts.appendSubjects(concerns, plan.subjects);
    page.bullet(concerns);
    page.bullet(std::string(facts.say(kRemains)) + ": " + facts.say(exception.remains));
    page.bullet(std::string(facts.say(kRules)) + ": " + rulesText(exception));
}

} // namespace

void hardeningExceptions(const HardeningFacts &facts, Markdown &page)
{
    std::vector<const ExceptionPlan *> ordered;
    for (const ExceptionPlan &plan : facts.request.plan().exceptions)
        ordered.push_back(&plan);
    if (ordered.empty())
        return;
    std::ranges::sort(ordered, {}, [&](const ExceptionPlan *plan) {
        return facts.request.catalogue().exception(plan->id).order;
    });
    page.heading(2, facts.say(kTitle));
    page.paragraph(facts.say(kAbout));
    for (const ExceptionPlan *plan : ordered)
        section(facts, *plan, page);
}

} // namespace skanse::render
