// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QColor>

namespace skanse::ui {

/// The colours a picture is drawn in: those of the window, or those of paper.
struct PictureInk {
    QColor background;
    QColor text;
    QColor muted;
    QColor box;    ///< inside of a box
    QColor line;   ///< around a box
    QColor accent; ///< arrows, what is selected
    QColor marked; ///< inside of what is selected
    QColor good;
    QColor caution;
    QColor bad;

    static PictureInk ofWindow();
    /// For files: they are looked at elsewhere, and printed.
    static PictureInk ofPaper();
};

} // namespace skanse::ui
