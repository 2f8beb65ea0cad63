// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

/// Colours, type and icons of the window: one accent, one typeface, a grid of four pixels.
namespace skanse::ui {

enum class Appearance : std::uint8_t { Desktop, Light, Dark };

/// Sets palette and style for the whole application. `Desktop` follows the desktop, also when it changes.
void setAppearance(Appearance appearance);
[[nodiscard]] Appearance appearance();
[[nodiscard]] bool isDark();

/// What a colour says. Text in these colours has a contrast of at least 4.5:1 on the window.
enum class Tone : std::uint8_t {
    Accent,  ///< links, what is selected, arrows of allowed flows
    Good,    ///< applied, done, held
    Caution, ///< warnings, waived
    Bad,     ///< errors, over-committed
    Open,    ///< somebody has to fill in a fact
    Muted,   ///< secondary text
    Line,    ///< thin lines between areas
    Raised,  ///< background of cards
    Changed, ///< background of a line that has just changed
    Marked,  ///< background of lines that belong to the question or line in focus
};
[[nodiscard]] QColor colour(Tone tone);

/// One of resources/icons, drawn in the text colour of the palette, or in a tone. Follows the palette.
[[nodiscard]] QIcon icon(const QString &name);
[[nodiscard]] QIcon icon(const QString &name, Tone tone);

/// The desktop's fixed-width font.
[[nodiscard]] QFont codeFont();

/// Multiples of the grid, in device-independent pixels.
inline constexpr int kGrid = 4;

/// True when the desktop asks for fewer animations.
[[nodiscard]] bool reducedMotion();

} // namespace skanse::ui
