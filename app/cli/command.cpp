// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/command.h"

#include "app/cli/commands.h"

#include <algorithm>
#include <array>

namespace skanse::cli {

bool Input::has(std::string_view option) const
{
    return m_options.contains(option);
}

std::string_view Input::value(std::string_view option) const
{
    const auto [first, last] = m_options.equal_range(option);
    return first == last ? std::string_view{} : std::string_view(std::prev(last)->second);
}

std::vector<std::string> Input::values(std::string_view option) const
{
    std::vector<std::string> all;
    const auto [first, last] = m_options.equal_range(option);
    for (auto at = first; at != last; ++at)
        all.push_back(at->second);
    return all;
}

std::string_view Input::argument(std::size_t index) const
{
    return index < m_arguments.size() ? std::string_view(m_arguments[index]) : std::string_view{};
}

void Input::add(std::string_view option, std::string value)
{
    m_options.emplace(option, std::move(value));
}

namespace {

constexpr Option kFormat{.name = "format",
                         .value = ValueKind::Format,
                         .valueName = "text|json",
                         .help = "Output as text (default) or as JSON."};
constexpr Option kEvidence{.name = "evidence",
                           .value = ValueKind::Folder,
                           .valueName = "DIR",
                           .help = "Folder with the JSON results of the drill and of "
                                   "verify-host.sh; “evidence” beside the profile when it is not "
                                   "given."};
constexpr Argument kProfile{.name = "PROFILE",
                            .kind = ValueKind::File,
                            .help = "A *.skanse.yaml file; “-” reads standard input."};

} // namespace

std::span<const Option> commonOptions()
{
    static constexpr std::array kOptions{
        Option{.name = "lang",
               .value = ValueKind::Language,
               .valueName = "en|nb",
               .help = "Language of messages and explanations; the default is en."},
        Option{.name = "help",
               .letter = 'h',
               .valueName = {},
               .help = "Show how the command is used."},
    };
    return kOptions;
}

std::span<const Command> commands()
{
    static const std::vector<Command> kCommands{
        {"new",
         "write a starter profile",
         "Makes a small profile from presets and guesses the usual flows between them: proxies "
         "reach "
         "applications, applications reach databases, caches and brokers. Without --public the "
         "first "
         "service with a web port answers on the loopback address only.",
         {{.name = "NAME",
           .help = "Name of the workload: lower-case letters, digits and hyphens."}},
         {{.name = "region",
           .letter = 'r',
           .value = ValueKind::Region,
           .valueName = "CODE",
           .help = "Hosting region, ISO 3166 (default NO)."},
          {.name = "service",
           .letter = 's',
           .value = ValueKind::Service,
           .valueName = "[NAME=]PRESET",
           .help = "Add a service; may be repeated.",
           .repeats = true},
          {.name = "public", .valueName = {}, .help = "Open the first web port to everybody."},
          {.name = "output",
           .letter = 'o',
           .value = ValueKind::File,
           .valueName = "FILE",
           .help = "Write to a new file instead of standard output."}},
         runNew},
        {"generate",
         "make the bundle of a profile",
         "Writes every file into the folder: a new or empty one, or one that Skanse wrote before. "
         "Files that "
         "were edited by hand are kept and named unless --force is given. All files are written or "
         "none.",
         {kProfile},
         {{.name = "output",
           .letter = 'o',
           .value = ValueKind::Folder,
           .valueName = "DIR",
           .help = "Folder of the bundle (required)."},
          kEvidence,
          {.name = "force",
           .letter = 'f',
           .valueName = {},
           .help = "Replace files that were edited by hand."},
          {.name = "dry-run",
           .letter = 'n',
           .valueName = {},
           .help = "Only show what would be written, replaced or kept."},
          kFormat},
         runGenerate},
        {"check",
         "judge a profile without writing anything",
         "Prints errors, warnings and open items with their places in the file.",
         {kProfile},
         {{.name = "strict", .valueName = {}, .help = "Warnings and open items count as errors."},
          kEvidence,
          kFormat},
         runCheck},
        {"explain",
         "explain a control, a question, or a line of a generated file",
         "A control is named by its id (read-only-root), a question by its id "
         "(service.port.exposure), a line "
         "as FILE:LINE inside a bundle folder, where profile.skanse.yaml tells the answers.",
         {{.name = "WHAT", .help = "CONTROL, QUESTION or FILE:LINE."}},
         {},
         runExplain},
        {"plan",
         "show the decisions made for a profile",
         "Every control with its state and reason, the networks, the flows, the size of the "
         "machine.",
         {kProfile},
         {kFormat},
         runPlan},
        {"diff",
         "show what changes between two profiles",
         "Makes both bundles and prints the differences of each file as a unified diff.",
         {{.name = "OLD", .kind = ValueKind::File, .help = "The profile before."},
          {.name = "NEW", .kind = ValueKind::File, .help = "The profile after."}},
         {{.name = "exit-code",
           .valueName = {},
           .help = "Exit with 4 when there are differences."}},
         runDiff},
        {"controls",
         "list the controls",
         "With an id, explains that control.",
         {{.name = "CONTROL", .help = "Id of one control.", .optional = true}},
         {kFormat},
         runControls},
        {"presets",
         "list the presets",
         "With an id, shows everything known about that preset and how well it is known.",
         {{.name = "PRESET",
           .kind = ValueKind::Preset,
           .help = "Id of one preset.",
           .optional = true}},
         {kFormat},
         runPresets},
        {"regions",
         "list the hosting regions",
         "Countries with the basis on which personal data may go there, as of the date given. Not "
         "legal advice.",
         {},
         {kFormat},
         runRegions},
        {"schema",
         "print the JSON Schema of profiles",
         "Draft 2020-12, for completion and checks in editors.",
         {},
         {},
         runSchema},
        {"reference",
         "print a reference page in Markdown",
         "Made from the same tables as the program itself.",
         {{.name = "PAGE", .help = "questions, controls or presets."}},
         {},
         runReference},
        {"completion",
         "print a completion script",
         "For bash, zsh or fish.",
         {{.name = "SHELL", .help = "bash, zsh or fish."}},
         {},
         runCompletion},
        {"man", "print the manual page", "In man(7) format.", {}, {}, runMan},
    };
    return kCommands;
}

const Command *findCommand(std::string_view name)
{
    const auto all = commands();
    const auto found = std::ranges::find(all, name, &Command::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace skanse::cli
