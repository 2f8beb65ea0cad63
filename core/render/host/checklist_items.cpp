// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/checklist_items.h"

#include "core/base/fill.h"
#include "core/render/catalogue_markdown.h"
#include "core/render/engine_commands.h"
#include "core/render/host/files.h"
#include "core/text/encode.h"
#include "core/text/template_text.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace skanse::render {

namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string all;
    for (const std::string &word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

std::string valueOf(const Plan &plan, std::string_view name)
{
    const HostPlan &host = plan.host;
    if (name == "admin")
        return host.adminUser;
    if (name == "port")
        return std::to_string(host.sshPort);
    if (name == "restart")
        return "sudo sh -c '" + sshRestart(plan) + "'";
    if (name == "system")
        return host.system->name;
    if (name == "repository")
        return host.system->dockerRepository;
    if (name == "suite")
        return host.system->dockerSuite;
    if (name == "vcpu")
        return std::to_string(host.machine.vcpu);
    if (name == "memory")
        return toString(host.machine.memory);
    if (name == "disk")
        return toString(host.machine.disk);
    if (name == "swap")
        return toString(host.machine.swap);
    if (name == "flags")
        return joined(host.cpuFlags);
    if (name == "compose")
        return composeCommand(plan);
    if (name == "drill")
        return drillCommand(plan);
    if (name == "systemctl")
        return systemctlCommand(plan);
    if (name == "user")
        return host.engineUser;
    if (name == "fingerprint")
        return host.system->dockerKey;
    if (name == "network") // what podman reads looks like a placeholder
        return "{{.Host.NetworkBackend}}";
    if (name == "seccomp")
        return "{{.Host.Security.SECCOMPEnabled}}";
    if (name == "name")
        return plan.name;
    if (name == "namespace")
        return plan.nameSpace;
    std::cerr << "skanse: checklist: no value is called " << name << '\n';
    std::abort(); // tests fill every text
}

/// Most texts hold no placeholder and are taken as they stand.
std::string filledText(const Plan &plan, const std::string &text)
{
    if (text.find("{{") == std::string::npos)
        return text;
    const auto parsed = TemplateText::parse(text);
    if (!parsed) {
        std::cerr << "skanse: checklist: " << parsed.error() << '\n';
        std::abort();
    }
    std::vector<TemplateText::Value> values;
    for (const std::string &name : parsed->names())
        values.push_back({name, valueOf(plan, name)});
    return *parsed->fill(values);
}

/// Sources are addresses separated by " ; ", or the word "knowledge".
std::string dutySource(const Duty &duty, Language language)
{
    std::string text;
    std::string_view sources = duty.source;
    while (!sources.empty()) {
        const auto end = sources.find(" ; ");
        const std::string_view source = sources.substr(0, end);
        text += text.empty() ? "" : " ";
        if (source.starts_with("https://"))
            ((text += '<') += source) += '>';
        else
            text += StaticProse{"knowledge", "kunnskap"}.in(language);
        sources = end == std::string_view::npos ? std::string_view() : sources.substr(end + 3);
    }
    const StaticProse checked = duty.verified ? StaticProse{"source read", "kilde lest"}
                                              : StaticProse{"unverified", "ubekreftet"};
    return text
         + fill(StaticProse{" (as of {}, {})", " (per {}, {})"}.in(language), duty.asOf,
                checked.in(language));
}

std::string references(const Plan &plan, const ChecklistFact &fact)
{
    std::string text;
    for (const ChecklistReference &reference : fact.references) {
        if (!reference.system.empty() && reference.system != plan.host.system->id)
            continue;
        text += text.empty() ? "" : "; ";
        text += reference.standard;
        text += ", ";
        text += reference.section;
    }
    return text;
}

ChecklistText dutyText(const Duty &duty, Language language)
{
    ChecklistText text;
    text.title = duty.title.in(language);
    appendCatalogueText(text.why, duty.text.in(language));
    text.good =
        StaticProse{"Decided, done, or found not to apply; written down with name and date.",
                    "Bestemt, gjort, eller funnet ikke å gjelde; skrevet ned med navn og "
                    "dato."}
            .in(language);
    text.reference = dutySource(duty, language);
    text.questions = {"host.data", "host.region"};
    text.controls.insert(ControlId::residency);
    return text;
}

} // namespace

ChecklistText checklistText(const Plan &plan, const ChecklistItem &item, Language language)
{
    if (item.duty != nullptr)
        return dutyText(*item.duty, language);
    const ChecklistFact &fact = *item.fact;
    ChecklistText text;
    text.title = fact.title.in(language);
    text.why = filledText(plan, fact.why.in(language));
    text.good = filledText(plan, fact.good.in(language));
    for (const std::string &line : fact.command)
        text.command += filledText(plan, line) + "\n";
    text.reference = references(plan, fact);
    for (const std::string &question : fact.questions)
        text.questions.emplace_back(question);
    for (const ControlId control : fact.controls) {
        const auto has = [control](const ServicePlan &service) { return service.applied(control); };
        if (plan.applied(control) || std::ranges::any_of(plan.services, has))
            text.controls.insert(control);
    }
    return text;
}

std::string checklistIntro(const Plan &plan, const ChecklistSection &section, Language language)
{
    return filledText(plan, section.intro.in(language));
}

} // namespace skanse::render
