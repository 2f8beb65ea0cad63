// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"

#include <string>
#include <string_view>

namespace skanse {

/// The canonical profile: the version, then in the order of the question table every answer that is
/// asked and differs from its default. Answers that are hidden, and groups and lists without
/// content, are left out. Reading it gives the same answers, and writing those gives the same
/// bytes.
std::string writeProfile(const Answers &answers);

/// Twelve hexadecimal digits that stand for the answers: the beginning of the canonical profile's
/// SHA-256.
std::string fingerprint(const Answers &answers);
/// The same for a canonical profile that is written already.
std::string fingerprintOf(std::string_view profile);

} // namespace skanse
