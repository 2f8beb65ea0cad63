// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/service_plan.h"

#include <algorithm>

namespace skanse::policy {

namespace {

std::int64_t probedPort(const std::string &name, const std::vector<PortPlan> &ports)
{
    const auto found = std::ranges::find(ports, name, &PortPlan::name);
    if (found != ports.end())
        return found->port;
    const auto tcp = std::ranges::find(ports, Protocol::Tcp, &PortPlan::protocol);
    return tcp == ports.end() ? 0 : tcp->port;
}

} // namespace

HealthPlan healthOf(Context &context, const Service &answers, const Preset &preset,
                    const std::vector<PortPlan> &ports)
{
    const Health &asked = answers.health;
    const PresetHealth &known = preset.health;
    HealthPlan health;
    health.command = asked.command.empty() ? known.command : asked.command;
    // A health command of the user says how to check; a path alone says that HTTP is spoken.
    const ProbeKind usual = !asked.path.empty()    ? ProbeKind::Http
                          : !asked.command.empty() ? ProbeKind::Exec
                                                   : known.probe;
    health.probe = asked.probe.value_or(usual);
    health.path = asked.path.empty() ? known.path : asked.path;
    health.port = probedPort(asked.port.empty() ? known.port : asked.port, ports);
    health.interval = asked.interval.value_or(known.interval);
    health.timeout = asked.timeout.value_or(known.timeout);
    health.retries = asked.retries.value_or(known.retries);
    health.start = asked.start.value_or(known.start);

    const std::string path = pathOf(answers) + ".health";
    if (!asked.port.empty() && std::ranges::find(ports, asked.port, &PortPlan::name) == ports.end())
        context.report(Severity::Error, "health-unknown-port", path + ".port",
                       "service.health.port",
                       fill(StaticProse{"The service “{}” has no port called “{}”.",
                                        "Tjenesten «{}» har ingen port som heter «{}»."},
                            answers.name, asked.port),
                       {"Use the name of one of its ports.", "Bruk navnet på en av portene."});
    if (health.probe == ProbeKind::Http && !health.path.starts_with('/'))
        health.path = "/" + health.path;
    if (health.probe == ProbeKind::Exec && health.command.empty())
        health.probe = ProbeKind::Tcp;
    if (asked.probe == ProbeKind::Exec && health.command.empty())
        context.report(
            Severity::Error, "health-command-missing", path + ".command", "service.health.command",
            {"A probe by command needs a command.", "En probe med kommando trenger en kommando."},
            {"Give a command that exists in the image.", "Oppgi en kommando som finnes i imaget."});
    return health;
}

} // namespace skanse::policy
