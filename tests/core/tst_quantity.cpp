// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/quantity.h"

#include <QTest>

using namespace skanse;

namespace {

constexpr qint64 kKi = 1024;
constexpr qint64 kMi = 1024 * kKi;
constexpr qint64 kGi = 1024 * kMi;
constexpr qint64 kTi = 1024 * kGi;

template <class Result> void refused(const Result &result, const QString &text)
{
    QVERIFY2(!result, qPrintable("accepted: " + text));
    const std::string quoted = "“" + text.toStdString() + "”";
    QVERIFY(result.error().message.en.find(quoted) != std::string::npos);
    QVERIFY(result.error().message.nb.find("«" + text.toStdString() + "»") != std::string::npos);
    QVERIFY(!result.error().advice.empty());
}

} // namespace

class TestQuantity : public QObject
{
    Q_OBJECT

private slots:
    void parsesBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("value");
        const auto row = [](const char *text, qint64 value) {
            QTest::newRow(text) << QString(text) << value;
        };
        row("0", 0);
        row("4096", 4096);
        row("0644", 644); // never octal
        row("512Mi", 512 * kMi);
        row("512MiB", 512 * kMi);
        row("512m", 512 * kMi);
        row("512mb", 512 * kMi);
        row("64k", 64 * kKi);
        row("64Ki", 64 * kKi);
        row("1g", kGi);
        row("1.5Gi", 3 * kGi / 2);
        row("0.125Ki", 128);
        row("0.0009765625Ki", 1);
        row("1.50Gi", 3 * kGi / 2);
        row("0.1K", 100);
        row("200M", 200'000'000);
        row("1G", 1'000'000'000);
        row("1KB", 1000);
        row("2T", 2'000'000'000'000);
        row("2Ti", 2 * kTi);
        row("10b", 10);
        row("10B", 10);
        row("1024Ti", 1024 * kTi);
        row("1.0", 1);
    }

    void parsesBytes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, value);
        const auto bytes = parseBytes(text.toStdString());
        QVERIFY(bytes);
        QCOMPARE(qint64(bytes->value), value);
    }

    void refusesBytes_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 " ",
                                 "Mi",
                                 "-1",
                                 "+1",
                                 "1 Mi",
                                 " 1Mi",
                                 "1Mi ",
                                 "1mi",
                                 "1MI",
                                 "1e3",
                                 "0x10",
                                 "1,5Gi",
                                 ".5Gi",
                                 "1.Gi",
                                 "1..5Gi",
                                 "1.5.5Gi",
                                 "1.5",
                                 "0.1Ki",
                                 "0.0001K",
                                 "1025Ti",
                                 "1Pi",
                                 "9223372036854775807",
                                 "9223372036854775808",
                                 "99999999999999999999999999",
                                 "9007199254740993Ki",
                                 "8388608Ti",
                                 "NO",
                                 "nan",
                                 "inf",
                                 "512Mi\n",
                                 "١Mi",
                                 "0.00000000000000000000000000000000001Gi"})
            QTest::newRow(text) << QString(text);
    }

    void refusesBytes()
    {
        QFETCH(QString, text);
        refused(parseBytes(text.toStdString()), text);
    }

    void parsesCpu_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milli");
        const auto row = [](const char *text, qint64 milli) {
            QTest::newRow(text) << QString(text) << milli;
        };
        row("1", 1000);
        row("0.5", 500);
        row("0.001", 1);
        row("0.2500", 250);
        row("250m", 250);
        row("1m", 1);
        row("1500m", 1500);
        row("1024", 1'024'000);
    }

    void parsesCpu()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milli);
        const auto cpu = parseCpu(text.toStdString());
        QVERIFY(cpu);
        QCOMPARE(qint64(cpu->milli), milli);
    }

    void refusesCpu_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "0", "0m", "0.0", "0.0005", "0.5m", "1025", "1024001m", "-1", "1M", "1 m", "m",
              "1e3", ".5", "1.", "two", "9223372036854775807", "18446744073709551617"})
            QTest::newRow(text) << QString(text);
    }

    void refusesCpu()
    {
        QFETCH(QString, text);
        refused(parseCpu(text.toStdString()), text);
    }

    void parsesDuration_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds");
        const auto row = [](const char *text, qint64 value) {
            QTest::newRow(text) << QString(text) << value;
        };
        row("0s", 0);
        row("30s", 30'000);
        row("500ms", 500);
        row("1m30s", 90'000);
        row("2h", 7'200'000);
        row("1.5h", 5'400'000);
        row("0.5s", 500);
        row("1h0m1s", 3'601'000);
        row("168h", 604'800'000);
        row("1m1ms", 60'001);
    }

    void parsesDuration()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        const auto duration = parseDuration(text.toStdString());
        QVERIFY(duration);
        QCOMPARE(qint64(duration->milliseconds), milliseconds);
    }

    void refusesDuration_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "30", "s", "30 s", "-30s", "30S", "1d", "0.0001s", "0.5ms",
                                 "168h1s", "169h", "1h30", "22:22", "30ss", "9223372036854775807h",
                                 "9223372036854775807ms", "100000000000000000000s"})
            QTest::newRow(text) << QString(text);
    }

    void refusesDuration()
    {
        QFETCH(QString, text);
        refused(parseDuration(text.toStdString()), text);
    }

    void writesBytes()
    {
        QCOMPARE(toString(Bytes{0}), std::string("0"));
        QCOMPARE(toString(Bytes{4097}), std::string("4097"));
        QCOMPARE(toString(Bytes{512 * kMi}), std::string("512Mi"));
        QCOMPARE(toString(Bytes{3 * kGi / 2}), std::string("1536Mi"));
        QCOMPARE(toString(Bytes{kTi}), std::string("1Ti"));
        QCOMPARE(toString(Bytes{200'000'000}), std::string("200000000"));
        QCOMPARE(toDockerString(Bytes{0}), std::string("0b"));
        QCOMPARE(toDockerString(Bytes{4097}), std::string("4097b"));
        QCOMPARE(toDockerString(Bytes{64 * kKi}), std::string("64k"));
        QCOMPARE(toDockerString(Bytes{512 * kMi}), std::string("512m"));
        QCOMPARE(toDockerString(Bytes{2 * kTi}), std::string("2048g"));
    }

    void writesCpu()
    {
        QCOMPARE(toString(Cpu{2000}), std::string("2"));
        QCOMPARE(toString(Cpu{500}), std::string("0.5"));
        QCOMPARE(toString(Cpu{250}), std::string("0.25"));
        QCOMPARE(toString(Cpu{1}), std::string("0.001"));
        QCOMPARE(toString(Cpu{1010}), std::string("1.01"));
        QCOMPARE(toMilliString(Cpu{2000}), std::string("2"));
        QCOMPARE(toMilliString(Cpu{500}), std::string("500m"));
        QCOMPARE(toMilliString(Cpu{1500}), std::string("1500m"));
    }

    void writesDuration()
    {
        QCOMPARE(toString(Duration{0}), std::string("0s"));
        QCOMPARE(toString(Duration{500}), std::string("500ms"));
        QCOMPARE(toString(Duration{1500}), std::string("1500ms"));
        QCOMPARE(toString(Duration{90'000}), std::string("1m30s"));
        QCOMPARE(toString(Duration{3'600'000}), std::string("1h"));
        QCOMPARE(toString(Duration{3'601'000}), std::string("1h1s"));
    }

    void readsBackWhatItWrites()
    {
        for (const std::int64_t value :
             {std::int64_t{0}, std::int64_t{1}, std::int64_t{999}, std::int64_t{1000},
              std::int64_t{1024}, std::int64_t{90'000}, std::int64_t{123'456'789},
              std::int64_t{536'870'912}, std::int64_t{604'800'000}}) {
            QVERIFY(parseBytes(toString(Bytes{value})).value() == Bytes{value});
            QVERIFY(parseBytes(toDockerString(Bytes{value})).value() == Bytes{value});
            if (value <= 604'800'000)
                QVERIFY(parseDuration(toString(Duration{value})).value() == Duration{value});
            if (value > 0 && value <= 1'024'000) {
                QVERIFY(parseCpu(toString(Cpu{value})).value() == Cpu{value});
                QVERIFY(parseCpu(toMilliString(Cpu{value})).value() == Cpu{value});
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
