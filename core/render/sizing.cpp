// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/sizing.h"

#include "core/base/fill.h"

namespace skanse::render {

namespace {

/// A size that was chosen by the plan is a recommendation; one that was answered is what there is.
StaticProse machineHas(const MachinePlan &machine)
{
    return machine.derived
             ? StaticProse{"the next usual size is {}", "neste vanlige størrelse er {}"}
             : StaticProse{"the machine has {}", "maskinen har {}"};
}

std::string memorySum(const MachinePlan &machine, const HostReserve &reserve, Language language)
{
    return fill(StaticProse{"{} limits + {} and {} % of the limits for the host = {}",
                            "{} grenser + {} og {} % av grensene til verten = {}"}
                    .in(language),
                toString(machine.limits), toString(reserve.memoryFixed), reserve.memoryPercent,
                toString(machine.memoryNeeded))
         + "; " + fill(machineHas(machine).in(language), toString(machine.memory));
}

std::string cpuSum(const MachinePlan &machine, const HostReserve &reserve, Language language)
{
    const Cpu sum{machine.cpuRequests.milli + reserve.cpu.milli};
    std::string text =
        fill(StaticProse{"{} requests + {} for the host = {}", "{} behov + {} til verten = {}"}.in(
                 language),
             toString(machine.cpuRequests), toString(reserve.cpu), toString(sum));
    if (machine.cpuNeeded > sum)
        text += fill(StaticProse{"; the largest limit of one service is {}",
                                 "; den største grensen for én tjeneste er {}"}
                         .in(language),
                     toString(machine.cpuNeeded));
    return text + "; "
         + fill(machineHas(machine).in(language), std::to_string(machine.vcpu) + " vCPU");
}

std::string diskSum(const MachinePlan &machine, const HostReserve &reserve, Language language)
{
    std::string text = fill(StaticProse{"2 × {} storage + {} for system and images",
                                        "2 × {} lagring + {} til system og image"}
                                .in(language),
                            toString(machine.storage), toString(reserve.diskFixed));
    if (machine.swap.value > 0)
        text += fill(StaticProse{" + {} swap", " + {} swap"}.in(language), toString(machine.swap));
    return text + " = " + toString(Bytes{machine.diskNeeded.value + machine.swap.value}) + "; "
         + fill(StaticProse{"the machine gets {}", "maskinen får {}"}.in(language),
                toString(machine.disk));
}

} // namespace

SizingText sizingText(const Plan &plan, const HostReserve &reserve, Language language)
{
    const MachinePlan &machine = plan.host.machine;
    SizingText text{memorySum(machine, reserve, language),
                    cpuSum(machine, reserve, language),
                    diskSum(machine, reserve, language),
                    {}};
    const std::int64_t offered = machine.vcpu * 1000;
    if (machine.cpuLimits.milli > offered)
        text.remarks.push_back(fill(
            StaticProse{"The CPU limits add up to {} on {} vCPU: processor time is shared, and "
                        "under load at once each service gets about {} % of its limit.",
                        "CPU-grensene er til sammen {} på {} vCPU: prosessortiden deles, og "
                        "med last samtidig får hver tjeneste rundt {} % av grensen sin."}
                .in(language),
            toString(machine.cpuLimits), machine.vcpu, offered * 100 / machine.cpuLimits.milli));
    text.remarks.emplace_back(
        (machine.swap.value > 0
             ? StaticProse{"Swap is not counted as memory: the containers cannot use it.",
                           "Swap regnes ikke som minne: containerne kan ikke bruke den."}
             : StaticProse{"No swap is planned: memory that is too small shows at once, and "
                           "secrets "
                           "stay off the disk.",
                           "Det er ikke planlagt swap: for lite minne vises med en gang, og "
                           "hemmeligheter havner ikke på disken."})
            .in(language));
    return text;
}

} // namespace skanse::render
