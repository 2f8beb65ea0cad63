// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/yaml/reader.h"

#include <optional>

namespace skanse::yaml {

/// Reads what profiles are mostly made of: maps and lists by indentation or on one line, words, and
/// quoted text without escapes. Nothing when the text holds anything else or anything doubtful; then
/// yaml-cpp reads it, which takes forty times as long, and says what is wrong. What both read is the
/// same, and a test holds them to it. Decision record 7. The text must be free of bad characters.
std::optional<Value> readPlain(std::string_view text, const Limits &limits);

} // namespace skanse::yaml
