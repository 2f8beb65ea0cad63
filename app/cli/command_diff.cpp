// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "core/report/diff.h"

#include <ostream>

namespace skanse::cli {

namespace {

/// The outcome of a profile; on failure the messages are printed and `code` says how to exit.
std::optional<Outcome> make(std::string_view path, const Input &input, const Streams &streams,
                            int &code)
{
    const auto text = readProfileText(path, streams);
    if (!text) {
        code = FileTrouble;
        return std::nullopt;
    }
    Outcome outcome = makeBundle(*text);
    if (outcome.failed()) {
        printDiagnostics(outcome.diagnostics, path, input, streams);
        code = Refused;
        return std::nullopt;
    }
    return outcome;
}

} // namespace

int runDiff(const Input &input, const Streams &streams)
{
    int code = Success;
    const auto before = make(input.argument(0), input, streams, code);
    if (!before)
        return code;
    const auto after = make(input.argument(1), input, streams, code);
    if (!after)
        return code;
    // With one stamp on both sides, only what the answers change is a difference.
    Stamp stamp = before->stamp;
    stamp.fingerprint = after->stamp.fingerprint;
    const auto restamped = renderBundle(*before->plan, catalogue(), stamp, before->diagnostics);
    const std::string difference =
        report::bundleDiff(restamped.value_or(before->bundle), after->bundle);
    streams.out << difference;
    return input.has("exit-code") && !difference.empty() ? Different : Success;
}

} // namespace skanse::cli
