// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>
#include <array>
#include <map>

namespace skanse::policy {

namespace {

void checkIdentity(Context &context, std::size_t index)
{
    const ServicePlan &service = context.plan.services[index];
    const Service *answers = context.answersOf(index);
    if (answers == nullptr || context.waives(index, ControlId::non_root))
        return;
    if (service.uid == 0 || service.gid == 0)
        context.report(Severity::Error, "root-user",
                       pathOf(*answers) + (service.uid == 0 ? ".uid" : ".gid"),
                       service.uid == 0 ? "service.uid" : "service.gid",
                       fill(StaticProse{"The service “{}” would run as root.",
                                        "Tjenesten «{}» ville kjørt som root."},
                            service.name),
                       {"Give another id, or waive the control non-root with a reason.",
                        "Oppgi en annen id, eller fravik tiltaket non-root med en begrunnelse."});
}

void checkWaivers(Context &context, std::size_t index)
{
    const Service *answers = context.answersOf(index);
    if (answers == nullptr)
        return;
    for (const Waiver &waiver : answers->waivers) {
        const auto *found = std::ranges::find(kControlNames, waiver.control);
        const std::string path = pathOf(*answers) + ".waivers." + waiver.control + ".control";
        if (found == kControlNames.end()) {
            context.report(
                Severity::Error, "control-unknown", path, "service.waiver.control",
                fill(StaticProse{"There is no control “{}”.", "Det finnes ikke noe tiltak «{}»."},
                     waiver.control),
                {"“skanse-cli controls” lists them.", "«skanse-cli controls» lister dem."});
            continue;
        }
        const Control &control =
            context.catalogue.control(static_cast<ControlId>(found - kControlNames.begin()));
        if (!control.waivable)
            context.report(Severity::Error, "control-not-waivable", path, "service.waiver.control",
                           fill(StaticProse{"The control “{}” cannot be waived for a service.",
                                            "Tiltaket «{}» kan ikke fravikes for en tjeneste."},
                                waiver.control),
                           {"Remove the waiver.", "Fjern unntaket."});
        else if (context.answers.workload.environment == Environment::Production
                 && control.severity <= ControlWeight::High)
            context.report(Severity::Warning, "waiver-in-production", path,
                           "service.waiver.control",
                           fill(StaticProse{"“{}” waives “{}” in production.",
                                            "«{}» fraviker «{}» i produksjon."},
                                answers->name, waiver.control),
                           control.residual);
    }
}

bool isBelow(std::string_view path, std::string_view folder)
{
    return path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
}

/// Paths whose loss or change breaks the container, or that the runtime itself mounts.
bool isSystemPath(std::string_view path)
{
    static constexpr std::array<std::string_view, 4> kTrees{"/proc", "/sys", "/dev",
                                                            "/run/secrets"};
    static constexpr std::array<std::string_view, 9> kFolders{
        "/etc", "/usr", "/bin", "/sbin", "/lib", "/lib64", "/boot", "/root", "/var"};
    return std::ranges::any_of(kTrees, [&](std::string_view tree) { return isBelow(path, tree); })
        || std::ranges::find(kFolders, path) != kFolders.end();
}

void checkSystemPaths(Context &context, std::size_t index)
{
    const ServicePlan &service = context.plan.services[index];
    const Service *answers = context.answersOf(index);
    if (answers == nullptr)
        return;
    const auto judge = [&](const std::string &path, std::string_view question) {
        if (isSystemPath(path))
            context.report(
                Severity::Error, "system-path", pathOf(*answers), question,
                fill(StaticProse{"{} belongs to the system; nothing may be mounted there.",
                                 "{} tilhører systemet; ingenting kan monteres der."},
                     path),
                {"Name the application's own folder.", "Oppgi applikasjonens egen mappe."});
    };
    for (const MountPlan &mount : service.storage)
        judge(mount.path, "service.storage.path");
    for (const ScratchPlan &scratch : service.scratch)
        judge(scratch.path, "service.scratch.path");
}

/// Mount paths of one service must differ, and none may hide another service file.
void checkPaths(Context &context, std::size_t index)
{
    const ServicePlan &service = context.plan.services[index];
    const Service *answers = context.answersOf(index);
    if (answers == nullptr)
        return;
    std::map<std::string, std::string_view> seen;
    const auto take = [&](const std::string &path, std::string_view question) {
        const auto [at, fresh] = seen.emplace(path, question);
        if (!fresh)
            context.report(
                Severity::Error, "path-twice", pathOf(*answers), question,
                fill(StaticProse{"The path {} is mounted twice in “{}”.",
                                 "Stien {} er montert to ganger i «{}»."},
                     path, service.name),
                {"Each path can be one thing: storage, scratch, a secret or a configuration file.",
                 "Hver sti kan være én ting: lagring, kladd, en hemmelighet eller en "
                 "konfigurasjonsfil."});
    };
    for (const MountPlan &mount : service.storage)
        take(mount.path, "service.storage.path");
    for (const ScratchPlan &scratch : service.scratch)
        take(scratch.path, "service.scratch.path");
    for (const SecretPlan &secret : service.secrets)
        take(secret.path, "service.secret.path");
    for (const ConfigFilePlan &file : service.files)
        take(file.path, "service.preset");
}

/// A variable that a secret sets cannot be set to something else as well.
void checkVariables(Context &context, std::size_t index)
{
    const ServicePlan &service = context.plan.services[index];
    const Service *answers = context.answersOf(index);
    if (answers == nullptr)
        return;
    for (const SecretPlan &secret : service.secrets)
        if (!secret.variable.empty()
            && std::ranges::find(service.environment, secret.variable, &Variable::name)
                   != service.environment.end())
            context.report(
                Severity::Error, "variable-twice",
                pathOf(*answers) + ".environment." + secret.variable, "service.variable.name",
                fill(StaticProse{"“{}” is set both as a variable and by the secret “{}”.",
                                 "«{}» settes både som variabel og av hemmeligheten «{}»."},
                     secret.variable, secret.name),
                {"Keep the secret and remove the variable.",
                 "Behold hemmeligheten og fjern variabelen."});
}

void checkDigest(Context &context, std::size_t index)
{
    const ServicePlan &service = context.plan.services[index];
    if (service.image.build || !service.image.digest.empty()
        || context.waives(index, ControlId::image_pinned))
        return;
    const Service *answers = context.answersOf(index);
    context.report(Severity::Open, "digest-missing",
                   answers == nullptr ? "services." + service.name : pathOf(*answers) + ".digest",
                   "service.digest",
                   fill(StaticProse{"The digest of {} is not known yet.",
                                    "Digesten til {} er ikke kjent ennå."},
                        service.image.reference),
                   {"Pull the image, check it, and put its digest in the profile.",
                    "Hent imaget, kontroller det, og skriv digesten i profilen."});
}

/// What the preset believes rather than knows.
void checkFacts(Context &context, std::size_t index)
{
    const ServicePlan &service = context.plan.services[index];
    const Service *answers = context.answersOf(index);
    const Preset &preset = *service.preset;
    if (answers == nullptr || preset.kind == PresetKind::Custom)
        return;
    if (isUnverified(preset.userBasis) && !answers->uid)
        context.report(Severity::Open, "user-unverified", pathOf(*answers) + ".uid", "service.uid",
                       fill(StaticProse{"That {} runs as {}:{} was not verified.",
                                        "At {} kjører som {}:{}, er ikke verifisert."},
                            preset.title.en, service.uid, service.gid),
                       {"Check with: docker run --rm --entrypoint id IMAGE.",
                        "Kontroller med: docker run --rm --entrypoint id IMAGE."});
    if (isUnverified(preset.imageBasis) && answers->image.empty() && !service.image.build)
        context.report(Severity::Open, "image-unverified", pathOf(*answers) + ".image",
                       "service.image",
                       fill(StaticProse{"The tag of {} was not seen in a registry.",
                                        "Merkelappen til {} er ikke sett i et register."},
                            service.image.reference),
                       {"Check that it exists, and choose the newest patch release.",
                        "Kontroller at den finnes, og velg nyeste feilretting."});
}

void checkReplicas(Context &context, std::size_t index)
{
    const ServicePlan &service = context.plan.services[index];
    const Service *answers = context.answersOf(index);
    if (answers == nullptr)
        return;
    if (service.preset->stateful && service.replicas > 1)
        context.report(Severity::Warning, "several-writers", pathOf(*answers) + ".replicas",
                       "service.replicas",
                       fill(StaticProse{"{} with {} replicas does not form a cluster by itself; "
                                        "each gets its own data.",
                                        "{} med {} replikaer danner ikke en klynge av seg selv; "
                                        "hver får sine egne data."},
                            service.preset->title.en, service.replicas),
                       {"Use one replica, or an operator that knows the database.",
                        "Bruk én replika, eller en operator som kjenner databasen."});
}

/// Compose takes a key that begins with "x-" for a note of the user and reads no further.
void checkComposeName(Context &context, std::size_t index)
{
    const ServicePlan &service = context.plan.services[index];
    const Service *answers = context.answersOf(index);
    if (answers == nullptr || !context.plan.wants(Target::Compose)
        || !service.name.starts_with("x-"))
        return;
    context.report(
        Severity::Error, "compose-extension-name", pathOf(*answers) + ".name", "service.name",
        fill(StaticProse{"Docker Compose would ignore a service called “{}”.",
                         "Docker Compose ville oversett en tjeneste som heter «{}»."},
             service.name),
        {"Choose a name that does not begin with x-.", "Velg et navn som ikke begynner med x-."});
}

/// A namespace of the cluster itself would get a default-deny policy and a quota.
void checkNamespace(Context &context)
{
    const Plan &plan = context.plan;
    if (!plan.wants(Target::Kubernetes))
        return;
    if (plan.nameSpace.starts_with("kube-") || plan.nameSpace == "default"
        || plan.nameSpace == plan.ingressNamespace)
        context.report(
            Severity::Error, "namespace-of-cluster", "workload.namespace", "workload.namespace",
            fill(StaticProse{"The namespace “{}” belongs to the cluster or is shared.",
                             "Navnerommet «{}» tilhører klyngen eller er delt."},
                 plan.nameSpace),
            {"Give the workload a namespace of its own.", "Gi arbeidslasten sitt eget navnerom."});
}

/// Names of built images follow the registry; behind a tag they would be no names.
void checkRegistryName(Context &context)
{
    const std::string_view registry = context.answers.workload.registry;
    if (registry.empty())
        return;
    const std::string_view host = registry.substr(0, registry.find('/'));
    const std::string_view path = registry.substr(host.size());
    const auto port = std::min(host.find(':'), host.size() - 1) + 1;
    if (path.find(':') != std::string_view::npos
        || !std::ranges::all_of(host.substr(port), [](char c) { return c >= '0' && c <= '9'; }))
        context.report(Severity::Error, "registry-with-tag", "workload.registry",
                       "workload.registry",
                       fill(StaticProse{"“{}” is an image with its tag, not a registry.",
                                        "«{}» er et image med merkelapp, ikke et register."},
                            registry),
                       {"Give registry and path only, such as registry.example.org/team.",
                        "Oppgi bare register og sti, for eksempel registry.example.org/team."});
}

/// A cluster cannot pull what no registry holds.
void checkRegistry(Context &context)
{
    if (!context.plan.wants(Target::Kubernetes) || !context.answers.workload.registry.empty())
        return;
    for (const ServicePlan &service : context.plan.services)
        if (service.image.build && service.image.reference.starts_with("registry.invalid/")) {
            context.report(Severity::Open, "registry-open", "workload.registry",
                           "workload.registry",
                           {"The registry for the built images is not known yet; a cluster cannot "
                            "pull registry.invalid.",
                            "Registeret for de bygde imagene er ikke kjent ennå; en klynge kan "
                            "ikke hente registry.invalid."},
                           {"Give registry and path, build, and push the images.",
                            "Oppgi register og sti, bygg, og skyv imagene dit."});
            return;
        }
}

} // namespace

void checkServices(Context &context)
{
    checkNamespace(context);
    checkRegistryName(context);
    checkRegistry(context);
    for (std::size_t i = 0; i < context.plan.services.size(); ++i) {
        checkIdentity(context, i);
        checkWaivers(context, i);
        checkSystemPaths(context, i);
        checkPaths(context, i);
        checkVariables(context, i);
        checkDigest(context, i);
        checkFacts(context, i);
        checkReplicas(context, i);
        checkComposeName(context, i);
    }
}

} // namespace skanse::policy
