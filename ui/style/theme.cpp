// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/style/theme.h"

#include "ui/style/plain_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QStyleHints>

namespace skanse::ui {

namespace {

Appearance g_appearance = Appearance::Desktop;

struct Shades {
    QColor light;
    QColor dark;
};

QColor pick(const Shades &shades)
{
    return isDark() ? shades.dark : shades.light;
}

QPalette paletteFor(bool dark)
{
    const auto c = [dark](const char *light, const char *night) {
        return QColor(QLatin1StringView(dark ? night : light));
    };
    QPalette palette;
    const QColor text = c("#1b2430", "#e4e9ef");
    const QColor muted = c("#596574", "#a3afbc");
    palette.setColor(QPalette::Window, c("#f6f7f9", "#191d23"));
    palette.setColor(QPalette::Base, c("#ffffff", "#11151a"));
    palette.setColor(QPalette::AlternateBase, c("#eef1f4", "#1f252c"));
    palette.setColor(QPalette::Button, c("#eceff3", "#272e37"));
    palette.setColor(QPalette::ToolTipBase, c("#1b2430", "#e4e9ef"));
    palette.setColor(QPalette::ToolTipText, c("#ffffff", "#11151a"));
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Highlight, c("#0f6a8b", "#1f7fa3"));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, c("#0b5f7e", "#6cc3e6"));
    palette.setColor(QPalette::LinkVisited, c("#0b5f7e", "#6cc3e6"));
    palette.setColor(QPalette::Accent, c("#0f6a8b", "#3ea2c8"));
    palette.setColor(QPalette::Light, c("#ffffff", "#313a45"));
    palette.setColor(QPalette::Midlight, c("#e3e7ec", "#2b333d"));
    palette.setColor(QPalette::Mid, c("#c2c9d1", "#3d4753"));
    palette.setColor(QPalette::Dark, c("#97a1ac", "#0d1014"));
    palette.setColor(QPalette::Shadow, c("#5c6670", "#000000"));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText})
        palette.setColor(role, text);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c("#8b95a0", "#6d7884"));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c("#b8c1ca", "#3a434d"));
    return palette;
}

void applyPalette()
{
    QApplication::setPalette(paletteFor(isDark()));
}

} // namespace

void setAppearance(Appearance appearance)
{
    static const bool kFollows = [] {
        QApplication::setStyle(new PlainStyle);
        QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp,
                         [] { applyPalette(); });
        return true;
    }();
    Q_UNUSED(kFollows)
    g_appearance = appearance;
    applyPalette();
}

Appearance appearance()
{
    return g_appearance;
}

bool isDark()
{
    return g_appearance == Appearance::Dark
        || (g_appearance == Appearance::Desktop
            && QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark);
}

QColor colour(Tone tone)
{
    switch (tone) {
    case Tone::Accent:
        return pick({QColor(0x0b, 0x5f, 0x7e), QColor(0x6c, 0xc3, 0xe6)});
    case Tone::Good:
        return pick({QColor(0x1b, 0x6e, 0x3c), QColor(0x6f, 0xcf, 0x8f)});
    case Tone::Caution:
        return pick({QColor(0x8a, 0x55, 0x00), QColor(0xf0, 0xb9, 0x5a)});
    case Tone::Bad:
        return pick({QColor(0xb3, 0x26, 0x1e), QColor(0xff, 0x8f, 0x85)});
    case Tone::Open:
        return pick({QColor(0x5b, 0x3f, 0xa8), QColor(0xbd, 0xa8, 0xff)});
    case Tone::Muted:
        return pick({QColor(0x59, 0x65, 0x74), QColor(0xa3, 0xaf, 0xbc)});
    case Tone::Line:
        return pick({QColor(0xd5, 0xda, 0xe0), QColor(0x33, 0x3c, 0x47)});
    case Tone::Raised:
        return pick({QColor(0xff, 0xff, 0xff), QColor(0x20, 0x26, 0x2e)});
    case Tone::Changed:
        return pick({QColor(0xff, 0xee, 0xb8), QColor(0x55, 0x46, 0x14)});
    case Tone::Marked:
        return pick({QColor(0xd9, 0xee, 0xf6), QColor(0x17, 0x3b, 0x4a)});
    }
    return {};
}

QFont codeFont()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

bool reducedMotion()
{
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

} // namespace skanse::ui
