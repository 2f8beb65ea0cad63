// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "core/yaml/json.h"

#include <algorithm>
#include <ostream>

namespace skanse::cli {

int runCheck(const Input &input, const Streams &streams)
{
    const auto text = readProfileText(input.argument(0), streams);
    if (!text)
        return FileTrouble;
    const auto evidence = readEvidenceFor(input, streams);
    if (!evidence)
        return FileTrouble;
    const Outcome outcome = makePlan(*text, evidence);
    const bool refused =
        outcome.failed()
        || (input.has("strict")
            && std::ranges::any_of(outcome.diagnostics, [](const Diagnostic &diagnostic) {
                   return diagnostic.severity != Severity::Note;
               }));
    if (input.wantsJson()) {
        yaml::Node node = yaml::Node::map();
        node.add("ok", !refused);
        node.add("diagnostics", toNode(outcome.diagnostics, input.language()));
        streams.out << yaml::toJson(node, true) << '\n';
    } else {
        printDiagnostics(outcome.diagnostics, input.argument(0), input, streams);
        streams.out << summary(outcome.diagnostics) << '\n';
    }
    return refused ? Refused : Success;
}

} // namespace skanse::cli
