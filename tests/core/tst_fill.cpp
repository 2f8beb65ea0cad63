// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"

#include <QTest>

#include <limits>

using namespace skanse;

class TestFill : public QObject
{
    Q_OBJECT

private slots:
    void replacesInOrder()
    {
        QCOMPARE(skanse::fill("{} and {}", "a", std::string("b")), std::string("a and b"));
        QCOMPARE(fill("{}", std::string_view("x")), std::string("x"));
        QCOMPARE(fill("none"), std::string("none"));
        QCOMPARE(fill("", "unused"), std::string());
    }

    void writesWholeNumbers()
    {
        QCOMPARE(fill("{} {} {}", 0, -7, std::size_t{42}), std::string("0 -7 42"));
        QCOMPARE(fill("{}", std::numeric_limits<std::int64_t>::min()),
                 std::string("-9223372036854775808"));
        QCOMPARE(fill("{}", std::numeric_limits<std::uint64_t>::max()),
                 std::string("18446744073709551615"));
    }

    void neverScansValues()
    {
        QCOMPARE(fill("{}, {}", "{}", "x"), std::string("{}, x"));
        QCOMPARE(fill("{}", "{{}}{0}"), std::string("{{}}{0}"));
    }

    void leavesWhatHasNoValue()
    {
        QCOMPARE(fill("{} {}", "a"), std::string("a {}"));
        QCOMPARE(fill("{ } {", "a"), std::string("{ } {"));
        QCOMPARE(fill("{{}}", "a"), std::string("{a}"));
    }

    void fillsBothLanguages()
    {
        const Prose prose = fill(StaticProse{"{} ports", "{} porter"}, 3);
        QCOMPARE(prose.en, std::string("3 ports"));
        QCOMPARE(prose.nb, std::string("3 porter"));
        QCOMPARE(prose.in(Language::Bokmal), std::string("3 porter"));
    }
};

QTEST_GUILESS_MAIN(TestFill)
#include "tst_fill.moc"
