// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/version.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"
#include "ui/window/main_window.h"
#include "ui/window/preferences.h"

#include <QApplication>
#include <QCommandLineParser>

#include <clocale>

using namespace skanse;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    // Graphviz writes and reads numbers with points; Qt formats with its own locale.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setApplicationName(QStringLiteral("skanse"));
    QApplication::setOrganizationName(QStringLiteral("skanse"));
    QApplication::setApplicationDisplayName(QStringLiteral("Skanse"));
    QApplication::setApplicationVersion(QString::fromLatin1(kVersion));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.skanse.Skanse"));
    ui::setLanguage(ui::preferences::language());
    ui::setAppearance(ui::preferences::appearance());
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/skanse/icons/skanse.svg")));

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate(
        "main", "Asks about a workload and writes a hardened configuration for it."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("profile"),
                                 QApplication::translate("main", "Profile to open."),
                                 QStringLiteral("[profile]"));
    parser.process(app);

    ui::MainWindow window(ui::Recovery::defaultFolder());
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openFile(parser.positionalArguments().front());
    return QApplication::exec();
}
