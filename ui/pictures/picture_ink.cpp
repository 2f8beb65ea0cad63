// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/picture_ink.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QPalette>

namespace skanse::ui {

PictureInk PictureInk::ofWindow()
{
    const QPalette palette = QApplication::palette();
    return {.background = palette.color(QPalette::Base),
            .text = palette.color(QPalette::Text),
            .muted = colour(Tone::Muted),
            .box = colour(Tone::Raised),
            .line = palette.color(QPalette::Active, QPalette::Mid),
            .accent = colour(Tone::Accent),
            .marked = colour(Tone::Marked),
            .good = colour(Tone::Good),
            .caution = colour(Tone::Caution),
            .bad = colour(Tone::Bad)};
}

PictureInk PictureInk::ofPaper()
{
    return {.background = QColor(0xff, 0xff, 0xff),
            .text = QColor(0x1b, 0x24, 0x30),
            .muted = QColor(0x59, 0x65, 0x74),
            .box = QColor(0xff, 0xff, 0xff),
            .line = QColor(0x8b, 0x95, 0xa0),
            .accent = QColor(0x0b, 0x5f, 0x7e),
            .marked = QColor(0xd9, 0xee, 0xf6),
            .good = QColor(0x1b, 0x6e, 0x3c),
            .caution = QColor(0x8a, 0x55, 0x00),
            .bad = QColor(0xb3, 0x26, 0x1e)};
}

} // namespace skanse::ui
