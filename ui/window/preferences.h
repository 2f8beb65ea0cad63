// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"
#include "ui/style/theme.h"

#include <QByteArray>
#include <QStringList>

/// What the window remembers between two runs. Nothing about the content of a profile.
namespace skanse::ui::preferences {

Language language(); ///< the desktop's until somebody chose
void setLanguage(Language language);

Appearance appearance();
void setAppearance(Appearance appearance);

/// Newest first; files that are gone are left out.
QStringList recentFiles();
void addRecentFile(const QString &path);

/// State of a widget by its name: geometry, splitter sizes.
QByteArray layout(const QString &name);
void setLayout(const QString &name, const QByteArray &state);

} // namespace skanse::ui::preferences
