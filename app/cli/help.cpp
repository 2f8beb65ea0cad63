// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/help.h"

#include "core/version.h"

#include <algorithm>
#include <array>

namespace skanse::cli {

namespace {

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

} // namespace

std::span<const ExitCodeHelp> exitCodes()
{
    static constexpr std::array kCodes{
        ExitCodeHelp{Success, "Done."},
        ExitCodeHelp{Refused,
                     "The profile has errors; with check --strict also warnings or open items."},
        ExitCodeHelp{WrongUse, "The command line was not understood."},
        ExitCodeHelp{FileTrouble, "A file or folder could not be read or written."},
        ExitCodeHelp{Different, "diff --exit-code: the bundles differ."},
    };
    return kCodes;
}

std::string optionForms(const Option &option)
{
    std::string forms = option.letter == 0 ? "    " : std::string("-") + option.letter + ", ";
    forms += "--" + std::string(option.name);
    if (!option.valueName.empty())
        forms += " " + std::string(option.valueName);
    return forms;
}

std::string usageLine(const Command &command)
{
    std::string line = "skanse-cli " + std::string(command.name) + " [options]";
    for (const Argument &argument : command.arguments)
        line += argument.optional ? " [" + std::string(argument.name) + "]"
                                  : " " + std::string(argument.name);
    return line;
}

std::string generalHelp()
{
    std::string text = std::string("skanse-cli ") + kVersion
                     + ": from answers to a hardened bundle\n\nUsage: skanse-cli COMMAND [options] "
                       "...\n\nCommands:\n";
    for (const Command &command : commands())
        text += "  " + padded(std::string(command.name), 14) + std::string(command.summary) + "\n";
    text += "\n“skanse-cli COMMAND --help” shows the options of a command; “skanse-cli --version” "
            "the version.\n";
    return text;
}

std::string commandHelp(const Command &command)
{
    std::string text =
        "Usage: " + usageLine(command) + "\n\n" + std::string(command.details) + "\n";
    if (!command.arguments.empty()) {
        text += "\nArguments:\n";
        for (const Argument &argument : command.arguments)
            text +=
                "  " + padded(std::string(argument.name), 28) + std::string(argument.help) + "\n";
    }
    text += "\nOptions:\n";
    const auto list = [&](const Option &option) {
        text += "  " + padded(optionForms(option), 28) + std::string(option.help) + "\n";
    };
    std::ranges::for_each(command.options, list);
    std::ranges::for_each(commonOptions(), list);
    return text;
}

} // namespace skanse::cli
