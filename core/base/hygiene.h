// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace skanse {

/// One character that may not be part of an answer.
struct BadCharacter {
    std::size_t offset = 0; ///< byte offset
    std::string name;       ///< "U+202E (bidirectional control)", "invalid UTF-8 byte 0xFF"
};

enum class LineBreaks : std::uint8_t { Refused, Allowed };

/// The first character that hides or reorders text or ends a line: C0 and C1 controls, DEL, U+2028,
/// U+2029, byte order mark, bidirectional and zero-width controls, surrogates, non-characters,
/// invalid UTF-8. With LineBreaks::Allowed, tab, line feed and a carriage return before a line feed pass
/// (for whole files).
std::optional<BadCharacter> findBadCharacter(std::string_view text, LineBreaks lineBreaks);

/// 1-based line and column (in code points) of a byte offset.
Place placeOf(std::string_view text, std::size_t offset);

} // namespace skanse
