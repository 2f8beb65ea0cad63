// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace skanse::ui {

namespace {

Language &current()
{
    static Language language = Language::English;
    return language;
}

/// Installs `name` from `folder`, or takes out what was there.
void replace(QTranslator &translator, const QString &name, const QString &folder)
{
    QCoreApplication::removeTranslator(&translator);
    if (!name.isEmpty() && translator.load(name, folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace

Language language()
{
    return current();
}

void setLanguage(Language language)
{
    static QTranslator qt;
    static QTranslator skanse;
    current() = language;
    const bool bokmal = language == Language::Bokmal;
    const QLocale locale(bokmal ? QLocale(QLocale::NorwegianBokmal, QLocale::Norway)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QLocale::setDefault(locale);
    replace(qt, bokmal ? QStringLiteral("qtbase_nb") : QString(), QStringLiteral(":/skanse/i18n"));
    replace(skanse, bokmal ? QStringLiteral("skanse_nb") : QStringLiteral("skanse_en"),
            QStringLiteral(":/skanse/i18n"));
}

Language desktopLanguage()
{
    const QLocale::Language system = QLocale::system().language();
    return system == QLocale::NorwegianBokmal || system == QLocale::NorwegianNynorsk
             ? Language::Bokmal
             : Language::English;
}

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string toUtf8(const QString &text)
{
    return text.toStdString();
}

QString say(const StaticProse &prose)
{
    return toQString(prose.in(language()));
}

QString say(const Prose &prose)
{
    return toQString(prose.in(language()));
}

} // namespace skanse::ui
