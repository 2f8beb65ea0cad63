// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "app/cli/command.h"

namespace skanse::cli {

/// What the program can do.
std::string generalHelp();
/// How one command is used.
std::string commandHelp(const Command &command);
/// "skanse-cli generate [options] PROFILE"
std::string usageLine(const Command &command);
/// "-o, --output DIR"
std::string optionForms(const Option &option);
/// skanse-cli(1), in man(7) format.
std::string manPage();
/// A completion script; empty for an unknown shell.
std::string completionScript(std::string_view shell);

struct ExitCodeHelp {
    ExitCode code;
    std::string_view help;
};
std::span<const ExitCodeHelp> exitCodes();

} // namespace skanse::cli
