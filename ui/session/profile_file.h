// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/profile/reader.h"

#include <QString>

#include <expected>

namespace skanse::ui {

/// What is in a profile file. Diagnostics name line and column; a file that cannot be opened is one, too.
ReadResult readProfileFile(const QString &path);

/// Replaces the file in one step. The comment lines at the top of the file `commentsFrom` are kept; it may
/// be the same one, or empty for none.
std::expected<void, Refusal> writeProfileFile(const QString &path, const Answers &answers,
                                              const QString &commentsFrom);

/// The comment lines before the first other line.
std::string leadingComments(std::string_view text);
/// Comments further down, which writing the file anew would lose.
bool hasInnerComments(std::string_view text);

} // namespace skanse::ui
