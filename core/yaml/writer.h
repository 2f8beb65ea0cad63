// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/artifact.h"
#include "core/text/commenter.h"
#include "core/yaml/node.h"

#include <expected>
#include <span>

namespace skanse::yaml {

/// The tree names a key twice.
struct DuplicateKey {
    std::string key;
};

/// Whether a scalar may stand without quotes: every YAML 1.1, 1.2, Go and Python reader must take it
/// for the same string. Everything else is double-quoted. Decision record 2.
bool isPlainSafe(std::string_view text);

/// A double-quoted scalar (YAML 1.2, 7.3.1), on one line. Control and hidden characters are escaped,
/// also those that YAML 1.1 takes for line breaks (U+0085, U+2028, U+2029); bytes that are not UTF-8
/// become U+FFFD.
std::string quoted(std::string_view text);

/// Writes documents, each after a `---`, block style, two spaces, final newline. `header` lines come
/// first, as comments; they hold program text only. Ids and sentences of a map in a list and of its
/// first entry share the line with the dash; those of a flow() node's children stand at its line.
using Written = std::expected<Text, DuplicateKey>;
Written write(std::span<const Node> documents, std::span<const std::string> header,
              Commenter commenter);

} // namespace skanse::yaml
