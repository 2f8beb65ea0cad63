// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/preview/line_edits.h"

namespace skanse::ui {

/// One side of a comparison: its lines with fillers between, so that equal lines stand level.
struct AlignedText {
    std::string text;
    std::vector<int> numbers; ///< of the lines; 0 for fillers
    std::vector<LineRange> fillers;
    std::vector<LineRange> different; ///< without the fillers
};

/// Two texts side by side; line numbers are those of the aligned texts.
struct AlignedTexts {
    AlignedText left;
    AlignedText right;
    std::vector<LineRange> differences;
    int added = 0;
    int removed = 0;
};

AlignedTexts alignTexts(std::string_view left, std::string_view leftStamp, std::string_view right,
                        std::string_view rightStamp);

} // namespace skanse::ui
