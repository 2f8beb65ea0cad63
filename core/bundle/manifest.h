// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"

#include <expected>
#include <map>
#include <string>
#include <string_view>

namespace skanse::bundle {

/// Path → SHA-256 (64 hexadecimal digits, lower case) of what Skanse wrote there last.
using Manifest = std::map<std::string, std::string, std::less<>>;

/// A larger file is no manifest.
inline constexpr std::size_t kMaximumManifestBytes = 4U << 20U;

/// The same bytes for the same manifest: sorted, one line per file.
std::string toJson(const Manifest &manifest);

/// Strict: a path that the writer would not write makes the whole manifest unusable, since files are
/// removed by it. The error is the rest of a sentence, “it …”.
std::expected<Manifest, Prose> parseManifest(std::string_view json);

std::string sha256Of(std::string_view text);

} // namespace skanse::bundle
