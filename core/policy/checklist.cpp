// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>

namespace skanse::policy {

namespace {

using enum ControlId;

bool hasSecrets(const Plan &plan)
{
    return std::ranges::any_of(plan.services,
                               [](const ServicePlan &service) { return !service.secrets.empty(); });
}

/// The closed word list of ChecklistFact::when.
bool applies(const Plan &plan, std::string_view when)
{
    const HostPlan &host = plan.host;
    const bool apt = host.system->packages == "apt";
    if (when == "always")
        return true;
    if (when == "apt")
        return apt;
    if (when == "dnf")
        return !apt;
    if (when == "docker")
        return host.engine == ContainerEngine::Docker;
    if (when == "rootless")
        return host.engine == ContainerEngine::DockerRootless;
    if (when == "podman")
        return host.engine == ContainerEngine::Podman;
    if (when == "dnf-docker")
        return !apt && host.engine != ContainerEngine::Podman;
    if (when == "no-keys")
        return host.sshKeys.empty();
    if (when == "keys")
        return !host.sshKeys.empty();
    if (when == "selinux-port")
        return host.system->mac == "selinux" && host.sshPort != 22;
    if (when == "cpu-flags")
        return !host.cpuFlags.empty();
    if (when == "users")
        return plan.applied(latency_check);
    if (when == "secrets")
        return hasSecrets(plan);
    if (when == "compose")
        return plan.wants(Target::Compose);
    if (when == "kubernetes")
        return plan.wants(Target::Kubernetes);
    if (when == "backup")
        return plan.applied(backup);
    if (when == "swap")
        return host.machine.swap.value > 0;
    if (when == "no-swap")
        return host.machine.swap.value == 0;
    if (when == "tls")
        return plan.tls;
    if (when == "contradicted")
        return std::ranges::any_of(plan.evidence.standings, [](const ControlStanding &standing) {
            return standing.state == Standing::Contradicted;
        });
    return false;
}

std::string dutyItem(const Duty &duty)
{
    return "duty-" + duty.id;
}

/// Every item that any profile may have.
bool isKnown(const Catalogue &catalogue, const std::string &id)
{
    for (const ChecklistSection &section : catalogue.checklist)
        if (std::ranges::find(section.items, id, &ChecklistFact::id) != section.items.end())
            return true;
    return std::ranges::any_of(catalogue.duties,
                               [&](const Duty &duty) { return dutyItem(duty) == id; });
}

void checkTicks(Context &context)
{
    const auto &ticks = context.answers.host.checklist;
    for (const Tick &tick : ticks) {
        const std::string path = "host.checklist." + tick.item + ".item";
        if (!isKnown(context.catalogue, tick.item))
            context.report(
                Severity::Warning, "checklist-item-unknown", path, "host.tick.item",
                fill(StaticProse{"The checklist has no item “{}”; the tick shows nowhere.",
                                 "Sjekklisten har ikke noe punkt «{}»; avkryssingen vises ikke "
                                 "noe sted."},
                     tick.item),
                {"Remove it, or correct the id: it stands behind each item in CHECKLIST.md.",
                 "Ta det bort, eller rett id-en: den står bak hvert punkt i CHECKLIST.md."});
        else if (std::ranges::none_of(context.plan.checklist, [&](const ChecklistPart &part) {
                     return std::ranges::find(part.items, tick.item, &ChecklistItem::id)
                         != part.items.end();
                 }))
            context.report(
                Severity::Note, "checklist-item-not-asked", path, "host.tick.item",
                fill(StaticProse{"“{}” is ticked, but these answers do not ask for it.",
                                 "«{}» er krysset av, men disse svarene ber ikke om det."},
                     tick.item),
                {"It is kept in the profile and comes back with the answer that asks for it.",
                 "Det blir stående i profilen og kommer tilbake med svaret som ber om det."});
    }
}

} // namespace

void planChecklist(Context &context)
{
    const auto &ticks = context.answers.host.checklist;
    const auto add = [&](ChecklistPart &part, ChecklistItem item) {
        const auto tick = std::ranges::find(ticks, item.id, &Tick::item);
        if (tick != ticks.end())
            item.done = tick->date;
        part.items.push_back(std::move(item));
    };
    for (const ChecklistSection &section : context.catalogue.checklist) {
        ChecklistPart part{&section, {}};
        for (const ChecklistFact &fact : section.items)
            if (applies(context.plan, fact.when))
                add(part, {.id = fact.id, .fact = &fact, .done = {}});
        for (const Duty *duty : context.plan.region.duties)
            if (duty->section == section.id)
                add(part, {.id = dutyItem(*duty), .duty = duty, .done = {}});
        if (!part.items.empty())
            context.plan.checklist.push_back(std::move(part));
    }
    checkTicks(context);
}

} // namespace skanse::policy
