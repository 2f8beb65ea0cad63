// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/control_rules.h"

#include <algorithm>

namespace skanse::policy {

namespace {

using enum ControlId;

bool hasStep(const ServicePlan &service, ControlId id)
{
    if (service.image.recipe == nullptr)
        return false;
    return std::ranges::any_of(service.image.recipe->stages, [&](const BuildStage &stage) {
        return std::ranges::any_of(stage.steps, [&](const BuildStep &step) {
            return std::ranges::find(step.controls, id) != step.controls.end();
        });
    });
}

Verdict readyMade()
{
    return notNeeded({"A ready-made image is used; nothing is built here.",
                      "Et ferdig image brukes; ingenting bygges her."},
                     "service.origin");
}

Verdict capabilities(const ServicePlan &service)
{
    if (service.capabilities.empty())
        return applied(
            {"All are dropped and none is added back: the process starts as its final user.",
             "Alle fjernes og ingen legges tilbake: prosessen starter som sin endelige bruker."},
            "service.preset");
    std::string names;
    for (const auto &name : service.capabilities)
        names += (names.empty() ? "" : ", ") + name;
    return applied(fill(StaticProse{"All are dropped, then {} is added back, because a port below "
                                    "1024 stays and its control is waived.",
                                    "Alle fjernes, deretter legges {} tilbake, fordi en port under "
                                    "1024 beholdes og tiltaket er fraveket."},
                        names),
                   "service.port.container");
}

Verdict ports(const ServicePlan &service)
{
    if (service.ports.empty())
        return notNeeded({"The service has no port.", "Tjenesten har ingen port."},
                         "service.ports");
    if (service.lowPortSysctl)
        return applied({"A port below 1024 stays, so the safe sysctl for unprivileged ports is set "
                        "instead of a capability.",
                        "En port under 1024 beholdes, så den trygge sysctl-en for uprivilegerte "
                        "porter settes i stedet for en capability."},
                       "service.port.container");
    return applied(
        {"Every port in the container is 1024 or higher; low ports exist only on the host.",
         "Alle porter i containeren er 1024 eller høyere; lave porter finnes bare på verten."},
        "service.port.container");
}

Verdict health(const Plan &plan, const ServicePlan &service)
{
    if (service.health.command.empty() && service.health.port == 0)
        return notNeeded({"The service has no port and no command to check with.",
                          "Tjenesten har ingen port og ingen kommando å sjekke med."},
                         "service.health.command");
    if (service.health.command.empty() && !plan.wants(Target::Kubernetes))
        return notNeeded({"The image holds no program that Docker could run for a check.",
                          "Imaget inneholder ikke noe program som Docker kan kjøre for en sjekk."},
                         "service.health.command");
    if (service.health.command.empty())
        return applied(
            {"Probed by the kubelet; the image holds no program that Docker could run for a check.",
             "Probes av kubelet; imaget inneholder ikke noe program Docker kunne kjørt for en "
             "sjekk."},
            "service.health.command");
    return applied({"A command that exists in the image checks that the service works.",
                    "En kommando som finnes i imaget, sjekker at tjenesten virker."},
                   "service.health.command");
}

Verdict limit(std::string_view en, std::string_view nb, std::string_view question)
{
    return applied({std::string(en), std::string(nb)}, question);
}

Verdict judgeImage(const ServicePlan &service, ControlId id)
{
    if (id == image_pinned) {
        if (!service.image.digest.empty())
            return applied({"Tag and digest are fixed.", "Merkelapp og digest er låst."},
                           "service.digest");
        return applied({"The tag is fixed; the digest is an open item.",
                        "Merkelappen er låst; digesten er et åpent punkt."},
                       "service.digest");
    }
    if (!service.image.build)
        return readyMade();
    const bool everyBuild = id == build_context || id == build_secrets || id == minimal_image;
    if (!everyBuild && !hasStep(service, id))
        return notNeeded({"The build recipe has no step that would need it.",
                          "Byggeoppskriften har ikke noe steg som trenger det."},
                         "service.preset");
    return applied({"Part of the build recipe of the preset.", "Del av forvalgets byggeoppskrift."},
                   "service.preset");
}

Verdict judgeCluster(const ServicePlan &service, ControlId id)
{
    const bool several = service.replicas > 1;
    switch (id) {
    case replicas:
    case spread:
        return several
                 ? applied(fill(StaticProse{"{} replicas run.", "{} replikaer kjører."},
                                service.replicas),
                           "service.replicas")
                 : notNeeded(
                       {"One replica: the service owns its data or was asked to run alone.",
                        "Én replika: tjenesten eier dataene sine eller er bedt om å kjøre alene."},
                       "service.replicas");
    case disruption_budget:
        return applied({"At most one replica at a time is evicted on purpose.",
                        "Høyst én replika om gangen kastes ut med vilje."},
                       "service.replicas");
    case single_writer_storage:
        return service.stateful
                 ? applied({"A StatefulSet gives each replica its own volume and one writer.",
                            "Et StatefulSet gir hver replika sitt eget volum og én skriver."},
                           "service.storage")
                 : notNeeded(
                       {"The service keeps no data of its own.", "Tjenesten har ingen egne data."},
                       "service.storage");
    case user_namespace:
        return service.ownUserNamespace
                 ? applied({"Asked for: the pod gets its own user namespace.",
                            "Bedt om: poden får sitt eget brukernavnerom."},
                           "service.userNamespace")
                 : notNeeded(
                       {"Opt-in: it needs a recent kernel, file system and runtime on every node.",
                        "Må velges: det krever ny kjerne, filsystem og kjøremiljø på hver node."},
                       "service.userNamespace");
    default:
        return applied({"Nothing in the workload needs the cluster's interface.",
                        "Ingenting i arbeidslasten trenger klyngens grensesnitt."});
    }
}

Verdict judgeNetwork(const Plan &plan, const ServicePlan &service, ControlId id)
{
    switch (id) {
    case segmented_networks:
        return applied({"Only services with a declared flow share a network.",
                        "Bare tjenester med en oppgitt strøm deler nett."},
                       "service.peers");
    case declared_egress: {
        const auto index = static_cast<int>(&service - plan.services.data());
        const auto flows = plan.flowsFrom(index);
        return flows.empty() ? applied({"No outgoing flow is declared, so none is allowed.",
                                        "Ingen utgående strøm er oppgitt, så ingen er tillatt."},
                                       "service.peers")
                             : applied(fill(StaticProse{"Only the {} declared flows may leave.",
                                                        "Bare de {} oppgitte strømmene kan gå ut."},
                                            flows.size()),
                                       "service.peers");
    }
    case loopback_binding:
        return service.isPublished()
                 ? applied({"Every published port names the address that answers.",
                            "Hver publiserte port navngir adressen som svarer."},
                           "service.port.exposure")
                 : notNeeded({"Nothing is published.", "Ingenting publiseres."},
                             "service.port.exposure");
    default:
        return ports(service);
    }
}

Verdict judgeFiles(const ServicePlan &service, ControlId id)
{
    switch (id) {
    case scratch_limits:
        return service.scratch.empty()
                 ? notNeeded({"The service writes no scratch files.",
                              "Tjenesten skriver ingen kladdefiler."},
                             "service.scratch")
                 : applied({"Each scratch path has a size, and programs cannot be started from it "
                            "unless asked.",
                            "Hver kladdesti har en størrelse, og programmer kan ikke startes "
                            "derfra uten at det er bedt om."},
                           "service.scratch");
    case volume_ownership:
        return service.storage.empty() && service.secrets.empty()
                 ? notNeeded({"There is no volume.", "Det finnes ikke noe volum."},
                             "service.storage")
                 : applied({"Volumes belong to the group of the service's user.",
                            "Volumer tilhører gruppen til tjenestens bruker."},
                           "service.gid");
    case secret_files:
        return service.secrets.empty()
                 ? notNeeded({"The service has no secret.", "Tjenesten har ingen hemmelighet."},
                             "service.secrets")
                 : applied({"Secrets arrive as files; values are in no generated file.",
                            "Hemmeligheter kommer som filer; verdier står i ingen generert fil."},
                           "service.secrets");
    default:
        return applied(
            {"Only the declared paths can be written.", "Bare de oppgitte stiene kan skrives."},
            "service.scratch");
    }
}

Verdict judgeLimits(const ServicePlan &service, ControlId id)
{
    switch (id) {
    case memory_limit:
        return limit("Beyond the limit the kernel ends the process; there is no swap beyond it.",
                     "Over grensen avslutter kjernen prosessen; det finnes ingen swap utover den.",
                     "service.resources.memory");
    case cpu_limit:
        return limit("The service cannot take the processor from others.",
                     "Tjenesten kan ikke ta prosessoren fra andre.", "service.resources.cpu");
    case pids_limit:
        return limit("A fork bomb stops at the limit.", "En forkbombe stopper ved grensen.",
                     "service.resources.pids");
    case open_files_limit:
        return limit("Set on purpose: recent engines start with 1024, too few for servers.",
                     "Satt med vilje: nye motorer starter med 1024, for få for tjenere.",
                     "service.resources.openFiles");
    case ephemeral_storage_limit:
        return limit("Logs and temporary files cannot fill the node.",
                     "Logger og midlertidige filer kan ikke fylle noden.",
                     "service.resources.ephemeral");
    default:
        return service.resources.ioWeight
                 ? limit("A weight was asked for.", "En vekt er bedt om.",
                         "service.resources.ioWeight")
                 : notNeeded({"No weight was asked for.", "Ingen vekt er bedt om."},
                             "service.resources.ioWeight");
    }
}

Verdict judgeProcess(const Plan &plan, const ServicePlan &service, ControlId id)
{
    switch (id) {
    case non_root:
        return applied(
            fill(StaticProse{"Runs as {}:{} on every target.", "Kjører som {}:{} på alle mål."},
                 service.uid, service.gid),
            "service.uid");
    case drop_capabilities:
        return capabilities(service);
    case apparmor:
        return plan.host.system->mac == "apparmor"
                 ? applied({"The nodes run a system with AppArmor.",
                            "Nodene kjører et system med AppArmor."},
                           "host.system")
                 : notNeeded({"The nodes use SELinux instead.", "Nodene bruker SELinux i stedet."},
                             "host.system");
    case init_process:
        return service.init && plan.wants(Target::Compose)
                 ? applied({"The runtime does not collect child processes itself.",
                            "Kjøremiljøet rydder ikke opp barneprosesser selv."},
                           "service.preset")
                 : notNeeded({"The image's own first process does it.",
                              "Imagets egen første prosess gjør det."},
                             "service.preset");
    case graceful_stop:
        return applied({"Signal and time let the service finish its work.",
                        "Signal og tid lar tjenesten gjøre seg ferdig."},
                       "service.stopGrace");
    case health_check:
        return health(plan, service);
    default:
        return applied({"Holds for every service.", "Gjelder for alle tjenester."});
    }
}

} // namespace

Verdict judgeService(const Plan &plan, const ServicePlan &service, ControlId id)
{
    switch (id) {
    case image_pinned:
    case minimal_image:
    case locked_install:
    case build_context:
    case build_secrets:
    case root_owned_files:
    case file_capabilities:
        return judgeImage(service, id);
    case replicas:
    case disruption_budget:
    case spread:
    case no_service_token:
    case no_service_links:
    case single_writer_storage:
    case user_namespace:
        return judgeCluster(service, id);
    case segmented_networks:
    case declared_egress:
    case loopback_binding:
    case unprivileged_port:
        return judgeNetwork(plan, service, id);
    case read_only_root:
    case scratch_limits:
    case volume_ownership:
    case secret_files:
        return judgeFiles(service, id);
    case memory_limit:
    case cpu_limit:
    case pids_limit:
    case open_files_limit:
    case ephemeral_storage_limit:
    case io_weight:
        return judgeLimits(service, id);
    default:
        return judgeProcess(plan, service, id);
    }
}

} // namespace skanse::policy
