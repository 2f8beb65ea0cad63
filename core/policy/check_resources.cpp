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
        machine.storage.value + context.catalogue.host.reserve.diskFixed.value;
    if (host.disk && disk > host.disk->value)
        context.report(
            Severity::Error, "storage-above-machine", "host.disk", "host.disk",
            fill(StaticProse{"The storage of the services and the system need {}; the disk has {}.",
                             "Tjenestenes lagring og systemet trenger {}; disken har {}."},
                 toString(Bytes{disk}), toString(*host.disk)),
            {"Choose a larger disk or smaller volumes.",
             "Velg en større disk eller mindre volumer."});
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

} // namespace

void checkResources(Context &context)
{
    for (const ServicePlan &service : context.plan.services)
        checkService(context, service);
    checkTotals(context);
    checkMachine(context);
    checkAccess(context);
    checkEngine(context);
}

} // namespace skanse::policy
