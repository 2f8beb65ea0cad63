// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/template_text.h"

#include <QTest>

using namespace skanse;

namespace {

TemplateText parsed(std::string_view text)
{
    return TemplateText::parse(text).value();
}

} // namespace

class TestTemplateText : public QObject
{
    Q_OBJECT

private slots:
    void withoutPlaceholders()
    {
        for (const char *text : {"", "a", "a { b } }} c\n", "{ {a} }"}) {
            const auto filled = parsed(text).fill({});
            QCOMPARE(filled.value(), std::string(text));
        }
    }

    void eachSinkEncodes_data()
    {
        QTest::addColumn<QByteArray>("sink");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("text") << QByteArray("text") << QByteArray("a|*b* \"$c\"");
        QTest::newRow("md") << QByteArray("md") << QByteArray("a\\|\\*b\\* \"$c\"");
        QTest::newRow("code") << QByteArray("code") << QByteArray("`a|*b* \"$c\"`");
        QTest::newRow("cell") << QByteArray("cell") << QByteArray("a\\|\\*b\\* \"$c\"");
        QTest::newRow("shell") << QByteArray("shell") << QByteArray("'a|*b* \"$c\"'");
        QTest::newRow("conf") << QByteArray("conf") << QByteArray("\"a|*b* \\\"\\$c\\\"\"");
        QTest::newRow("json") << QByteArray("json") << QByteArray("\"a|*b* \\\"$c\\\"\"");
        QTest::newRow("html") << QByteArray("html") << QByteArray("a|*b* &quot;$c&quot;");
    }

    void eachSinkEncodes()
    {
        QFETCH(QByteArray, sink);
        QFETCH(QByteArray, encoded);
        const auto text = parsed("<{{x:" + sink.toStdString() + "}}>");
        const auto filled = text.fill({{"x", "a|*b* \"$c\""}});
        QCOMPARE(QByteArray::fromStdString(filled.value()), "<" + encoded + ">");
    }

    void severalPlaceholders()
    {
        const auto text = parsed("{{a:text}}{{b-2:text}} {{a:code}}\n");
        QVERIFY((text.names() == std::vector<std::string>{"a", "b-2"}));
        QCOMPARE(text.fill({{"b-2", "y"}, {"a", "x"}}).value(), std::string("xy `x`\n"));
    }

    void valuesAreNeverScanned()
    {
        const auto text = parsed("{{a:text}} {{b:text}}");
        QCOMPARE(text.fill({{"a", "{{b:text}}"}, {"b", "{{a:text}}"}}).value(),
                 std::string("{{b:text}} {{a:text}}"));
    }

    void lines()
    {
        const auto text = parsed("top\n  {{block:lines}}\nend\n");
        QCOMPARE(text.fill({{"block", "a\n  b\n\nc"}}).value(),
                 std::string("top\n  a\n    b\n\n  c\nend\n"));
        QCOMPARE(text.fill({{"block", "a\n"}}).value(), std::string("top\n  a\nend\n"));
        QCOMPARE(text.fill({{"block", "a\n\n"}}).value(), std::string("top\n  a\n\nend\n"));
        QCOMPARE(text.fill({{"block", ""}}).value(), std::string("top\nend\n"));
    }

    void linesAtBothEnds()
    {
        const auto text = parsed("{{a:lines}}\n\t{{b:lines}}");
        QCOMPARE(text.fill({{"a", "x"}, {"b", "y\nz"}}).value(), std::string("x\n\ty\n\tz\n"));
    }

    void refusesTemplates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("no sink") << QByteArray("a\n{{x}}")
                                 << QByteArray("line 2: the placeholder “x”");
        QTest::newRow("unknown sink")
            << QByteArray("{{x:sql}}") << QByteArray("“sql” is not a sink");
        QTest::newRow("empty sink") << QByteArray("{{x:}}") << QByteArray("“” is not a sink");
        QTest::newRow("sink with space") << QByteArray("{{x:md }}") << QByteArray("“md ”");
        QTest::newRow("no name") << QByteArray("{{:md}}")
                                 << QByteArray("“” is not a placeholder's name");
        QTest::newRow("spaces") << QByteArray("{{ x:md }}") << QByteArray("“ x” is not");
        QTest::newRow("upper case") << QByteArray("{{X:md}}") << QByteArray("“X” is not");
        QTest::newRow("digit first") << QByteArray("{{1:md}}") << QByteArray("“1” is not");
        QTest::newRow("not closed")
            << QByteArray("\n\n{{x:md}") << QByteArray("line 3: “{{” without “}}”");
        QTest::newRow("over two lines")
            << QByteArray("{{x:\nmd}}") << QByteArray("line 1: “{{” without");
        QTest::newRow("other language")
            << QByteArray("${{ github.sha }}") << QByteArray("is not a");
        QTest::newRow("three braces") << QByteArray("{{{x:md}}}") << QByteArray("“{x” is not");
        QTest::newRow("lines behind text")
            << QByteArray("a {{x:lines}}\n") << QByteArray("shares its line");
        QTest::newRow("lines before text")
            << QByteArray("{{x:lines}} a\n") << QByteArray("shares its line");
        QTest::newRow("two blocks on a line")
            << QByteArray("{{x:lines}}{{y:lines}}\n") << QByteArray("shares its line");
    }

    void refusesTemplates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, error);
        const auto result = TemplateText::parse(text.toStdString());
        QVERIFY(!result);
        QVERIFY2(result.error().find(error.toStdString()) != std::string::npos,
                 result.error().c_str());
    }

    void refusesValues()
    {
        const auto text = parsed("{{a:md}} {{b:md}}");
        QCOMPARE(text.fill({{"a", "1"}}).error(), std::string("the placeholder “b” has no value"));
        QCOMPARE(text.fill({{"a", "1"}, {"b", "2"}, {"c", "3"}}).error(),
                 std::string("the value “c” has no placeholder"));
        QCOMPARE(text.fill({{"a", "1"}, {"b", "2"}, {"a", "3"}}).error(),
                 std::string("the value “a” is given twice"));
    }

    void spans()
    {
        const Origin one{ControlSet(ControlId::seccomp), "host.a", -1};
        const Origin two{ControlSet(ControlId::backup), "", 3};
        const auto text =
            parsed("top\n{{a:lines}}\n\nvalue {{b:code}} {{c:md}}\n{{d:lines}}\nend\n");
        const std::vector<TemplateText::Value> values{
            {"a", "x\ny\n", one}, {"b", "z", two}, {"c", "plain"}, {"d", "", one}};
        const auto filled = text.fillText(values);
        QVERIFY(filled);
        QCOMPARE(filled->text, std::string("top\nx\ny\n\nvalue `z` plain\nend\n"));
        QVERIFY((filled->spans == std::vector<Span>{{2, 3, one}, {5, 5, two}}));
    }

    void fillsAgainAndAgain()
    {
        const auto text = parsed("{{a:text}}");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(text.fill({{"a", std::to_string(i)}}).value(), std::to_string(i));
    }
};

QTEST_GUILESS_MAIN(TestTemplateText)
#include "tst_template_text.moc"
