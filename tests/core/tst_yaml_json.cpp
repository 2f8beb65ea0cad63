// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace skanse;
using yaml::Node;

namespace {

Node example()
{
    Node node = Node::map();
    node.add("name", "web");
    node.add("count", std::int64_t{-3});
    node.add("on", true);
    node.add("empty", Node::map());
    node.add("none", Node::list());
    node.add("flow", Node::list({"a", "b"})).flow();
    Node &list = node.add("list", Node::list());
    list.append("x");
    Node &map = list.append(Node::map());
    map.add("y", 1);
    return node;
}

QJsonDocument parsed(const std::string &text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning() << error.errorString() << QByteArray::fromStdString(text);
    return document;
}

} // namespace

class TestYamlJson : public QObject
{
    Q_OBJECT

private slots:
    void compact()
    {
        QCOMPARE(yaml::toJson(example(), false),
                 std::string("{\"name\":\"web\",\"count\":-3,\"on\":true,\"empty\":{},\"none\":[],"
                             "\"flow\":[\"a\",\"b\"],\"list\":[\"x\",{\"y\":1}]}"));
    }

    void pretty()
    {
        const std::string expected = "{\n"
                                     "  \"name\": \"web\",\n"
                                     "  \"count\": -3,\n"
                                     "  \"on\": true,\n"
                                     "  \"empty\": {},\n"
                                     "  \"none\": [],\n"
                                     "  \"flow\": [\"a\", \"b\"],\n"
                                     "  \"list\": [\n"
                                     "    \"x\",\n"
                                     "    {\n"
                                     "      \"y\": 1\n"
                                     "    }\n"
                                     "  ]\n"
                                     "}";
        QCOMPARE(yaml::toJson(example(), true), expected);
        QCOMPARE(yaml::toJsonText(example()).text, expected + "\n");
    }

    void scalarsAlone()
    {
        QCOMPARE(yaml::toJson("a\"b", true), std::string("\"a\\\"b\""));
        QCOMPARE(yaml::toJson(true, false), std::string("true"));
        QCOMPARE(yaml::toJson(std::numeric_limits<std::int64_t>::min(), false),
                 std::string("-9223372036854775808"));
    }

    void hostileTextsSurvive()
    {
        for (const std::string &text :
             {std::string("a\"b\\c/d"), std::string("\n\r\t\b\f"), std::string("a\0b", 3),
              std::string("</script>"), std::string("${x} $(y) `z`"), std::string("NO"),
              std::string("\u0085\u2028\u2029\u202E\u200B"), std::string("æ 日本 😀"),
              std::string("\U000E0041"), std::string("\x7F\x1B")}) {
            Node node = Node::map();
            node.add(text, text);
            for (const bool isPretty : {false, true}) {
                const std::string out = yaml::toJson(node, isPretty);
                const auto object = parsed(out).object();
                QCOMPARE(object.size(), 1);
                QCOMPARE(object.begin().key(), QString::fromStdString(text));
                QCOMPARE(object.begin().value().toString(), QString::fromStdString(text));
                QVERIFY(out.find('\x7F') == std::string::npos);
                QVERIFY(out.find("\u2028") == std::string::npos);
            }
        }
    }

    void keepsUtf8()
    {
        QCOMPARE(yaml::toJson("blåbær 😀", true), std::string("\"blåbær 😀\""));
        QCOMPARE(yaml::toJson("r\xF8"
                              "d",
                              true),
                 std::string("\"r\uFFFDd\""));
    }

    void spans()
    {
        const Origin outer{ControlSet(ControlId::daemon_limits), "host.docker", -1};
        const Origin inner{ControlSet(ControlId::daemon_logs), "", -1};
        Node node = Node::map();
        node.add("a", 1);
        Node &map = node.add("limits", Node::map());
        map.why(outer);
        map.add("soft", 1);
        map.add("hard", 2).why(inner);
        Node &flow = node.add("flow", Node::list()).flow();
        flow.append("x").why(inner);
        const Text text = yaml::toJsonText(node);
        QVERIFY((text.spans == std::vector<Span>{{3, 6, outer}, {5, 5, inner}, {7, 7, inner}}));
        node.why(outer);
        QVERIFY((yaml::toJsonText(node).spans.front() == Span{1, 8, outer}));
    }
};

QTEST_GUILESS_MAIN(TestYamlJson)
#include "tst_yaml_json.moc"
