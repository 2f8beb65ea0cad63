// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "app/cli/command.h"

#include <expected>

namespace skanse::cli {

/// The whole of a file, or of standard input for "-". Refused in words: no such file, a directory, no
/// permission, larger than a profile can be.
std::expected<std::string, std::string> readWhole(std::string_view path, std::istream &in);

/// Writes a new file; an existing one is not touched.
std::expected<void, std::string> writeNew(std::string_view path, std::string_view text);

/// "shop.skanse.yaml", or "<standard input>".
std::string displayName(std::string_view path);

} // namespace skanse::cli
