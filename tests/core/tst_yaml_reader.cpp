// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/plain_reader.h"
#include "tests/support/examples.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace skanse;
using yaml::Value;

namespace {

bool isSame(const Value &left, const Value &right)
{
    const auto sameEntry = [](const Value::Entry &l, const Value::Entry &r) {
        return l.key == r.key && l.keyPlace == r.keyPlace && isSame(l.value, r.value);
    };
    return left.kind == right.kind && left.quoted == right.quoted && left.place == right.place
        && left.text == right.text && std::ranges::equal(left.entries, right.entries, sameEntry);
}

/// A piece of a text, from the start of a line, with a few characters lost, moved or put in.
std::string mutated(const std::string &text, std::mt19937 &engine)
{
    static constexpr std::string_view kLetters = "{}[]:,#&*!|>'\"%@`-?\n\n\t   \\a0~<=./_n";
    const auto from = text.find('\n', engine() % (text.size() + 1));
    std::string out = from == std::string::npos ? text.substr(0, 400) : text.substr(from + 1, 400);
    for (auto i = engine() % 3; i > 0 && !out.empty(); --i) {
        const auto at = engine() % out.size();
        if (engine() % 3 == 0)
            out.erase(at, 1 + engine() % 5);
        else if (engine() % 2 == 0)
            out.insert(at, out.substr(engine() % out.size(), 1 + engine() % 6));
        else
            out.insert(at, 1, kLetters[engine() % kLetters.size()]);
    }
    return out;
}

} // namespace

class TestYamlReader : public QObject
{
    Q_OBJECT

private slots:
    void readsWithoutInterpreting()
    {
        const auto read = yaml::read("# comment\n"
                                     "a: no\n"
                                     "b: \"no\"\n"
                                     "c: 0644\n"
                                     "d: [1e3, 'x', {e: 22:22}]\n"
                                     "f:\n"
                                     "g: ~\n"
                                     "\"h i\": |\n"
                                     "  two\n"
                                     "  lines\n");
        QVERIFY(read);
        QCOMPARE(read->entries.size(), std::size_t{7});
        QCOMPARE(read->find("a")->text, std::string("no"));
        QVERIFY(!read->find("a")->quoted);
        QCOMPARE(read->find("b")->text, std::string("no"));
        QVERIFY(read->find("b")->quoted);
        QCOMPARE(read->find("c")->text, std::string("0644"));
        const Value &list = *read->find("d");
        QVERIFY(list.kind == Value::Kind::List);
        QCOMPARE(list.entries[0].value.text, std::string("1e3"));
        QVERIFY(list.entries[1].value.quoted);
        QCOMPARE(list.entries[2].value.find("e")->text, std::string("22:22"));
        QVERIFY(read->find("f")->kind == Value::Kind::Null);
        QVERIFY(read->find("g")->kind == Value::Kind::Null);
        QCOMPARE(read->find("h i")->text, std::string("two\nlines\n"));
        QVERIFY(read->find("j") == nullptr);
    }

    void placesAreLinesAndCodePoints()
    {
        const auto read = yaml::read("å: ø\n"
                                     "bær: [\"æ\", x]\r\n"
                                     "c:\n"
                                     "  d: {\"ø\": y}\n");
        QVERIFY(read);
        QVERIFY(read->entries[0].keyPlace == (Place{1, 1}));
        QVERIFY(read->entries[0].value.place == (Place{1, 4}));
        const Value &list = read->entries[1].value;
        QVERIFY(list.place == (Place{2, 6}));
        QVERIFY(list.entries[0].value.place == (Place{2, 7}));
        QVERIFY(list.entries[1].value.place == (Place{2, 12}));
        const Value &map = *read->find("c")->find("d");
        QVERIFY(map.place == (Place{4, 6}));
        QVERIFY(map.entries[0].keyPlace == (Place{4, 7}));
        QVERIFY(map.entries[0].value.place == (Place{4, 12}));
    }

    void acceptsByteOrderMarkAndCrLf()
    {
        const auto read = yaml::read("\xEF\xBB\xBF"
                                     "a: 1\r\nb: 2\r\n");
        QVERIFY(read);
        QCOMPARE(read->find("a")->text, std::string("1"));
        QVERIFY(read->find("b")->place == (Place{2, 4}));
        QVERIFY(read->entries[0].keyPlace == (Place{1, 1}));
        QVERIFY(!yaml::read("a: 1\n\xEF\xBB\xBF"
                            "b: 2\n"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const QByteArray &text, int line, int column,
                            const char *message) {
            QTest::newRow(name) << text << line << column << QByteArray(message);
        };
        row("empty", "", 1, 1, "empty");
        row("comment only", "# a\n\n", 1, 1, "empty");
        row("anchor", "a: &x 1\n", 1, 4, "Anchors");
        row("anchor on a map", "a: &x\n  b: 1\n", 1, 4, "Anchors");
        row("anchor on a null", "a: &x\nb: 1\n", 1, 4, "Anchors");
        row("alias", "a: &x 1\nb: *x\n", 1, 4, "Anchors");
        row("unknown alias", "a: 1\nb: *x\n", 2, 4, "not valid YAML");
        row("tag", "a: !!int 1\n", 1, 4, "Tags");
        row("own tag", "a: !python/object:os.system x\n", 1, 4, "Tags");
        row("verbatim tag", "a: !<x:y> x\n", 1, 4, "Tags");
        row("tag on a map", "a: !!map {}\n", 1, 4, "Tags");
        row("tag on nothing", "a: !!str\n", 1, 4, "Tags");
        row("nameless tag", "a: ! no\n", 1, 4, "Tags");
        row("nameless tag on a list", "a: ! [b]\n", 1, 4, "Tags");
        row("two documents", "a: 1\n---\nb: 2\n", 3, 1, "more than one document");
        row("second document is empty", "a: 1\n---\n", 3, 1, "more than one document");
        row("document after its end", "a: 1\n...\nb: 2\n", 3, 1, "more than one document");
        row("map below a list", "- a\nb: 1\n", 2, 1, "does not belong");
        row("duplicate key", "a: 1\nb: 2\na: 3\n", 3, 1, "“a” stands here a second time");
        row("duplicate key in quotes", "a: 1\n\"a\": 2\n", 2, 1, "the first is on line 1");
        row("duplicate key in flow", "x: {é: 1, é: 2}\n", 1, 11, "second time");
        row("duplicate key by escape", "a: 1\n\"\\x61\": 2\n", 2, 1, "second time");
        row("list as key", "? [a]\n: b\n", 1, 3, "A key must be a word");
        row("map as key", "{a: b}: c\n", 1, 1, "A key must be a word");
        row("null as key", "~: 1\n", 1, 1, "A key must be a word");
        row("open single quote", "a: 'x\nb: 2\n", 1, 4, "never closed");
        row("open double quote", "a: 1\nb: \"x\\\"\n", 2, 4, "never closed");
        row("open list", "a: [1, 2\n", 2, 1, "not valid YAML");
        row("stray bracket", "a: 1\n]\n", 2, 1, "not valid YAML");
        row("two values", "a: b: c\n", 1, 5, "not valid YAML");
        row("column behind letters", "æøå: b: c\n", 1, 7, "not valid YAML");
        row("tab as indent", "a:\n\t- b\n", 2, 2, "not valid YAML");
        row("reserved character", "a: @b\n", 1, 4, "not valid YAML");
        row("unknown escape", "a: \"\\q\"\n", 1, 7, "not valid YAML");
        row("other version", "%YAML 3.0\n---\na: 1\n", 1, 1, "not valid YAML");
        row("nul", QByteArray("a: 1\0\n", 6), 1, 5, "U+0000");
        row("nul by escape", "a: \"\\0\"\n", 1, 4, "U+0000");
        row("binary",
            QByteArray("\x7F"
                       "ELF\x02\x01\x01\0\0",
                       9),
            1, 1, "U+007F");
        row("utf-16",
            QByteArray("\xFF\xFE"
                       "a\0:\0",
                       6),
            1, 1, "invalid UTF-8");
        row("latin-1",
            "a: r\xF8"
            "d\n",
            1, 5, "invalid UTF-8");
        row("override", "a: 1\nb: \u202Ex\n", 2, 4, "U+202E");
        row("override in a comment", "a: 1 # \u202E\n", 1, 8, "U+202E");
        row("override by escape", "a: \"\\u202e\"\n", 1, 4, "U+202E");
        row("hidden in a key by escape", "\"\\u200b\": 1\n", 1, 1, "U+200B");
        row("next line", "# a\u0085b: 1\n", 1, 4, "U+0085");
        row("line separator", "# a\u2028b: 1\n", 1, 4, "U+2028");
        row("lone carriage return", "a: 1 # x\rprivileged: true\n", 1, 9, "U+000D");
        row("carriage return by escape", "a: \"x\\ry\"\n", 1, 4, "U+000D");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(QByteArray, message);
        const auto read = yaml::read({text.data(), std::size_t(text.size())});
        QVERIFY(!read);
        const auto &error = read.error();
        QVERIFY2(error.message.en.find(message.toStdString()) != std::string::npos,
                 error.message.en.c_str());
        QCOMPARE(error.place.line, line);
        QCOMPARE(error.place.column, column);
        QVERIFY(!error.message.nb.empty());
        QVERIFY(!error.advice.en.empty() && !error.advice.nb.empty());
    }

    void examplesArePlain()
    {
        for (const auto &[name, profile, golden] : test::goldenCases())
            if (golden.contains(name) && profile.contains(QStringLiteral("/examples/"))) {
                QVERIFY2(yaml::readPlain(test::readAll(profile), {}), qPrintable(profile));
                const QString saved = golden + QStringLiteral("/profile.skanse.yaml");
                QVERIFY2(yaml::readPlain(test::readAll(saved), {}), qPrintable(saved));
            }
    }

    void plainReaderLeavesTheRest_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"a: null\n",
                                 "a: ~\n",
                                 "a:\n",
                                 "a: \"\\x41\"\n",
                                 "a: 'it''s'\n",
                                 "a: |\n  b\n",
                                 "a: >-\n  b\n",
                                 "a: b\n  c\n",
                                 "a: 'b\n  c'\n",
                                 "a: &b c\n",
                                 "a: !!str b\n",
                                 "a: *b\n",
                                 "? a\n: b\n",
                                 "\"a\": b\n",
                                 "- - a\n",
                                 "a: [b: c]\n",
                                 "a: [b,\n  c]\n",
                                 "a: [b,]\n",
                                 "a: b: c\n",
                                 "a:b\n",
                                 "a: b\na: c\n",
                                 "a: {b: 1, b: 2}\n",
                                 "a: b\n---\nc: d\n",
                                 "a: b\n...\n",
                                 "%YAML 1.2\n---\na: b\n",
                                 "a:\n- b\n",
                                 "a:\n    b: c\n  d: e\n",
                                 "  a: b\nc: d\n",
                                 "a: b\n\tc: d\n",
                                 "a\n",
                                 "- a\nb: c\n",
                                 "a: b #c\n d: e\n",
                                 "a: \"b\"#c\n",
                                 "a: [b]c\n",
                                 "a: b,c}\n",
                                 "",
                                 "# a\n",
                                 "---\n",
                                 "a: 'b\n"})
            QTest::newRow(text) << QByteArray(text);
    }

    void plainReaderLeavesTheRest()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!yaml::readPlain({text.data(), std::size_t(text.size())}, {}));
    }

    void plainReaderAgreesWithYamlCpp()
    {
        std::mt19937 engine(7); // NOLINT: the same on each run
        int plain = 0;
        for (const auto &[name, profile, golden] : test::goldenCases()) {
            for (const QString &file : {profile, golden + QStringLiteral("/profile.skanse.yaml")}) {
                const std::string whole = test::readAll(file);
                for (int round = 0; round < 400; ++round) {
                    const std::string text = round == 0 ? whole : mutated(whole, engine);
                    const auto quick = yaml::readPlain(text, {});
                    if (!quick)
                        continue;
                    const auto full = yaml::readFully(text);
                    QVERIFY2(full && isSame(*quick, *full), text.c_str());
                    ++plain;
                }
            }
        }
        QVERIFY2(plain > 1000, qPrintable(QString::number(plain)));
    }

    void mergeKeysAreOrdinaryKeys()
    {
        const auto read = yaml::read("<<: {a: 1}\n");
        QVERIFY(read);
        QVERIFY(read->find("<<") != nullptr);
        QVERIFY(read->find("a") == nullptr);
    }

    void depthIsBounded()
    {
        yaml::Limits limits;
        limits.depth = 4;
        QVERIFY(yaml::read("[[[[a]]]]", limits));
        const auto deep = yaml::read("[[[[[a]]]]]", limits);
        QVERIFY(!deep);
        QVERIFY(deep.error().place == (Place{1, 5}));
        QVERIFY(yaml::read("a:\n b:\n  c:\n   d: 1\n", limits));
        QVERIFY(!yaml::read("a:\n b:\n  c:\n   d:\n    e: 1\n", limits));
        QVERIFY(yaml::readPlain("a:\n b:\n  c:\n   d: 1\n", limits));
        QVERIFY(!yaml::readPlain("a:\n b:\n  c:\n   d: {e: 1}\n", limits));
        // Far beyond what the stack would hold.
        for (const char *text : {"[", "{a: ", "- ", "? "}) {
            std::string bomb;
            while (bomb.size() < 500'000)
                bomb += text;
            const auto read = yaml::read(bomb);
            QVERIFY(!read);
        }
    }

    void sizeIsBounded()
    {
        const std::string large = "a: \"" + std::string(1U << 20U, 'x') + "\"\n";
        const auto refused = yaml::read(large);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.en.find("1048576") != std::string::npos);
        yaml::Limits limits;
        limits.bytes = large.size();
        QVERIFY(yaml::read(large, limits));
    }

    void countIsBounded()
    {
        std::string many = "[";
        for (int i = 0; i < 200'000; ++i)
            many += "a,";
        many += "a]";
        const auto read = yaml::read(many);
        QVERIFY(!read);
        QVERIFY(read.error().message.en.find("too many values") != std::string::npos);
    }

    void noTextMakesItThrow()
    {
        const std::string seed =
            "skanse: 1\nservices:\n  - name: \"web\"\n    ports: [8080:80, {a: 'b'}]\n"
            "    # note\n    text: |\n      x\n";
        const std::string letters = "{}[]:,#&*!|>'\"%@`-?\n\t \\a0~<=.";
        std::mt19937 engine(7); // NOLINT: the same on each run
        int accepted = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string text = seed;
            for (int i = 0; i < 4; ++i) {
                const auto at = engine() % text.size();
                if (engine() % 3 == 0)
                    text.erase(at, 1 + engine() % 5);
                else
                    text.insert(at, 1, letters[engine() % letters.size()]);
                if (text.empty())
                    text = ":";
            }
            const auto read = yaml::read(text);
            accepted += read ? 1 : 0;
            if (!read)
                QVERIFY(!read.error().message.en.empty());
        }
        QVERIFY(accepted > 0);
    }
};

QTEST_GUILESS_MAIN(TestYamlReader)
#include "tst_yaml_reader.moc"
