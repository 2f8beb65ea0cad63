// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <cstdint>
#include <string_view>

namespace skanse {

/// Decodes the code point at byte `at` (RFC 3629) and returns its length in bytes; 0 for invalid UTF-8.
std::size_t decodeUtf8(std::string_view text, std::size_t at, std::uint32_t &point);

/// What is wrong with showing this code point: "control character", "bidirectional control", ...;
/// empty for one that may stand in text.
std::string_view hiddenKind(std::uint32_t point);

} // namespace skanse
