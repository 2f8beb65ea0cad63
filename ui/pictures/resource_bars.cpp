// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/resource_bars.h"

#include "core/catalogue/catalogue.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace skanse::ui {

namespace {

constexpr std::size_t kMostParts = 12;  ///< more cannot be told apart
constexpr std::int64_t kSmallest = 100; ///< a hundredth of the bar is the least that is drawn alone

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(ResourceBars)
};

QString coresText(std::int64_t milli)
{
    const double cores = static_cast<double>(milli) / 1000;
    return QLocale().toString(cores, 'g', 4);
}

using Amount = std::function<std::int64_t(const ServicePlan &)>;
using AmountText = QString (*)(std::int64_t);

/// One amount for each service, so that they add up to the plan's own `sum`: the plan decides whether one
/// of each runs or all replicas.
std::vector<std::int64_t> amounts(const Plan &plan, const Amount &amount, std::int64_t sum)
{
    std::vector<std::int64_t> list;
    for (const ServicePlan &service : plan.services)
        list.push_back(amount(service));
    if (std::accumulate(list.begin(), list.end(), std::int64_t{0}) != sum)
        for (std::size_t i = 0; i < list.size(); ++i)
            list[i] *= plan.services[i].replicas;
    return list;
}

/// The largest services each, in the order of the plan; the others together.
std::vector<BarPart> partsOf(const Plan &plan, const std::vector<std::int64_t> &list,
                             std::int64_t whole, AmountText say)
{
    std::vector<std::int64_t> sorted = list;
    std::ranges::sort(sorted, std::greater());
    const std::int64_t least =
        std::max(sorted.size() > kMostParts ? sorted[kMostParts - 1] : 1, whole / kSmallest);
    std::vector<BarPart> parts;
    std::vector<std::size_t> small;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] <= 0)
            continue;
        if (list[i] < least || parts.size() >= kMostParts) {
            small.push_back(i);
            continue;
        }
        BarPart part{.kind = BarPart::Kind::Service, .amount = list[i]};
        part.name = toQString(plan.services[i].name);
        part.amountText = say(list[i]);
        part.service = static_cast<int>(i);
        part.colour = static_cast<int>(i);
        parts.push_back(std::move(part));
    }
    if (small.empty())
        return parts;
    BarPart more{.kind = BarPart::Kind::More};
    QStringList names;
    for (const std::size_t i : small) {
        more.amount += list[i];
        names += u"%1: %2"_s.arg(toQString(plan.services[i].name), say(list[i]));
    }
    more.name = Text::tr("+ %1 more").arg(small.size());
    more.amountText = say(more.amount);
    more.details = names.join(u'\n');
    more.service = static_cast<int>(small.front());
    parts.push_back(std::move(more));
    return parts;
}

void addRest(ResourceBar &bar, std::int64_t reserve, AmountText say)
{
    for (const BarPart &part : bar.parts)
        bar.used += part.amount;
    if (reserve > 0) {
        BarPart part{.kind = BarPart::Kind::Reserve, .amount = reserve};
        part.name = Text::tr("host");
        part.amountText = say(reserve);
        part.details = ui::say(catalogue().host.reserve.why);
        bar.parts.push_back(std::move(part));
        bar.used += reserve;
    }
    const std::int64_t free = bar.capacity - bar.used;
    if (free > 0) {
        BarPart part{.kind = BarPart::Kind::Free, .amount = free};
        part.name = Text::tr("free");
        part.amountText = say(free);
        bar.parts.push_back(std::move(part));
    }
    const QString amount = say(std::abs(free));
    bar.summary = free < 0  ? Text::tr("%1 more than the machine has").arg(amount)
                : free == 0 ? Text::tr("full")
                            : Text::tr("%1 free").arg(amount);
}

ResourceBar memoryBar(const Plan &plan)
{
    const MachinePlan &machine = plan.host.machine;
    ResourceBar bar;
    bar.title = Text::tr("Memory");
    bar.capacity = machine.memory.value;
    bar.capacityText = bytesText(bar.capacity);
    bar.question = "service.resources.memory";
    bar.reserveQuestion = "host.memory";
    const auto list = amounts(
        plan, [](const ServicePlan &service) { return service.resources.memory.value; },
        machine.limits.value);
    bar.parts = partsOf(plan, list, std::max(bar.capacity, machine.limits.value), bytesText);
    addRest(bar, machine.reserve.value, bytesText);
    return bar;
}

QString vcpuText(std::int64_t milli)
{
    return Text::tr("%1 vCPU").arg(coresText(milli));
}

ResourceBar cpuBar(const Plan &plan)
{
    const MachinePlan &machine = plan.host.machine;
    ResourceBar bar;
    bar.title = Text::tr("CPU");
    bar.capacity = machine.vcpu * 1000;
    bar.capacityText = vcpuText(bar.capacity);
    bar.question = "service.resources.cpuRequest";
    bar.reserveQuestion = "host.vcpu";
    const auto requests = amounts(
        plan, [](const ServicePlan &service) { return service.resources.cpuRequest.milli; },
        machine.cpuRequests.milli);
    const auto limits = amounts(
        plan, [](const ServicePlan &service) { return service.resources.cpu.milli; },
        machine.cpuLimits.milli);
    bar.parts = partsOf(plan, requests, bar.capacity, vcpuText);
    bar.outlines = partsOf(plan, limits, machine.cpuLimits.milli, vcpuText);
    addRest(bar, catalogue().host.reserve.cpu.milli, vcpuText);
    bar.summary +=
        u" · "_s
        + Text::tr("limits up to %1, which are shared").arg(vcpuText(machine.cpuLimits.milli));
    return bar;
}

ResourceBar diskBar(const Plan &plan)
{
    const MachinePlan &machine = plan.host.machine;
    ResourceBar bar;
    bar.title = Text::tr("Disk");
    bar.capacity = machine.disk.value;
    bar.capacityText = bytesText(bar.capacity);
    bar.question = "service.storage.size";
    bar.reserveQuestion = "host.disk";
    const auto list = amounts(
        plan,
        [](const ServicePlan &service) {
            std::int64_t sum = 0;
            for (const MountPlan &mount : service.storage)
                sum += mount.size.value * (service.stateful ? service.replicas : 1);
            return sum;
        },
        machine.storage.value);
    bar.parts = partsOf(plan, list, std::max(bar.capacity, machine.storage.value), bytesText);
    addRest(bar, catalogue().host.reserve.diskFixed.value, bytesText);
    return bar;
}

} // namespace

QString bytesText(std::int64_t bytes)
{
    QLocale locale;
    const auto text = [&](int digits) {
        return locale.formattedDataSize(bytes, digits, QLocale::DataSizeIecFormat);
    };
    const QString exact = text(1);
    const QString zero = locale.decimalPoint() + locale.zeroDigit();
    return exact.contains(zero + u' ') ? text(0) : exact;
}

MachineBars machineBarsOf(const Plan &plan)
{
    const MachinePlan &machine = plan.host.machine;
    const QString size = Text::tr("%1 vCPU, %2 memory, %3 disk")
                             .arg(machine.vcpu)
                             .arg(bytesText(machine.memory.value), bytesText(machine.disk.value));
    MachineBars bars;
    bars.derived = machine.derived;
    bars.machine = machine.derived
                     ? Text::tr("The machine: %1. Chosen from what the services need.").arg(size)
                     : Text::tr("The machine: %1.").arg(size);
    bars.bars = {memoryBar(plan), cpuBar(plan), diskBar(plan)};
    return bars;
}

} // namespace skanse::ui
