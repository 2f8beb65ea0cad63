// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/support/examples.h"

#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// Holds the layers by their include lines: who may look at whom.
class TestLayering : public QObject
{
    Q_OBJECT

private slots:
    void coreLayers();
    void renderTargetsStandApart();
    void coreUsesNoForeignLibrary();
    void commandLineUsesNoWindow();
    void windowDecidesNothing();
    void yamlCppStaysInItsFolder();
};

namespace {

struct Include {
    QString file; ///< relative to the source folder
    QString name;
};

QList<Include> includesBelow(const QString &folder)
{
    static const QRegularExpression kInclude(
        QStringLiteral("^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]"),
        QRegularExpression::MultilineOption);
    QList<Include> includes;
    const QDir top(skanse::test::sourceFolder());
    QDirIterator files(top.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        auto matches = kInclude.globalMatch(QString::fromStdString(skanse::test::readAll(path)));
        while (matches.hasNext())
            includes.append({top.relativeFilePath(path), matches.next().captured(1)});
    }
    return includes;
}

const QMap<QString, QSet<QString>> &mayUse()
{
    static const QMap<QString, QSet<QString>> kMayUse = [] {
        const auto set = [](std::initializer_list<const char *> names) {
            QSet<QString> all;
            for (const char *name : names)
                all.insert(QString::fromLatin1(name));
            return all;
        };
        return QMap<QString, QSet<QString>>{
            {QStringLiteral("base"), set({})},
            {QStringLiteral("text"), set({"base"})},
            {QStringLiteral("yaml"), set({"base", "text"})},
            {QStringLiteral("model"), set({"base"})},
            {QStringLiteral("schema"), set({"base", "model"})},
            {QStringLiteral("catalogue"), set({"base", "model", "yaml", "text"})},
            {QStringLiteral("evidence"), set({"base"})},
            {QStringLiteral("policy"), set({"base", "model", "catalogue", "evidence"})},
            {QStringLiteral("render"),
             set({"base", "model", "catalogue", "evidence", "policy", "text", "yaml"})},
            {QStringLiteral("profile"), set({"base", "model", "schema", "yaml", "text"})},
            {QStringLiteral("bundle"), set({"base", "text", "yaml"})},
            {QStringLiteral("engine"),
             set({"base", "model", "policy", "profile", "render", "catalogue", "evidence"})},
            {QStringLiteral("report"), set({"base", "model", "schema", "catalogue", "policy",
                                            "profile", "render", "text", "yaml"})},
        };
    }();
    return kMayUse;
}

} // namespace

void TestLayering::coreLayers()
{
    const auto includes = includesBelow(QStringLiteral("core"));
    QVERIFY(includes.size() > 100);
    for (const Include &include : includes) {
        if (include.file.startsWith(QStringLiteral("core/catalogue/tool/")))
            continue;
        const QString layer = include.file.section(QLatin1Char('/'), 1, 1);
        QVERIFY2(mayUse().contains(layer),
                 qPrintable(include.file + QStringLiteral(": unknown layer")));
        if (!include.name.startsWith(QStringLiteral("core/"))
            || include.name == QStringLiteral("core/version.h"))
            continue;
        const QString used = include.name.section(QLatin1Char('/'), 1, 1);
        QVERIFY2(used == layer || mayUse()[layer].contains(used),
                 qPrintable(include.file + QStringLiteral(" includes ") + include.name));
    }
}

/// The window shows plans and edits answers; it reads no YAML itself and makes no decision.
void TestLayering::windowDecidesNothing()
{
    // Of the policy, the values it hands out and the answers to begin with.
    const QSet<QString> allowedPolicy{QStringLiteral("core/policy/plan.h"),
                                      QStringLiteral("core/policy/starter.h")};
    const auto includes = includesBelow(QStringLiteral("ui"));
    QVERIFY(includes.size() > 100);
    for (const Include &include : includes) {
        const QString what = include.file + QStringLiteral(" includes ") + include.name;
        QVERIFY2(!include.name.startsWith(QStringLiteral("app/"))
                     && !include.name.startsWith(QStringLiteral("yaml-cpp")),
                 qPrintable(what));
        QVERIFY2(!include.name.startsWith(QStringLiteral("core/policy/"))
                     || allowedPolicy.contains(include.name),
                 qPrintable(what));
    }
}

/// What targets share stands above their folders; only the list of secret files is read by others.
void TestLayering::renderTargetsStandApart()
{
    for (const Include &include : includesBelow(QStringLiteral("core/render"))) {
        if (!include.name.startsWith(QStringLiteral("core/render/"))
            || include.name.count(QLatin1Char('/')) < 3)
            continue;
        const QString target = include.file.section(QLatin1Char('/'), 2, 2);
        const QString used = include.name.section(QLatin1Char('/'), 2, 2);
        QVERIFY2(used == target || include.name == QStringLiteral("core/render/secrets/files.h"),
                 qPrintable(include.file + QStringLiteral(" includes ") + include.name));
    }
}

void TestLayering::coreUsesNoForeignLibrary()
{
    const QSet<QString> allowedQt{QStringLiteral("QString"),
                                  QStringLiteral("QJsonArray"),
                                  QStringLiteral("QJsonDocument"),
                                  QStringLiteral("QJsonObject"),
                                  QStringLiteral("QFile"),
                                  QStringLiteral("QDirIterator"),
                                  QStringLiteral("QCryptographicHash")};
    for (const Include &include : includesBelow(QStringLiteral("core"))) {
        QVERIFY2(!include.name.startsWith(QStringLiteral("ui/"))
                     && !include.name.startsWith(QStringLiteral("app/")),
                 qPrintable(include.file + QStringLiteral(" includes ") + include.name));
        if (include.name.startsWith(QLatin1Char('Q')))
            QVERIFY2(allowedQt.contains(include.name),
                     qPrintable(include.file + QStringLiteral(" includes ") + include.name));
        for (const char *clock : {"chrono", "ctime", "time.h", "clocale", "locale", "QLocale"})
            QVERIFY2(include.name != QLatin1String(clock),
                     qPrintable(include.file + QStringLiteral(" includes ") + include.name));
    }
}

void TestLayering::commandLineUsesNoWindow()
{
    for (const Include &include : includesBelow(QStringLiteral("app/cli")))
        QVERIFY2(!include.name.startsWith(QStringLiteral("ui/"))
                     && !include.name.startsWith(QLatin1Char('Q')),
                 qPrintable(include.file + QStringLiteral(" includes ") + include.name));
}

void TestLayering::yamlCppStaysInItsFolder()
{
    for (const char *folder : {"core", "app"})
        for (const Include &include : includesBelow(QString::fromLatin1(folder)))
            if (include.name.startsWith(QStringLiteral("yaml-cpp/")))
                QVERIFY2(include.file.startsWith(QStringLiteral("core/yaml/")),
                         qPrintable(include.file));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
