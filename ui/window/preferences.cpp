// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/window/preferences.h"

#include "ui/text/language.h"

#include <QFileInfo>
#include <QSettings>

namespace skanse::ui::preferences {

namespace {

constexpr qsizetype kMostRecent = 10;

const QString kLanguage = QStringLiteral("language");
const QString kAppearance = QStringLiteral("appearance");
const QString kRecent = QStringLiteral("recentFiles");

} // namespace

Language language()
{
    const QString word = QSettings().value(kLanguage).toString();
    if (word.isEmpty())
        return desktopLanguage();
    return word == QStringLiteral("nb") ? Language::Bokmal : Language::English;
}

void setLanguage(Language language)
{
    QSettings().setValue(kLanguage, language == Language::Bokmal ? QStringLiteral("nb")
                                                                 : QStringLiteral("en"));
}

Appearance appearance()
{
    const QString word = QSettings().value(kAppearance).toString();
    if (word == QStringLiteral("light"))
        return Appearance::Light;
    return word == QStringLiteral("dark") ? Appearance::Dark : Appearance::Desktop;
}

void setAppearance(Appearance appearance)
{
    if (appearance == Appearance::Desktop)
        QSettings().remove(kAppearance);
    else
        QSettings().setValue(kAppearance, appearance == Appearance::Dark ? QStringLiteral("dark")
                                                                         : QStringLiteral("light"));
}

QStringList recentFiles()
{
    QStringList there;
    for (const QString &path : QSettings().value(kRecent).toStringList())
        if (QFileInfo::exists(path))
            there.append(path);
    return there;
}

void addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    files.removeAll(absolute);
    files.prepend(absolute);
    QSettings().setValue(kRecent, QStringList(files.mid(0, kMostRecent)));
}

QByteArray layout(const QString &name)
{
    return QSettings().value(QStringLiteral("layout/") + name).toByteArray();
}

void setLayout(const QString &name, const QByteArray &state)
{
    QSettings().setValue(QStringLiteral("layout/") + name, state);
}

} // namespace skanse::ui::preferences
