// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/packed.h"

#include <QTest>

#include <random>

using namespace skanse;
using yaml::Value;

namespace {

/// Equal but for the places, which are not packed.
bool sameValue(const Value &a, const Value &b)
{
    if (a.kind != b.kind || a.quoted != b.quoted || a.text != b.text
        || a.entries.size() != b.entries.size())
        return false;
    for (std::size_t i = 0; i < a.entries.size(); ++i)
        if (a.entries[i].key != b.entries[i].key
            || !sameValue(a.entries[i].value, b.entries[i].value))
            return false;
    return true;
}

std::string packed(std::string_view text)
{
    std::string bytes;
    yaml::pack(yaml::read(text).value(), bytes);
    return bytes;
}

const std::string kText = "a: \"quoted æ\"\n"
                          "b: [1, two, [], {}, ~, {c: d}]\n"
                          "long: \""
                        + std::string(20'000, 'x')
                        + "\"\n"
                          "\"\": \"\"\n";

} // namespace

class TestYamlPacked : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatItPacks()
    {
        for (const std::string_view text :
             {std::string_view(kText), std::string_view("x"), std::string_view("\"no\""),
              std::string_view("~"), std::string_view("[]"), std::string_view("{}"),
              std::string_view("- - - - - - - - deep\n")}) {
            const Value value = yaml::read(text).value();
            const std::string bytes = packed(text);
            std::string_view rest = bytes;
            const auto read = yaml::unpack(rest);
            QVERIFY(read);
            QVERIFY(rest.empty());
            QVERIFY(sameValue(*read, value));
        }
    }

    void takesOneTreeOffTheFront()
    {
        const std::string bytes = packed("a: 1") + packed("[b]") + "tail";
        std::string_view rest = bytes;
        QCOMPARE(yaml::unpack(rest)->find("a")->text, std::string("1"));
        QCOMPARE(yaml::unpack(rest)->entries.at(0).value.text, std::string("b"));
        QCOMPARE(rest, std::string_view("tail"));
    }

    void everyPrefixIsDamaged()
    {
        const std::string bytes = packed("a: \"b\"\nc: [d, {e: f}]\n");
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            std::string_view rest = std::string_view(bytes).substr(0, size);
            QVERIFY(!yaml::unpack(rest));
        }
    }

    void damagedBytesAreNoDanger()
    {
        std::mt19937 engine(1); // NOLINT: the same on each run
        const std::string bytes = packed("a: \"b\"\nc: [d, {e: f}, \"g\"]\nh: {i: j}\n");
        for (int round = 0; round < 20'000; ++round) {
            std::string damaged = bytes;
            for (int i = 0; i < 3; ++i)
                damaged[engine() % damaged.size()] = static_cast<char>(engine() & 0xFFU);
            std::string_view rest = damaged;
            if (yaml::unpack(rest))
                QVERIFY(rest.size() < damaged.size());
        }
    }

    void refusesClaims()
    {
        // A text, a list and a map that say they are far larger than the bytes; a size without end.
        for (const QByteArray &bytes :
             {QByteArray("\x01\xFF\xFF\xFF\xFF\x0F"), QByteArray("\x03\xFF\xFF\xFF\xFF\x0F"),
              QByteArray("\x02\xFF\xFF\xFF\xFF\x0F"),
              QByteArray("\x01\xFF\xFF\xFF\xFF\xFF\xFF\x0F"), QByteArray("\xF0"),
              QByteArray("\x08")}) {
            std::string_view rest(bytes.data(), std::size_t(bytes.size()));
            QVERIFY(!yaml::unpack(rest));
        }
    }

    void depthIsBounded()
    {
        std::string bytes;
        for (int i = 0; i < 10'000; ++i)
            bytes += "\x03\x01";
        bytes += '\0';
        std::string_view rest = bytes;
        QVERIFY(!yaml::unpack(rest));
    }
};

QTEST_GUILESS_MAIN(TestYamlPacked)
#include "tst_yaml_packed.moc"
