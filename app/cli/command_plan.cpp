// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "core/report/plan_report.h"
#include "core/yaml/json.h"

#include <ostream>

namespace skanse::cli {

int runPlan(const Input &input, const Streams &streams)
{
    const auto text = readProfileText(input.argument(0), streams);
    if (!text)
        return FileTrouble;
    const Outcome outcome = makePlan(*text);
    printDiagnostics(outcome.diagnostics, input.argument(0), input, streams);
    if (!outcome.plan)
        return Refused;
    if (input.wantsJson())
        streams.out << yaml::toJson(report::planNode(*outcome.plan), true) << '\n';
    else
        streams.out << report::planText(*outcome.plan);
    return outcome.failed() ? Refused : Success;
}

} // namespace skanse::cli
