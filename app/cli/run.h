// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace skanse::cli {

/// The whole command line: `arguments` without the program's name. Returns the exit code.
int run(std::span<const std::string> arguments, std::istream &in, std::ostream &out,
        std::ostream &err);

} // namespace skanse::cli
