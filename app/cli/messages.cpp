// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/messages.h"

#include "app/cli/files.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace skanse::cli {

void printDiagnostics(const Diagnostics &diagnostics, std::string_view file, const Input &input,
                      const Streams &streams)
{
    const Language language = input.language();
    for (const Diagnostic &diagnostic : diagnostics) {
        streams.err << displayName(file) << ':';
        if (diagnostic.place.line > 0)
            streams.err << diagnostic.place.line << ':' << diagnostic.place.column << ':';
        streams.err << ' ' << toString(diagnostic.severity) << ": "
                    << diagnostic.message.in(language);
        if (!diagnostic.path.empty())
            streams.err << " [" << diagnostic.path << ']';
        streams.err << '\n';
        if (!diagnostic.advice.empty())
            streams.err << "    " << diagnostic.advice.in(language) << '\n';
    }
}

void printTrouble(std::string_view file, std::string_view why, const Streams &streams)
{
    streams.err << "skanse-cli: " << displayName(file) << ": " << why << '\n';
}

yaml::Node toNode(const Diagnostics &diagnostics, Language language)
{
    yaml::Node list = yaml::Node::list();
    for (const Diagnostic &diagnostic : diagnostics) {
        yaml::Node &node = list.append(yaml::Node::map());
        node.add("id", diagnostic.id);
        node.add("severity", toString(diagnostic.severity));
        node.add("path", diagnostic.path);
        node.add("question", diagnostic.question);
        node.add("line", diagnostic.place.line);
        node.add("column", diagnostic.place.column);
        node.add("message", diagnostic.message.in(language));
        node.add("advice", diagnostic.advice.in(language));
    }
    return list;
}

std::optional<std::string> readProfileText(std::string_view path, const Streams &streams)
{
    auto text = readWhole(path, streams.in);
    if (text)
        return std::move(*text);
    printTrouble(path, text.error(), streams);
    return std::nullopt;
}

std::shared_ptr<const Evidence> readEvidenceFor(const Input &input, const Streams &streams)
{
    const std::string_view profile = input.argument(0);
    const std::string named(input.value("evidence"));
    if (named.empty())
        return std::make_shared<const Evidence>(
            profile == "-" ? Evidence{} : readEvidenceFolder(evidenceFolderOf(profile)));
    std::error_code error;
    if (!std::filesystem::is_directory(named, error)) {
        printTrouble(named, "is not a folder", streams);
        return nullptr;
    }
    return std::make_shared<const Evidence>(readEvidenceFolder(named));
}

std::string summary(const Diagnostics &diagnostics)
{
    const auto count = [&](Severity severity, std::string_view one, std::string_view many) {
        const auto number = std::ranges::count(diagnostics, severity, &Diagnostic::severity);
        return std::to_string(number) + " " + std::string(number == 1 ? one : many);
    };
    return count(Severity::Error, "error", "errors") + ", "
         + count(Severity::Warning, "warning", "warnings") + ", "
         + count(Severity::Open, "open item", "open items");
}

} // namespace skanse::cli
