// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/hygiene.h"
#include "core/base/utf8.h"

#include <QTest>

using namespace skanse;

namespace {

/// In front of it a letter: alone, a byte order mark would be dropped.
std::string afterLetter(char32_t point)
{
    return QString::fromUcs4((std::u32string(U"æ") + point).c_str(), 2).toStdString();
}

} // namespace

class TestHygiene : public QObject
{
    Q_OBJECT

private slots:
    void acceptsText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("ascii") << QByteArray("Hello, world! ~");
        QTest::newRow("norwegian") << QByteArray("blåbærsyltetøy");
        QTest::newRow("no-break space") << QByteArray("10\u00A0kr");
        QTest::newRow("arabic") << QByteArray("مرحبا");
        QTest::newRow("emoji with joiner") << QByteArray("👩‍💻");
        QTest::newRow("private use") << QByteArray("\uE000");
        QTest::newRow("last code point") << QByteArray("\U0010FFFD");
    }

    void acceptsText()
    {
        QFETCH(QByteArray, text);
        const auto bad =
            findBadCharacter({text.data(), std::size_t(text.size())}, LineBreaks::Refused);
        QVERIFY2(!bad, bad ? bad->name.c_str() : "");
    }

    void refusesCodePoints_data()
    {
        QTest::addColumn<char32_t>("point");
        QTest::addColumn<QString>("name");
        QTest::newRow("nul") << U'\0' << "U+0000 (control character)";
        QTest::newRow("escape") << U'\x1B' << "U+001B (control character)";
        QTest::newRow("delete") << U'\x7F' << "U+007F (control character)";
        QTest::newRow("next line") << char32_t(0x85) << "U+0085 (control character)";
        QTest::newRow("last of C1") << char32_t(0x9F) << "U+009F (control character)";
        QTest::newRow("soft hyphen") << char32_t(0xAD) << "U+00AD (invisible character)";
        QTest::newRow("arabic letter mark") << char32_t(0x61C) << "U+061C (bidirectional control)";
        QTest::newRow("zero-width space") << char32_t(0x200B) << "U+200B (invisible character)";
        QTest::newRow("left-to-right mark") << char32_t(0x200E) << "U+200E (bidirectional control)";
        QTest::newRow("line separator")
            << char32_t(0x2028) << "U+2028 (line or paragraph separator)";
        QTest::newRow("paragraph separator")
            << char32_t(0x2029) << "U+2029 (line or paragraph separator)";
        QTest::newRow("override") << char32_t(0x202E) << "U+202E (bidirectional control)";
        QTest::newRow("invisible times") << char32_t(0x2062) << "U+2062 (invisible character)";
        QTest::newRow("isolate") << char32_t(0x2067) << "U+2067 (bidirectional control)";
        QTest::newRow("mark") << char32_t(0xFEFF) << "U+FEFF (byte order mark)";
        QTest::newRow("annotation") << char32_t(0xFFF9) << "U+FFF9 (invisible character)";
        QTest::newRow("non-character") << char32_t(0xFDD0) << "U+FDD0 (non-character)";
        QTest::newRow("tag letter") << char32_t(0xE0041) << "U+0E0041 (invisible character)";
    }

    void refusesCodePoints()
    {
        QFETCH(char32_t, point);
        QFETCH(QString, name);
        const auto bad = findBadCharacter(afterLetter(point) + "b", LineBreaks::Refused);
        QVERIFY(bad);
        QCOMPARE(bad->offset, std::size_t{2});
        QCOMPARE(QString::fromStdString(bad->name), name);
    }

    void refusesInvalidUtf8_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        QTest::newRow("lone continuation") << QByteArray("a\x80") << 1;
        QTest::newRow("cut off") << QByteArray("ab\xC3") << 2;
        QTest::newRow("cut off before a letter") << QByteArray("\xE2\x82z") << 0;
        QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << 0;
        QTest::newRow("overlong in three") << QByteArray("\xE0\x80\xAF") << 0;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
        QTest::newRow("too large") << QByteArray("\xF4\x90\x80\x80") << 0;
        QTest::newRow("never a lead") << QByteArray("\xFF\xFE") << 0;
        QTest::newRow("latin-1") << QByteArray("r\xF8"
                                               "d")
                                 << 1;
    }

    void refusesInvalidUtf8()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        for (const auto breaks : {LineBreaks::Refused, LineBreaks::Allowed}) {
            const auto bad = findBadCharacter({text.data(), std::size_t(text.size())}, breaks);
            QVERIFY(bad);
            QCOMPARE(bad->offset, std::size_t(offset));
            QVERIFY(bad->name.starts_with("invalid UTF-8 byte 0x"));
        }
    }

    void lineBreaks()
    {
        for (const std::string_view text : {"a\nb", "a\r\nb", "a\tb"}) {
            QVERIFY(findBadCharacter(text, LineBreaks::Refused));
            QVERIFY(!findBadCharacter(text, LineBreaks::Allowed));
        }
        // Some readers end a line here and others do not.
        for (const std::string_view text : {"a\rb", "a\r", "a\r\r\n"})
            QCOMPARE(findBadCharacter(text, LineBreaks::Allowed).value().offset, std::size_t{1});
        QVERIFY(findBadCharacter("a\u2028b", LineBreaks::Allowed));
        QVERIFY(findBadCharacter("a\u0085b", LineBreaks::Allowed));
        QVERIFY(findBadCharacter(std::string_view("a\0b", 3), LineBreaks::Allowed));
    }

    void countsPlacesInCodePoints()
    {
        const std::string_view text = "æøå\nb: ø x";
        QCOMPARE(placeOf(text, 0), (Place{1, 1}));
        QCOMPARE(placeOf(text, 4), (Place{1, 3}));
        QCOMPARE(placeOf(text, 7), (Place{2, 1}));
        QCOMPARE(placeOf(text, text.find('x')), (Place{2, 6}));
        QCOMPARE(placeOf(text, 1000), (Place{2, 7}));
        QCOMPARE(placeOf("", 0), (Place{1, 1}));
    }

    void decodesEveryLength()
    {
        std::uint32_t point = 0;
        QCOMPARE(decodeUtf8("a", 0, point), std::size_t{1});
        QCOMPARE(point, 0x61U);
        QCOMPARE(decodeUtf8("xå", 1, point), std::size_t{2});
        QCOMPARE(point, 0xE5U);
        QCOMPARE(decodeUtf8("€", 0, point), std::size_t{3});
        QCOMPARE(point, 0x20ACU);
        QCOMPARE(decodeUtf8("😀", 0, point), std::size_t{4});
        QCOMPARE(point, 0x1F600U);
    }
};

QTEST_GUILESS_MAIN(TestHygiene)
#include "tst_hygiene.moc"
