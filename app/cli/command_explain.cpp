// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/messages.h"
#include "core/report/explain.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ostream>

namespace skanse::cli {

namespace {

/// "shop/compose.yaml:40" as path and line; no line for anything else.
std::pair<std::string, int> fileAndLine(std::string_view what)
{
    const auto colon = what.rfind(':');
    if (colon == std::string_view::npos)
        return {std::string(what), 0};
    int line = 0;
    const auto digits = what.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), line);
    if (error != std::errc{} || end != digits.data() + digits.size() || line < 1)
        return {std::string(what), 0};
    return {std::string(what.substr(0, colon)), line};
}

/// The folder above the file that holds the profile of a bundle.
std::filesystem::path bundleFolder(const std::filesystem::path &file)
{
    std::error_code error;
    std::filesystem::path folder =
        std::filesystem::absolute(file, error).lexically_normal().parent_path();
    while (!error && !std::filesystem::exists(folder / "profile.skanse.yaml", error)) {
        if (folder == folder.parent_path())
            return {};
        folder = folder.parent_path();
    }
    return error ? std::filesystem::path{} : folder;
}

int explainLine(const std::string &file, int line, const Input &input, const Streams &streams)
{
    const std::filesystem::path folder = bundleFolder(file);
    if (folder.empty()) {
        printTrouble(file, "is not in a bundle: no profile.skanse.yaml beside or above it",
                     streams);
        return FileTrouble;
    }
    const std::string profile = (folder / "profile.skanse.yaml").string();
    const auto text = readProfileText(profile, streams);
    if (!text)
        return FileTrouble;
    const auto present = readWhole(file, streams.in);
    if (!present) {
        printTrouble(file, present.error(), streams);
        return FileTrouble;
    }
    const Outcome outcome = makeBundle(*text);
    if (outcome.failed()) {
        printDiagnostics(outcome.diagnostics, profile, input, streams);
        return Refused;
    }
    std::error_code error;
    const std::string path = std::filesystem::absolute(file, error)
                                 .lexically_normal()
                                 .lexically_relative(folder)
                                 .generic_string();
    const auto explained =
        report::explainLine(outcome.bundle, *outcome.plan, path, line, input.language());
    if (!explained) {
        streams.err << "skanse-cli: " << explained.error().message.in(input.language()) << "\n    "
                    << explained.error().advice.in(input.language()) << '\n';
        return WrongUse;
    }
    if (const Artifact *artifact = outcome.bundle.find(path);
        artifact != nullptr && artifact->text != *present)
        streams.err << "skanse-cli: " << file
                    << ": differs from what Skanse makes of the profile; lines may have moved\n";
    streams.out << *explained;
    return Success;
}

} // namespace

int runExplain(const Input &input, const Streams &streams)
{
    const std::string_view what = input.argument(0);
    if (const auto [file, line] = fileAndLine(what); line > 0)
        return explainLine(file, line, input, streams);
    if (const auto *found = std::ranges::find(kControlNames, what); found != kControlNames.end()) {
        streams.out << report::explainControl(static_cast<ControlId>(found - kControlNames.begin()),
                                              input.language());
        return Success;
    }
    if (const Question *question = findQuestion(what)) {
        streams.out << report::explainQuestion(*question, input.language());
        return Success;
    }
    streams.err
        << "skanse-cli: “" << what
        << "” is no control, no question and no FILE:LINE\n"
           "    “skanse-cli controls” and “skanse-cli reference questions” list what there is.\n";
    return WrongUse;
}

} // namespace skanse::cli
