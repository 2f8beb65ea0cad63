// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/preview/line_edits.h"

class QTextDocument;

namespace skanse::ui {

/// Replaces only the lines that differ, so that everything else keeps its layout and its colours.
/// `after` are the lines of the new text.
void patchDocument(QTextDocument &document, std::span<const Hunk> hunks,
                   std::span<const std::string_view> after);

} // namespace skanse::ui
