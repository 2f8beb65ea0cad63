// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/control_rules.h"

#include <algorithm>

namespace skanse::policy {

namespace {

using enum ControlId;

Verdict edgeProxy(const Plan &plan)
{
    bool published = false;
    for (const ServicePlan &service : plan.services) {
        if (service.preset->kind != PresetKind::Proxy || !service.isPublished())
            continue;
        published = true;
        if (!service.preset->limitsClients)
            return applied(
                fill(
                    StaticProse{
                        "Public HTTP passes the proxy “{}”. {} has no limits per client of "
                        "its own: neither requests nor connections from one address are "
                        "limited.",
                        "Offentlig HTTP går gjennom proxyen «{}». {} har ingen egne grenser "
                        "per klient: verken forespørsler eller forbindelser fra én adresse "
                        "begrenses."},
                    service.name, service.preset->title.en),
                "service.preset");
    }
    return published ? applied({"Public HTTP passes a proxy with limits per client.",
                                "Offentlig HTTP går gjennom en proxy med grenser per klient."},
                               "service.port.viaProxy")
                     : notNeeded({"No proxy is published.", "Ingen proxy er publisert."},
                                 "service.port.viaProxy");
}

bool backsUp(const Plan &plan)
{
    return std::ranges::any_of(plan.services, [](const ServicePlan &service) {
        return std::ranges::any_of(service.storage, &MountPlan::backup);
    });
}

Verdict podSecurity(const Plan &plan)
{
    if (plan.podSecurity == "restricted")
        return applied({"Every service fits the strictest level, restricted.",
                        "Alle tjenester oppfyller det strengeste nivået, restricted."});
    return applied({"A waiver needs the level baseline; restricted is still warned about.",
                    "Et unntak krever nivået baseline; avvik fra restricted varsles fortsatt."},
                   "service.waiver.control");
}

Verdict machineSize(const Plan &plan)
{
    const MachinePlan &machine = plan.host.machine;
    return applied(
        fill(
            StaticProse{
                "The services' limits are {}, the host keeps {}; the machine has {} and {} vCPU.",
                "Tjenestenes grenser er {}, verten beholder {}; maskinen har {} og {} vCPU."},
            toString(machine.limits), toString(machine.reserve), toString(machine.memory),
            machine.vcpu),
        machine.derived ? "service.resources.memory" : "host.memory");
}

Verdict liveRestore(const Plan &plan)
{
    switch (plan.host.engine) {
    case ContainerEngine::Docker:
        break;
    case ContainerEngine::DockerRootless:
        return notNeeded({"Without root the containers' networks end with the daemon.",
                          "Uten root slutter containernes nett når daemonen slutter."},
                         "host.engine");
    case ContainerEngine::Podman:
        return notNeeded({"Podman has no daemon that could stop containers.",
                          "Podman har ingen daemon som kan stanse containere."},
                         "host.engine");
    }
    return applied({"Holds for every workload.", "Gjelder for alle arbeidslaster."});
}

Verdict otherEngineUsers(const Plan &plan)
{
    if (plan.host.engine == ContainerEngine::DockerRootless)
        return applied({"The engine itself runs as an ordinary user.",
                        "Motoren selv kjører som en vanlig bruker."},
                       "host.engine");
    return notNeeded({"Podman has no daemon to set it in; containers run as their own user.",
                      "Podman har ingen daemon å sette det i; containere kjører som egen bruker."},
                     "host.engine");
}

} // namespace

Verdict judgeWorkload(const Plan &plan, ControlId id)
{
    switch (id) {
    case pod_security:
        return podSecurity(plan);
    case edge_proxy:
        return edgeProxy(plan);
    case residency:
        return applied({"The region is part of the answers.", "Regionen er en del av svarene."},
                       "host.region");
    case ControlId::capacity:
        return machineSize(plan);
    case daemon_live_restore:
        return liveRestore(plan);
    case daemon_userns:
        if (plan.host.engine != ContainerEngine::Docker)
            return otherEngineUsers(plan);
        return plan.host.userNamespaces
                 ? applied({"Asked for.", "Bedt om."}, "host.userNamespaces")
                 : notNeeded(
                       {"Opt-in: it hides existing images and changes the owner of bind mounts.",
                        "Må velges: det skjuler eksisterende image og endrer eieren av bind "
                        "mounts."},
                       "host.userNamespaces");
    case backup:
        return backsUp(plan) ? applied({"Some storage is marked for backup.",
                                        "Noe lagring er merket for sikkerhetskopi."},
                                       "service.storage.backup")
                             : notNeeded({"No storage is marked for backup.",
                                          "Ingen lagring er merket for sikkerhetskopi."},
                                         "service.storage.backup");
    case latency_check:
        return plan.region.latencies.empty()
                 ? notNeeded({"The countries of the users are not given.",
                              "Brukernes land er ikke oppgitt."},
                             "host.userCountries")
                 : applied({"The countries of the users are given.", "Brukernes land er oppgitt."},
                           "host.userCountries");
    default:
        return applied({"Holds for every workload.", "Gjelder for alle arbeidslaster."});
    }
}

} // namespace skanse::policy
