// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "core/bundle/writer.h"
#include "core/yaml/json.h"

#include <algorithm>
#include <ostream>

namespace skanse::cli {

namespace {

int printWriteError(const WriteError &error, const Input &input, const Streams &streams)
{
    streams.err << "skanse-cli: " << error.message.in(input.language()) << '\n';
    if (!error.advice.empty())
        streams.err << "    " << error.advice.in(input.language()) << '\n';
    return FileTrouble;
}

int printPlan(const WritePlan &plan, const Input &input, const Streams &streams)
{
    if (input.wantsJson()) {
        yaml::Node files = yaml::Node::list();
        for (const FilePlan &file : plan.files) {
            yaml::Node &node = files.append(yaml::Node::map());
            node.add("path", file.path);
            node.add("state", toString(file.state));
        }
        yaml::Node node = yaml::Node::map();
        node.add("files", std::move(files));
        streams.out << yaml::toJson(node, true) << '\n';
        return Success;
    }
    for (const FilePlan &file : plan.files)
        streams.out << toString(file.state) << "  " << file.path << '\n';
    return Success;
}

yaml::Node reportNode(const WriteReport &report)
{
    yaml::Node node = yaml::Node::map();
    node.add("written", yaml::Node::list(report.written));
    node.add("unchanged", yaml::Node::list(report.unchanged));
    node.add("kept", yaml::Node::list(report.kept));
    node.add("removed", yaml::Node::list(report.removed));
    return node;
}

void printReport(const WriteReport &report, const Outcome &outcome, const Input &input,
                 const Streams &streams)
{
    if (input.wantsJson()) {
        yaml::Node node = reportNode(report);
        node.add("fingerprint", outcome.stamp.fingerprint);
        node.add("diagnostics", toNode(outcome.diagnostics, input.language()));
        streams.out << yaml::toJson(node, true) << '\n';
        return;
    }
    const std::string folder(input.value("output"));
    streams.out << folder << ": " << report.written.size() << " written, "
                << report.unchanged.size() << " unchanged, " << report.removed.size()
                << " removed; profile " << outcome.stamp.fingerprint << '\n';
    for (const auto &path : report.kept)
        streams.err << "skanse-cli: kept, because it was edited by hand: " << folder << '/' << path
                    << "\n    --force replaces it.\n";
    const auto open =
        std::ranges::count(outcome.diagnostics, Severity::Open, &Diagnostic::severity);
    streams.out << (open == 0
                        ? std::string("Nothing is left open.")
                        : "Left open: " + std::to_string(open)
                              + (open == 1 ? " item, listed" : " items, listed") + " in README.md.")
                << " Begin with " << folder << "/README.md.\n";
}

} // namespace

int runGenerate(const Input &input, const Streams &streams)
{
    if (!input.has("output")) {
        streams.err << "skanse-cli generate: --output DIR is missing\n    Name the folder for the "
                       "bundle.\n";
        return WrongUse;
    }
    const auto text = readProfileText(input.argument(0), streams);
    if (!text)
        return FileTrouble;
    const auto evidence = readEvidenceFor(input, streams);
    if (!evidence)
        return FileTrouble;
    const Outcome outcome = makeBundle(*text, evidence);
    Diagnostics spoken = outcome.diagnostics;
    std::erase_if(spoken, [](const Diagnostic &diagnostic) {
        return diagnostic.severity > Severity::Warning; // open items stand in the bundle's README
    });
    if (outcome.failed()) {
        if (input.wantsJson()) {
            yaml::Node node = yaml::Node::map();
            node.add("diagnostics", toNode(outcome.diagnostics, input.language()));
            streams.out << yaml::toJson(node, true) << '\n';
        }
        printDiagnostics(spoken, input.argument(0), input, streams);
        return Refused;
    }
    printDiagnostics(spoken, input.argument(0), input, streams);
    const std::filesystem::path folder(input.value("output"));
    if (input.has("dry-run")) {
        const auto plan = planWrite(outcome.bundle.artifacts, folder);
        return plan ? printPlan(*plan, input, streams)
                    : printWriteError(plan.error(), input, streams);
    }
    const auto report =
        writeBundle(outcome.bundle.artifacts, folder, {.force = input.has("force")});
    if (!report)
        return printWriteError(report.error(), input, streams);
    printReport(*report, outcome, input, streams);
    return Success;
}

} // namespace skanse::cli
