// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"

#include <expected>
#include <string_view>

/// The grammars of textual answers, one function per kind. Texts have passed the character check.
namespace skanse::grammar {

/// Accepts or refuses `text` as an answer of this kind; free text is always fine.
std::expected<void, Refusal> check(Kind kind, std::string_view text);

/// The same as a pattern for the JSON Schema (ECMA 262); empty when there is none.
std::string_view pattern(Kind kind);

} // namespace skanse::grammar
