// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/artifact.h"
#include "core/yaml/node.h"

#include <string>

namespace skanse::yaml {

/// The tree as JSON (RFC 8259), keys in the tree's order, without a final newline. `pretty` indents by
/// two spaces and keeps flow() children on one line. The tree must hold no key twice (duplicateKey()).
std::string toJson(const Node &node, bool pretty);

/// Indented, with a final newline, and a span for each node with an origin.
Text toJsonText(const Node &node);

} // namespace skanse::yaml
