// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/fields.h"

namespace skanse {

namespace {

SystemFacts readSystem(Fields &fields)
{
    return {.id = fields.text("id"),
            .name = fields.text("name"),
            .codename = fields.text("codename"),
            .packages = fields.text("packages"),
            .mac = fields.text("mac"),
            .sshUnit = fields.text("sshUnit"),
            .cloudUser = fields.text("cloudUser"),
            .dockerRepository = fields.text("dockerRepository"),
            .dockerSuite = fields.text("dockerSuite"),
            .dockerKey = fields.text("dockerKey"),
            .updates = fields.text("updates"),
            .cpuBaseline = fields.text("cpuBaseline"),
            .notes = fields.prose("notes"),
            .basis = fields.basis("basis")};
}

SysctlFact readSysctl(Fields &fields)
{
    return {.key = fields.text("key"),
            .value = fields.text("value"),
            .why = fields.prose("why"),
            .docker = fields.prose("docker"),
            .cis = fields.text("cis"),
            .when = fields.text("when"),
            .basis = fields.basis("basis")};
}

HostReserve readReserve(Fields &fields)
{
    return {.memoryFixed = fields.bytes("memoryFixed"),
            .memoryPercent = fields.number("memoryPercent"),
            .cpu = fields.cpu("cpu"),
            .diskFixed = fields.bytes("diskFixed"),
            .basis = fields.basis("basis"),
            .why = fields.prose("why")};
}

} // namespace

HostFacts readHostFacts(Fields &fields)
{
    HostFacts facts;
    facts.systems = fields.list("systems", readSystem);
    facts.sysctls = fields.list("sysctls", readSysctl);
    facts.avoided = fields.list("avoided", [](Fields &item) {
        return AvoidedSetting{item.text("item"), item.prose("why")};
    });
    facts.daemon = fields.list("daemon", [](Fields &item) {
        return DaemonFact{item.text("key"), item.prose("why"), item.prose("sideEffects"),
                          item.text("cis"), item.basis("basis")};
    });
    facts.sshd = fields.list("sshd", [](Fields &item) {
        return SshdFact{item.text("key"), item.text("value"), item.prose("why"), item.text("cis"),
                        item.basis("basis")};
    });
    facts.audit = fields.list("audit", [](Fields &item) {
        return AuditRule{item.text("path"),     item.text("match"), item.text("permissions"),
                         item.text("packages"), item.text("cis"),   item.text("engine")};
    });
    facts.sizes = fields.list("sizes", [](Fields &item) {
        (void)item.basis("basis");
        return MachineSize{item.number("vcpu"), item.bytes("memory")};
    });
    facts.reserve = fields.map("reserve", readReserve);
    facts.iops = fields.list("iops", [](Fields &item) {
        return IopsBand{item.text("id"),        item.prose("name"), item.number("minimum"),
                        item.number("maximum"), item.prose("note"), item.basis("basis")};
    });
    return facts;
}

} // namespace skanse
