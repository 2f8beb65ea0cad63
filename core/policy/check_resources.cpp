// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

namespace skanse::policy {

namespace {

void checkService(Context &context, const ServicePlan &service)
{
    const ResourcePlan &resources = service.resources;
    const std::string path = "services." + service.name + ".resources";
    if (resources.memoryRequest > resources.memory)
        context.report(
            Severity::Error, "memory-request-above-limit", path + ".memoryRequest",
            "service.resources.memoryRequest",
            fill(StaticProse{"The memory request {} of “{}” is above its limit {}.",
                             "Minneforespørselen {} for «{}» er over grensen {}."},
                 toString(resources.memoryRequest), service.name, toString(resources.memory)),
            {"Lower the request or raise the limit.", "Senk forespørselen eller hev grensen."});
    if (resources.cpuRequest > resources.cpu)
        context.report(
            Severity::Error, "cpu-request-above-limit", path + ".cpuRequest",
            "service.resources.cpuRequest",
            fill(StaticProse{"The CPU request {} of “{}” is above its limit {}.",
                             "CPU-forespørselen {} for «{}» er over grensen {}."},
                 toString(resources.cpuRequest), service.name, toString(resources.cpu)),
            {"Lower the request or raise the limit.", "Senk forespørselen eller hev grensen."});
    Bytes scratch;
    for (const ScratchPlan &one : service.scratch)
        scratch.value += one.size.value;
    if (scratch.value * 2 > resources.memory.value && scratch.value > 0)
        context.report(
            scratch >= resources.memory ? Severity::Error : Severity::Warning,
            "scratch-fills-memory", "services." + service.name + ".scratch", "service.scratch.size",
            fill(StaticProse{"The scratch paths of “{}” may hold {}, in memory, of a limit of {}.",
                             "Kladdestiene til «{}» kan romme {}, i minnet, av en grense på {}."},
                 service.name, toString(scratch), toString(resources.memory)),
            {"Raise the memory limit, shrink the paths, or make one of them storage.",
             "Hev minnegrensen, krymp stiene, eller gjør en av dem til lagring."});
}

/// Answers that are fine one by one and absurd together.
void checkTotals(Context &context)
{
    const MachinePlan &machine = context.plan.host.machine;
    for (const auto &[sum, question] :
         {std::pair{machine.limits, std::string_view("service.resources.memory")},
          std::pair{machine.storage, std::string_view("service.storage.size")}})
        if (sum >= kLargestSum)
            context.report(Severity::Error, "total-too-large", "services", question,
                           {"All services together ask for more than 256 PiB.",
                            "Alle tjenestene til sammen ber om mer enn 256 PiB."},
                           {"Check the sizes and the numbers of replicas.",
                            "Kontroller størrelsene og antallet replikaer."});
}

void checkMachine(Context &context)
{
    const Host &host = context.answers.host;
    const MachinePlan &machine = context.plan.host.machine;
    const std::int64_t needed = machine.limits.value + machine.reserve.value;
    if (host.memory && needed > host.memory->value)
        context.report(Severity::Error, "memory-above-machine", "host.memory", "host.memory",
                       fill(StaticProse{"The services may use {} and the host keeps {}: together "
                                        "more than the machine's {}.",
                                        "Tjenestene kan bruke {} og verten beholder {}: til sammen "
                                        "mer enn maskinens {}."},
                            toString(machine.limits), toString(machine.reserve),
                            toString(*host.memory)),
                       {"Choose a larger machine or lower the limits.",
                        "Velg en større maskin eller senk grensene."});
    const std::int64_t cpu = machine.cpuRequests.milli + context.catalogue.host.reserve.cpu.milli;
    if (host.vcpu && cpu > *host.vcpu * 1000)
        context.report(
            Severity::Error, "cpu-above-machine", "host.vcpu", "host.vcpu",
            fill(
                StaticProse{
                    "The services need {} cores at rest, with the host's share; the machine has "
                    "{}.",
                    "Tjenestene trenger {} kjerner i hvile, med vertens andel; maskinen har {}."},
                toString(Cpu{cpu}), *host.vcpu),
            {"Choose a larger machine or lower the requests.",
             "Velg en større maskin eller senk forespørslene."});
    for (const ServicePlan &service : context.plan.services)
        if (host.vcpu && service.resources.cpu.milli > *host.vcpu * 1000)
            context.report(Severity::Error, "cpu-limit-above-machine",
                           "services." + service.name + ".resources.cpu", "service.resources.cpu",
                           fill(StaticProse{"The CPU limit {} of “{}” is more than the machine "
                                            "has; Docker refuses to start it.",
                                            "CPU-grensen {} for «{}» er mer enn maskinen har; "
                                            "Docker nekter å starte den."},
                                toString(service.resources.cpu), service.name),
                           {"Lower the limit.", "Senk grensen."});
    const std::int64_t disk =
        machine.storage.value + context.catalogue.host.reserve.diskFixed.value + machine.swap.value;
    if (host.disk && disk > host.disk->value)
        context.report(
            Severity::Error, "storage-above-machine", "host.disk", "host.disk",
            fill(StaticProse{"The storage of the services and the system need {}; the disk has {}.",
                             "Tjenestenes lagring og systemet trenger {}; disken har {}."},
                 toString(Bytes{disk}), toString(*host.disk)),
            {"Choose a larger disk or smaller volumes.",
             "Velg en større disk eller mindre volumer."});
}

/// More promised than there is: every limit fits for itself, and all at once do not.
void checkOverCommitment(Context &context)
{
    const MachinePlan &machine = context.plan.host.machine;
    const std::int64_t offered = machine.vcpu * 1000;
    // A size that the plan chose follows the requests, and the checklist says how much is shared.
    if (context.answers.host.vcpu && machine.cpuLimits.milli > offered * 2)
        context.report(
            Severity::Warning, "cpu-overcommitted", "host.vcpu", "host.vcpu",
            fill(StaticProse{"The CPU limits add up to {} of {} cores: under load at once, "
                             "services get less than half of what they may use.",
                             "CPU-grensene er til sammen {} av {} kjerner: med last samtidig får "
                             "tjenestene under halvparten av det de kan bruke."},
                 toString(machine.cpuLimits), machine.vcpu),
            {"Choose more vCPUs or lower the limits, unless the services are never busy together.",
             "Velg flere vCPU-er eller senk grensene, med mindre tjenestene aldri har det travelt "
             "samtidig."});
    const Bytes wanted{machine.diskNeeded.value + machine.swap.value};
    if (context.answers.host.disk && machine.disk < wanted)
        context.report(
            Severity::Warning, "disk-without-second-copy", "host.disk", "host.disk",
            fill(StaticProse{"The disk of {} does not hold the data twice beside the system: {} "
                             "would. A restore or an upgrade of a database may not fit.",
                             "Disken på {} rommer ikke dataene to ganger ved siden av systemet: "
                             "{} ville gjort det. En gjenoppretting eller oppgradering av en "
                             "database får kanskje ikke plass."},
                 toString(machine.disk), toString(wanted)),
            {"Choose a larger disk, or have a second one at hand for that day.",
             "Velg en større disk, eller ha en ekstra klar til den dagen."});
}

void checkSwap(Context &context)
{
    if (context.plan.host.machine.swap.value == 0)
        return;
    context.report(
        Severity::Warning, "swap-planned", "host.swap", "host.swap",
        {"Swap is planned. It puts memory, secrets included, on the disk, and a machine that "
         "swaps looks alive while it is too slow to answer. The containers cannot use it: their "
         "limit covers memory and swap together.",
         "Swap er planlagt. Da havner minne, også hemmeligheter, på disken, og en maskin som "
         "swapper, ser levende ut mens den er for treg til å svare. Containerne kan ikke bruke "
         "den: grensen deres gjelder minne og swap til sammen."},
        {"Leave it out, or encrypt it; a kubelet refuses to start with it unless told otherwise.",
         "Utelat den, eller krypter den; en kubelet nekter å starte med den om ikke annet er "
         "sagt."});
}

void checkAccess(Context &context)
{
    if (context.plan.wants(Target::Host) && context.answers.host.sshKeys.empty())
        context.report(
            Severity::Open, "ssh-keys-missing", "host.sshKeys", "host.sshKeys",
            {"No SSH public key is given: nobody could log in to a machine made from this.",
             "Ingen offentlig SSH-nøkkel er oppgitt: ingen kunne logget inn på en maskin laget av "
             "dette."},
            {"Put the administrators' public keys in the profile, or in host/user-data.yaml before "
             "use.",
             "Legg administratorenes offentlige nøkler i profilen, eller i host/user-data.yaml før "
             "bruk."});
}

/// Podman 3.4 as Ubuntu 22.04 has it makes its networks with CNI (knowledge, not read in a source).
void checkEngine(Context &context)
{
    const Host &host = context.answers.host;
    if (context.plan.wants(Target::Host) && host.engine == ContainerEngine::Podman
        && host.system == OperatingSystem::Ubuntu2204)
        context.report(
            Severity::Warning, "engine-too-old", "host.engine", "host.engine",
            {"The Podman of Ubuntu 22.04 is too old for the networks of this bundle.",
             "Podman i Ubuntu 22.04 er for gammel for nettene i denne pakken."},
            {"Choose a newer system, or Docker.", "Velg et nyere system, eller Docker."});
}

/// Podman 4.3 masquerades in spite of the option that Compose gives it (seen by tests/runtime/drill).
void checkPodmanEgress(Context &context)
{
    const Plan &plan = context.plan;
    if (!plan.wants(Target::Host) || !plan.wants(Target::Compose)
        || plan.host.engine != ContainerEngine::Podman)
        return;
    std::string names;
    for (const NetworkPlan &network : plan.networks)
        if (!network.internal && !network.masquerade)
            for (const int member : network.members)
                names += (names.empty() ? "" : ", ")
                       + plan.services[static_cast<std::size_t>(member)].name;
    if (!names.empty())
        context.report(
            Severity::Warning, "podman-egress", "host.engine", "host.engine",
            fill(StaticProse{"Podman lets published services open connections to the internet, "
                             "although none is declared: {}.",
                             "Podman lar publiserte tjenester åpne forbindelser til internett, "
                             "selv om ingen er oppgitt: {}."},
                 names),
            {"Choose Docker, or refuse new connections from their networks in the host's packet "
             "filter.",
             "Velg Docker, eller avvis nye forbindelser fra nettene deres i vertens "
             "pakkefilter."});
}

} // namespace

void checkResources(Context &context)
{
    for (const ServicePlan &service : context.plan.services)
        checkService(context, service);
    checkTotals(context);
    checkMachine(context);
    checkOverCommitment(context);
    checkSwap(context);
    checkAccess(context);
    checkEngine(context);
    checkPodmanEgress(context);
}

} // namespace skanse::policy
