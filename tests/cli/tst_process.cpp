// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/support/examples.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace skanse;

/// The program as people start it.
class TestProcess : public QObject
{
    Q_OBJECT

private slots:
    void sameBytesEverywhere();
    void fullStandardOutput();
    void closedPipe();
    void folderThatCannotBeWritten();
    void unreadableProfile();
    void hugeStandardInput();
};

namespace {

struct Ended {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Ended start(const QStringList &arguments, const QProcessEnvironment &environment = {},
            const QString &folder = {}, const QByteArray &input = {})
{
    QProcess process;
    if (!environment.isEmpty())
        process.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(QStringLiteral(SKANSE_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(20'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QString shop()
{
    return test::sourceFolder() + QStringLiteral("/resources/examples/web-shop.skanse.yaml");
}

QMap<QString, QByteArray> filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QProcess list;
    list.start(QStringLiteral("find"), {folder, QStringLiteral("-type"), QStringLiteral("f")});
    list.waitForFinished();
    for (const QByteArray &line : list.readAllStandardOutput().split('\n')) {
        const QString path = QString::fromUtf8(line);
        if (!path.isEmpty())
            files.insert(QDir(folder).relativeFilePath(path),
                         QByteArray::fromStdString(test::readAll(path)));
    }
    return files;
}

} // namespace

void TestProcess::sameBytesEverywhere()
{
    QTemporaryDir dir;
    QProcessEnvironment plain;
    plain.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    plain.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    QProcessEnvironment other;
    other.insert(QStringLiteral("LC_ALL"), QStringLiteral("nb_NO.UTF-8"));
    other.insert(QStringLiteral("LANG"), QStringLiteral("tr_TR.UTF-8"));
    other.insert(QStringLiteral("TZ"), QStringLiteral("Pacific/Kiritimati"));
    other.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));
    const QString first = dir.filePath(QStringLiteral("first"));
    const QString second = dir.filePath(QStringLiteral("second"));
    const Ended one =
        start({QStringLiteral("generate"), shop(), QStringLiteral("-o"), first}, plain);
    QVERIFY2(one.code == 0, one.err.constData());
    const Ended two = start({QStringLiteral("generate"), shop(), QStringLiteral("-o"), second},
                            other, QStringLiteral("/"));
    QVERIFY2(two.code == 0, two.err.constData());
    QVERIFY(filesBelow(first).size() > 15);
    QCOMPARE(filesBelow(first), filesBelow(second));
}

void TestProcess::fullStandardOutput()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("there is no /dev/full here");
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(SKANSE_CLI), {QStringLiteral("schema")});
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(process.readAllStandardError().contains("cannot be written"));
}

void TestProcess::closedPipe()
{
    QProcess process;
    process.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"), QStringLiteral("\"$0\" schema | true; exit 0"),
                   QStringLiteral(SKANSE_CLI)});
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 0);
}

void TestProcess::folderThatCannotBeWritten()
{
    // Also for root: nobody can make a folder in /proc.
    const Ended ended = start({QStringLiteral("generate"), shop(), QStringLiteral("-o"),
                               QStringLiteral("/proc/skanse-bundle")});
    QCOMPARE(ended.code, 3);
    QVERIFY(ended.err.contains("/proc"));
}

void TestProcess::unreadableProfile()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("secret.skanse.yaml"));
    QVERIFY(QFile::copy(shop(), path));
    QVERIFY(QFile::setPermissions(path, {}));
    if (geteuid() == 0) {
        // Root reads everything; the message is tried on what even root cannot read.
        const Ended ended = start({QStringLiteral("check"), QStringLiteral("/proc/self/mem")});
        QCOMPARE(ended.code, 3);
        QVERIFY(!ended.err.isEmpty());
        return;
    }
    const Ended ended = start({QStringLiteral("check"), path});
    QCOMPARE(ended.code, 3);
    QVERIFY(ended.err.contains("secret.skanse.yaml: "));
}

void TestProcess::hugeStandardInput()
{
    const Ended ended =
        start({QStringLiteral("check"), QStringLiteral("-")}, {}, {}, QByteArray(8'000'000, 'a'));
    QCOMPARE(ended.code, 1);
    QVERIFY(ended.err.contains("bytes"));
}

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
