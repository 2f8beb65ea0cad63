// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/yaml/reader.h"

#include <optional>
#include <string>
#include <string_view>

/// A value tree as bytes: what the build makes of the catalogue's YAML, so that starting the program
/// parses none. Decision record 3.
namespace skanse::yaml {

/// Appends the tree. Places are left out; they were checked while packing.
void pack(const Value &value, std::string &out);

/// The inverse; takes the tree off the front of `bytes`. Nothing when the bytes are damaged.
std::optional<Value> unpack(std::string_view &bytes);

} // namespace skanse::yaml
