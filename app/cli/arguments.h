// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "app/cli/command.h"

#include <expected>

namespace skanse::cli {

/// Reads the words after the command's name: --name VALUE, --name=VALUE, -nVALUE, -n VALUE, `--` ends the
/// options, a single `-` is an argument. Refused in words: unknown options, missing or surplus values,
/// repeated options that do not repeat, too few or too many arguments.
std::expected<Input, std::string> parseArguments(const Command &command,
                                                 std::span<const std::string> words);

} // namespace skanse::cli
