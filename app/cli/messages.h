// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "app/cli/command.h"
#include "core/engine/engine.h"
#include "core/yaml/node.h"

#include <memory>
#include <optional>

namespace skanse::cli {

/// "shop.skanse.yaml:4:9: error: message" and what to do, on standard error.
void printDiagnostics(const Diagnostics &diagnostics, std::string_view file, const Input &input,
                      const Streams &streams);
/// "skanse-cli: shop.skanse.yaml: No such file or directory"
void printTrouble(std::string_view file, std::string_view why, const Streams &streams);

yaml::Node toNode(const Diagnostics &diagnostics, Language language);

/// Reads the profile named by an argument. On failure, the message is printed and nothing returned.
std::optional<std::string> readProfileText(std::string_view path, const Streams &streams);

/// The evidence that --evidence names; without it that in the folder beside the profile, if there is one.
/// Null after a message when the folder that was named does not exist.
std::shared_ptr<const Evidence> readEvidenceFor(const Input &input, const Streams &streams);

/// "3 errors, 1 warning, 12 open items"
std::string summary(const Diagnostics &diagnostics);

} // namespace skanse::cli
