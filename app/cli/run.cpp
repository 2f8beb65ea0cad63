// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/run.h"

#include "app/cli/arguments.h"
#include "app/cli/help.h"
#include "core/version.h"

#include <ostream>

namespace skanse::cli {

int run(std::span<const std::string> arguments, std::istream &in, std::ostream &out,
        std::ostream &err)
{
    const std::string name = arguments.empty() ? std::string{} : arguments.front();
    if (name == "--help" || name == "-h" || name == "help") {
        out << generalHelp();
        return Success;
    }
    if (name == "--version") {
        out << "skanse-cli " << kVersion << '\n';
        return Success;
    }
    const Command *command = findCommand(name);
    if (command == nullptr) {
        if (!name.empty())
            err << "skanse-cli: unknown command “" << name << "”\n\n";
        err << generalHelp();
        return WrongUse;
    }
    const auto input = parseArguments(*command, arguments.subspan(1));
    if (!input) {
        err << "skanse-cli " << name << ": " << input.error() << "\nUsage: " << usageLine(*command)
            << "\n“skanse-cli " << name << " --help” shows the options.\n";
        return WrongUse;
    }
    if (input->has("help")) {
        out << commandHelp(*command);
        return Success;
    }
    const int code = command->run(*input, {in, out, err});
    out.flush();
    if (!out) { // a full disk or a closed pipe behind standard output
        err << "skanse-cli: standard output cannot be written\n";
        return FileTrouble;
    }
    return code;
}

} // namespace skanse::cli
