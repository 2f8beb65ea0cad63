// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

#include <QTest>

#include <yaml-cpp/yaml.h>

#include <array>
#include <map>
#include <random>

using namespace skanse;
using yaml::Node;

namespace {

/// What a user, an attacker or bad luck may put into a scalar or a key.
const std::vector<std::string> &hostileTexts()
{
    static const std::vector<std::string> texts{
        "",
        " ",
        "  lead",
        "trail  ",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#a",
        "a#b",
        "- a",
        "-",
        "---",
        "...",
        "? a",
        "?",
        "key: {a: b}",
        "{}",
        "[]",
        "{a",
        "a}",
        "[a",
        "a,b",
        "a, b",
        "*a",
        "&a",
        "!a",
        "!!str a",
        "|",
        ">",
        "|-",
        "%YAML 1.1",
        "@a",
        "`a`",
        "'a'",
        "it's",
        "\"a\"",
        "\"",
        "\\",
        "\\n",
        "\\x41",
        "a\\",
        "a\nb",
        "a\n",
        "\n",
        "\na: 1",
        "a\r\nb",
        "x\rprivileged: true",
        "a\tb",
        "\t",
        "a\n---\nb: 1",
        "NO",
        "no",
        "No",
        "nO",
        "yes",
        "Y",
        "n",
        "on",
        "OFF",
        "true",
        "False",
        "null",
        "Null",
        "~",
        "nan",
        ".nan",
        ".inf",
        "-.INF",
        "inf",
        "0",
        "-1",
        "+1",
        "0644",
        "0o7",
        "0x1F",
        "0b1",
        "1_000",
        "1e3",
        "1.10",
        "1.",
        ".5",
        "22:22",
        "1:2:3",
        "3000:3000",
        "8080:80/tcp",
        "127.0.0.1:80:8080",
        "2026-11-23",
        "2026-11-23T10:00:00Z",
        "=",
        "<<",
        "$HOME",
        "${A:-b}",
        "$(id)",
        "`id`",
        "a && b",
        "{{ .Values.x }}",
        "C:\\a",
        "/path",
        "/",
        "a/b:c",
        "a::b",
        "http://a:1/b",
        "user@host",
        "_",
        "a.b",
        "æøå",
        "日本語",
        "😀",
        "a\u0085b",
        "a\u00A0b",
        "a\u2028b",
        "a\u2029b",
        "\uFEFFa",
        "a\u202Eb",
        "a\u200Bb",
        "\u2066x\u2069",
        std::string("a\0b", 3),
        "a\x07z",
        "\x1B[31m",
        "a\x7Fz",
        std::string(300, 'x'),
        "a sentence that is rather long, holds a comma, and a: colon # and a hash",
    };
    return texts;
}

Origin origin(ControlId id, std::int16_t subject = -1)
{
    return {ControlSet(id), "service.test", subject};
}

Text written(const Node &node, CommentLevel level = CommentLevel::None)
{
    auto text =
        yaml::write(std::span(&node, 1), {}, Commenter(level, [](ControlId id) -> std::string_view {
                        return id == ControlId::seccomp ? "Filters system calls: all but a list."
                                                        : "Keeps the root read-only.";
                    }));
    return std::move(text.value());
}

/// The tree as yaml-cpp reads it must be the tree that was written.
void compare(const Node &node, const YAML::Node &read)
{
    switch (node.kind()) {
    case Node::Kind::Text:
        QVERIFY(read.IsScalar());
        QCOMPARE(QByteArray::fromStdString(read.Scalar()),
                 QByteArray::fromStdString(std::string(node.text())));
        QVERIFY2(read.Tag() == "!" || yaml::isPlainSafe(node.text()), read.Scalar().c_str());
        break;
    case Node::Kind::Number:
        QCOMPARE(read.as<qint64>(), qint64(node.number()));
        QVERIFY(read.Tag() == "?");
        break;
    case Node::Kind::Boolean:
        QVERIFY(read.Scalar() == (node.number() != 0 ? "true" : "false"));
        QVERIFY(read.Tag() == "?");
        break;
    case Node::Kind::Map: {
        QVERIFY(read.IsMap());
        QCOMPARE(read.size(), node.entries().size());
        auto at = read.begin();
        for (const auto &entry : node.entries()) {
            QCOMPARE(QByteArray::fromStdString(at->first.Scalar()),
                     QByteArray::fromStdString(std::string(entry.key)));
            compare(entry.value, at->second);
            ++at;
        }
        break;
    }
    case Node::Kind::List: {
        QVERIFY(read.IsSequence());
        QCOMPARE(read.size(), node.entries().size());
        for (std::size_t i = 0; i < read.size(); ++i)
            compare(node.entries()[i].value, read[i]);
        break;
    }
    }
}

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    for (const auto &line : QString::fromStdString(text).split('\n'))
        lines.push_back(line.toStdString());
    return lines;
}

std::size_t indentOf(const std::string &line)
{
    return std::min(line.find_first_not_of(' '), line.size());
}

bool isComment(const std::string &line)
{
    return line.substr(indentOf(line)).starts_with('#');
}

/// Checks the spans of a tree whose nodes carry their own number as subject.
class SpanCheck
{
public:
    explicit SpanCheck(const Text &text) : m_lines(linesOf(text.text))
    {
        for (const Span &span : text.spans) {
            QVERIFY(!m_spans.contains(span.origin.subject));
            m_spans[span.origin.subject] = span;
        }
    }

    [[nodiscard]] std::size_t spans() const { return m_spans.size(); }

    /// `column` is where the key stands or, in lists, the dash.
    void children(const Node &node, const YAML::Node &read, std::size_t column, bool onOneLine)
    {
        std::size_t i = 0;
        for (auto at = read.begin(); at != read.end(); ++at, ++i) {
            const bool isMap = node.kind() == Node::Kind::Map;
            const Node &child = node.entries()[i].value;
            const YAML::Node value = isMap ? at->second : YAML::Node(*at);
            const YAML::Mark mark = isMap ? at->first.Mark() : value.Mark();
            this->child(child, value, mark, column, onOneLine, isMap);
        }
    }

private:
    void child(const Node &child, const YAML::Node &value, const YAML::Mark &mark,
               std::size_t column, bool onOneLine, bool inMap)
    {
        const bool leaf =
            onOneLine || child.isScalar() || child.isFlow() || child.entries().empty();
        if (!child.origin().empty()) {
            QVERIFY(m_spans.contains(child.origin().subject));
            const Span &span = m_spans[child.origin().subject];
            QVERIFY(span.origin == child.origin());
            if (leaf)
                QCOMPARE(span.lastLine, value.Mark().line + 1);
            int first = span.firstLine;
            while (isComment(m_lines.at(std::size_t(first) - 1)))
                ++first;
            if (inMap || leaf || child.kind() == Node::Kind::Map)
                QCOMPARE(first, mark.line + 1);
            else // a list in a list has its dash on a line of its own
                QVERIFY(m_lines.at(std::size_t(first) - 1).substr(column).starts_with('-'));
            if (!onOneLine)
                bounds(first, span.lastLine, column);
        }
        if (!child.isScalar()) {
            // A map in a list has its keys two columns behind the dash.
            children(child, value, column + 2, leaf);
        }
    }

    /// The lines after the first are further in; the next line that is no comment is not.
    void bounds(int first, int last, std::size_t column)
    {
        for (int line = first + 1; line <= last; ++line)
            QVERIFY(indentOf(m_lines.at(std::size_t(line) - 1)) > column);
        std::size_t next = std::size_t(last);
        while (next < m_lines.size() && isComment(m_lines[next]))
            ++next;
        if (next < m_lines.size())
            QVERIFY(indentOf(m_lines[next]) <= column || m_lines[next].empty());
    }

    std::vector<std::string> m_lines;
    std::map<int, Span> m_spans;
};

/// Trees of every shape, the same on each run.
class Trees
{
public:
    Node root()
    {
        m_subject = 0;
        return collection(true, 0);
    }
    [[nodiscard]] int subjects() const { return m_subject; }

private:
    std::size_t below(std::size_t bound) { return m_engine() % bound; }

    Node node(int depth)
    {
        Node node = [&]() -> Node {
            switch (below(depth < 5 ? 7 : 4)) {
            case 0:
                return static_cast<std::int64_t>(below(100'000)) - 50'000;
            case 1:
                return below(2) == 0;
            case 2:
            case 3:
                return hostileTexts()[below(hostileTexts().size())];
            default:
                return collection(below(2) == 0, depth);
            }
        }();
        if (below(2) == 0) {
            ControlSet controls;
            if (below(4) != 0)
                controls.insert(static_cast<ControlId>(below(kControlCount)));
            node.why({controls, "service.test", static_cast<std::int16_t>(m_subject++)});
        }
        return node;
    }

    Node collection(bool isMap, int depth)
    {
        Node node = isMap ? Node::map() : Node::list();
        const std::size_t count = below(5) + (depth == 0 ? 1 : 0);
        for (std::size_t i = 0; i < count; ++i) {
            if (isMap) {
                const std::string &key = hostileTexts()[below(hostileTexts().size())];
                if (node.find(key) == nullptr)
                    node.add(key, this->node(depth + 1));
            } else {
                node.append(this->node(depth + 1));
            }
        }
        if (depth > 0 && below(4) == 0)
            node.flow();
        return node;
    }

    std::mt19937 m_engine{20'261'123}; // NOLINT: the same on each run
    int m_subject = 0;
};

} // namespace

class TestYamlWriter : public QObject
{
    Q_OBJECT

private slots:
    void plainScalars()
    {
        for (const char *text :
             {"a", "web", "Web_1", "_x", "/data", "/", "a.b-c", "user@host", "nginx:1.27", "a:b:c",
              "docker.io/library/redis:7.4-alpine", "yesterday", "nope", "nullable", "offer",
              "infinite", "e3x", "x0644", "http://a:1/b"})
            QVERIFY2(yaml::isPlainSafe(text), text);
        for (const char *text :
             {"",     "y",   "N",   "yes",  "NO",   "oN",        "Off", "TRUE", "false", "Null",
              "NaN",  "inf", "0",   "0644", "1e3",  "e69",       "E7",  "e-5",  "22:22", "1.10",
              "-a",   ".a",  "~",   "=",    "<<",   "a b",       "a:",  "a: b", "a#b",   "a,b",
              "a[",   "{",   "@a",  ":a",   "a\n",  "å",         "$a",  "a=b",  "a+b",   "a*",
              "a(b)", "a%b", "a'b", "a\"b", "a\\b", "2026-11-23"})
            QVERIFY2(!yaml::isPlainSafe(text), text);
    }

    void quotedScalars()
    {
        QCOMPARE(yaml::quoted("a\"b\\c"), std::string("\"a\\\"b\\\\c\""));
        QCOMPARE(yaml::quoted("a\nb\tc\rd"), std::string("\"a\\nb\\tc\\rd\""));
        QCOMPARE(yaml::quoted(std::string_view("\0\x1B\x7F", 3)),
                 std::string("\"\\x00\\x1B\\x7F\""));
        QCOMPARE(yaml::quoted("\u0085\u2028\u2029\uFEFF\u202E"),
                 std::string("\"\\x85\\u2028\\u2029\\uFEFF\\u202E\""));
        QCOMPARE(yaml::quoted("\U000E0041"), std::string("\"\\U000E0041\""));
        QCOMPARE(yaml::quoted("æ 😀"), std::string("\"æ 😀\""));
        QCOMPARE(yaml::quoted("r\xF8"
                              "d"),
                 std::string("\"r\uFFFDd\""));
    }

    void hostileTextsSurvive()
    {
        for (const auto &text : hostileTexts()) {
            Node node = Node::map();
            node.add("value", text);
            node.add(text.empty() ? "" : text, "as key");
            node.add("list", Node::list({text, text}));
            node.add("flow", Node::list({text, "b"})).flow();
            Node nested = Node::map();
            nested.add(text, text);
            node.add("map", std::move(nested)).flow();
            if (node.duplicateKey().empty()) {
                const Text out = written(node);
                compare(node, YAML::Load(out.text));
                // One line for each entry: nothing in the text started another.
                QCOMPARE(linesOf(out.text).size(), std::size_t{9});
                for (const char c : out.text)
                    QVERIFY(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
            }
        }
    }

    void readsBackWithOwnReader()
    {
        for (const auto &text : hostileTexts()) {
            if (findBadCharacterIn(text))
                continue;
            Node node = Node::map();
            node.add(text, text);
            const auto read = yaml::read(written(node).text);
            QVERIFY2(read, text.c_str());
            QVERIFY(read->entries.size() == 1);
            QCOMPARE(QByteArray::fromStdString(read->entries[0].key),
                     QByteArray::fromStdString(text));
            QCOMPARE(QByteArray::fromStdString(read->entries[0].value.text),
                     QByteArray::fromStdString(text));
        }
    }

    void layout()
    {
        Node node = Node::map();
        node.add("name", "web");
        node.add("empty-map", Node::map());
        node.add("empty-list", Node::list());
        node.add("number", 42);
        node.add("negative", std::int64_t{-1});
        node.add("flag", true);
        node.add("region", "NO");
        node.add("ports", Node::list({"8080:80", "tcp"})).flow();
        Node &items = node.add("items", Node::list());
        Node first = Node::map();
        first.add("a", 1);
        first.add("b", Node::list({"x"}));
        items.append(std::move(first));
        items.append("scalar");
        Node inner = Node::list();
        inner.append(Node::list({"deep"}));
        items.append(std::move(inner));
        Node second = Node::map();
        Node &under = second.add("under", Node::map());
        under.add("c", false);
        items.append(std::move(second));
        QCOMPARE(written(node).text, std::string("---\n"
                                                 "name: web\n"
                                                 "empty-map: {}\n"
                                                 "empty-list: []\n"
                                                 "number: 42\n"
                                                 "negative: -1\n"
                                                 "flag: true\n"
                                                 "region: \"NO\"\n"
                                                 "ports: [\"8080:80\", tcp]\n"
                                                 "items:\n"
                                                 "  - a: 1\n"
                                                 "    b:\n"
                                                 "      - x\n"
                                                 "  - scalar\n"
                                                 "  -\n"
                                                 "    -\n"
                                                 "      - deep\n"
                                                 "  - under:\n"
                                                 "      c: false\n"));
        compare(node, YAML::Load(written(node).text));
    }

    void documentsAndHeader()
    {
        std::vector<Node> documents;
        documents.push_back(Node::map());
        documents.back().add("a", 1).why(origin(ControlId::seccomp));
        documents.push_back(Node::map());
        documents.push_back(Node::list({"x"}));
        const std::vector<std::string> header{"Made by a program.", "", "a\rb: 1\nc: 2\u2028d"};
        const auto out = yaml::write(documents, header, {});
        QVERIFY(out);
        QCOMPARE(out->text, std::string("# Made by a program.\n"
                                        "#\n"
                                        "# a b: 1 c: 2   d\n"
                                        "---\n"
                                        "a: 1\n"
                                        "---\n"
                                        "{}\n"
                                        "---\n"
                                        "- x\n"));
        const auto read = YAML::LoadAll(out->text);
        QCOMPARE(read.size(), std::size_t{3});
        QCOMPARE(read[0]["a"].as<int>(), 1);
        QVERIFY(read[1].IsMap());
        QCOMPARE(read[2][0].Scalar(), std::string("x"));
        QCOMPARE(out->spans.size(), std::size_t{1});
        QCOMPARE(out->spans[0].firstLine, 5);
        QCOMPARE(out->spans[0].lastLine, 5);
    }

    void refusesDuplicateKeys()
    {
        Node node = Node::map();
        Node &list = node.add("list", Node::list());
        Node &map = list.append(Node::map());
        map.add("a", 1);
        map.add("b", 2);
        map.add("a", 3);
        const auto out = yaml::write(std::span(&node, 1), {}, {});
        QVERIFY(!out);
        QCOMPARE(out.error().key, std::string("a"));
        Node empty = Node::map();
        empty.add("", 1);
        QVERIFY(yaml::write(std::span(&empty, 1), {}, {}));
    }

    void comments_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << int(CommentLevel::None)
                              << QByteArray("---\n"
                                            "root: true\n"
                                            "list:\n"
                                            "  - name: a\n"
                                            "    again: 1\n"
                                            "flow: [x, z]\n");
        QTest::newRow("ids") << int(CommentLevel::Ids)
                             << QByteArray("---\n"
                                           "root: true  # read-only-root\n"
                                           "list:\n"
                                           "  - name: a  # read-only-root, seccomp\n"
                                           "    again: 1  # seccomp\n"
                                           "flow: [x, z]  # seccomp\n");
        QTest::newRow("explained") << int(CommentLevel::Explained)
                                   << QByteArray("---\n"
                                                 "# Keeps the root read-only.\n"
                                                 "root: true  # read-only-root\n"
                                                 "list:\n"
                                                 "  # Filters system calls: all but a list.\n"
                                                 "  - name: a  # read-only-root, seccomp\n"
                                                 "    again: 1  # seccomp\n"
                                                 "flow: [x, z]  # seccomp\n");
    }

    void comments()
    {
        QFETCH(int, level);
        QFETCH(QByteArray, text);
        Node node = Node::map();
        node.add("root", true).why(origin(ControlId::read_only_root, 0));
        Node &item = node.add("list", Node::list()).append(Node::map());
        item.why(origin(ControlId::read_only_root, 1));
        item.add("name", "a").why(origin(ControlId::seccomp, 2));
        item.add("again", 1).why(origin(ControlId::seccomp, 3));
        Node &flow = node.add("flow", Node::list()).flow();
        flow.append("x");
        flow.append("z").why(origin(ControlId::seccomp, 4));
        const Text out = written(node, static_cast<CommentLevel>(level));
        QCOMPARE(QByteArray::fromStdString(out.text), text);
        const YAML::Node read = YAML::Load(out.text);
        compare(node, read);
        SpanCheck check(out);
        QCOMPARE(check.spans(), std::size_t{5});
        check.children(node, read, 0, false);
    }

    void sentencesStayInTheirLine()
    {
        Node node = Node::map();
        node.add("a", 1).why(origin(ControlId::seccomp));
        const auto out =
            yaml::write(std::span(&node, 1), {}, Commenter(CommentLevel::Explained, [](ControlId) {
                            return std::string_view("x\nprivileged: true\r\u0085y");
                        }));
        QCOMPARE(YAML::Load(out->text).size(), std::size_t{1});
        QCOMPARE(std::count(out->text.begin(), out->text.end(), '\n'), std::ptrdiff_t{3});
    }

    void originOfADocument()
    {
        Node node = Node::map();
        node.why(origin(ControlId::seccomp));
        node.add("a", 1);
        node.add("b", 2);
        const Text out = written(node, CommentLevel::Ids);
        QCOMPARE(out.text, std::string("---  # seccomp\na: 1\nb: 2\n"));
        QVERIFY((out.spans == std::vector<Span>{{1, 3, node.origin()}}));
        QCOMPARE(YAML::Load(out.text)["b"].as<int>(), 2);
    }

    void everyTreeIsReadBack()
    {
        Trees trees;
        for (int round = 0; round < 400 && !QTest::currentTestFailed(); ++round) {
            const Node node = trees.root();
            for (const auto level :
                 {CommentLevel::None, CommentLevel::Ids, CommentLevel::Explained}) {
                const Text out = written(node, level);
                const YAML::Node read = YAML::Load(out.text);
                compare(node, read);
                SpanCheck check(out);
                QCOMPARE(check.spans(), std::size_t(trees.subjects()));
                check.children(node, read, 0, false);
                if (QTest::currentTestFailed())
                    qWarning().noquote() << QString::fromStdString(out.text);
            }
        }
    }

    void outerSpansComeFirst()
    {
        Node node = Node::map();
        Node &outer = node.add("outer", Node::map());
        outer.why(origin(ControlId::seccomp, 0));
        outer.add("inner", 1).why(origin(ControlId::read_only_root, 1));
        const Text out = written(node);
        QCOMPARE(out.spans.size(), std::size_t{2});
        QCOMPARE(out.spans[0].firstLine, 2);
        QCOMPARE(out.spans[0].lastLine, 3);
        QCOMPARE(out.spans[1].firstLine, 3);
    }

private:
    static bool findBadCharacterIn(const std::string &text)
    {
        // The reader refuses them even as escapes.
        return std::ranges::any_of(text,
                                   [](char c) {
                                       const auto byte = static_cast<unsigned char>(c);
                                       return (byte < 0x20 && c != '\n' && c != '\t')
                                           || byte == 0x7F;
                                   })
            || text.find("\u0085") != std::string::npos
            || text.find("\xE2\x80") != std::string::npos
            || text.find("\xE2\x81") != std::string::npos
            || text.find("\uFEFF") != std::string::npos;
    }
};

QTEST_GUILESS_MAIN(TestYamlWriter)
#include "tst_yaml_writer.moc"
