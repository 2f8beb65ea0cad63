// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"

#include <QString>

#include <string_view>

/// The language of the window. The documents in the bundle have their own, which is an answer.
namespace skanse::ui {

Language language();
/// Loads the translations of the window and of Qt; open windows get a LanguageChange event.
void setLanguage(Language language);
/// Bokmål on a Norwegian desktop, else English.
Language desktopLanguage();

QString toQString(std::string_view utf8);
std::string toUtf8(const QString &text);

/// Texts of the core, in the language of the window.
QString say(const StaticProse &prose);
QString say(const Prose &prose);

} // namespace skanse::ui
