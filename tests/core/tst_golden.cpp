// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"
#include "tests/support/examples.h"

#include <QDirIterator>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace skanse;

/// Every example makes exactly the bundle that was reviewed. tests/golden/update.sh renews them.
class TestGolden : public QObject
{
    Q_OBJECT

private slots:
    void bundle_data();
    void bundle();
    void noGoldenWithoutProfile();
};

void TestGolden::bundle_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("golden");
    QTest::addColumn<QString>("name");
    for (const auto &one : test::goldenCases())
        QTest::newRow(qPrintable(one.name)) << one.profile << one.golden << one.name;
}

void TestGolden::bundle()
{
    QFETCH(QString, profile);
    QFETCH(QString, golden);
    QFETCH(QString, name);
    const Outcome outcome = makeBundle(test::readAll(profile));
    for (const auto &diagnostic : outcome.diagnostics)
        QVERIFY2(diagnostic.severity != Severity::Error, diagnostic.message.en.c_str());

    const QString actual = test::buildFolder() + QStringLiteral("/golden-actual/") + name;
    QDir(actual).removeRecursively();
    QSet<QString> expected;
    for (const Artifact &artifact : outcome.bundle.artifacts) {
        const QString path = QString::fromStdString(artifact.path);
        expected.insert(path);
        QVERIFY(QDir().mkpath(QFileInfo(actual + QLatin1Char('/') + path).path()));
        QFile file(actual + QLatin1Char('/') + path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(artifact.text.data(), qint64(artifact.text.size()));
    }
    QStringList wrong;
    for (const QString &path : std::as_const(expected))
        if (test::readAll(golden + QLatin1Char('/') + path)
            != test::readAll(actual + QLatin1Char('/') + path))
            wrong << path;
    QDirIterator files(golden, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = QDir(golden).relativeFilePath(files.next());
        if (!expected.contains(path) && path != QStringLiteral("input.skanse.yaml"))
            wrong << path + QStringLiteral(" (surplus)");
    }
    if (wrong.isEmpty())
        return;
    QProcess diff;
    diff.start(QStringLiteral("diff"), {QStringLiteral("-ruN"), golden, actual});
    diff.waitForFinished();
    const QByteArray text = diff.readAllStandardOutput().left(20000);
    QFAIL(
        qPrintable(wrong.join(QStringLiteral(", ")) + QLatin1Char('\n') + QString::fromUtf8(text)));
}

void TestGolden::noGoldenWithoutProfile()
{
    QSet<QString> known;
    for (const auto &one : test::goldenCases())
        known.insert(one.name);
    QVERIFY(known.size() >= 8);
    const QDir goldens(test::sourceFolder() + QStringLiteral("/tests/golden"));
    for (const QString &name : goldens.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY2(known.contains(name), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
