// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "answer_samples.h"
#include "core/profile/json_schema.h"
#include "core/schema/grammar.h"
#include "core/schema/question.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace skanse;

namespace {

QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

const SchemaWords kWords{
    {"node", "postgres"}, {"seccomp", "read-only-root"}, {"NO", "SE"}, {"kvm-confirmed"}};

QJsonObject schema(const SchemaWords &words = kWords)
{
    QJsonParseError error;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromStdString(jsonSchema(words)), &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject{};
}

/// The schema of a record: the root's, or one of the definitions.
QJsonObject recordSchema(const QJsonObject &root, const RecordType &type)
{
    return type.id.empty() ? root : root["$defs"].toObject()[q(type.id)].toObject();
}

void forEachType(const RecordType &type, const std::function<void(const RecordType &)> &visit)
{
    visit(type);
    for (const Question &question : type.questions)
        if (question.items != nullptr)
            forEachType(*question.items, visit);
}

QJsonObject schemaOf(const QJsonObject &root, std::string_view id)
{
    QJsonObject found;
    forEachType(answersType(), [&](const RecordType &type) {
        for (const Question &question : type.questions)
            if (question.id == id)
                found =
                    recordSchema(root, type)["properties"].toObject()[q(question.key)].toObject();
    });
    return found;
}

QStringList strings(const QJsonValue &array)
{
    QStringList out;
    for (const QJsonValue &value : array.toArray())
        out << value.toString();
    return out;
}

/// Every `pattern` in the schema.
void patternsOf(const QJsonValue &value, QStringList &out)
{
    if (value.isArray())
        for (const QJsonValue &below : value.toArray())
            patternsOf(below, out);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "pattern" && it.value().isString())
            out << it.value().toString();
        patternsOf(it.value(), out);
    }
}

} // namespace

class TestJsonSchema : public QObject
{
    Q_OBJECT

private slots:
    void isASchemaOfDraft202012()
    {
        const std::string text = jsonSchema(kWords);
        QVERIFY(text.ends_with("}\n"));
        QCOMPARE(jsonSchema(kWords), text);
        const QJsonObject root = schema();
        QCOMPARE(root["$schema"].toString(), "https://json-schema.org/draft/2020-12/schema");
        QCOMPARE(root["type"].toString(), "object");
        const QJsonObject version = root["properties"].toObject()["skanse"].toObject();
        QCOMPARE(version["const"].toInt(), 1);
        QVERIFY(!text.contains("\"if\""));
        QVERIFY(!text.contains("\"then\""));
    }

    void everyQuestionIsThere()
    {
        const QJsonObject root = schema();
        std::size_t count = 0;
        forEachType(answersType(), [&](const RecordType &type) {
            const QJsonObject record = recordSchema(root, type);
            const QJsonObject properties = record["properties"].toObject();
            QCOMPARE(record["type"].toString(), "object");
            QVERIFY(record["additionalProperties"].isBool());
            QVERIFY(!record["additionalProperties"].toBool());
            QStringList required;
            if (type.id.empty())
                required << "skanse";
            for (const Question &question : type.questions) {
                const QJsonObject one = properties[q(question.key)].toObject();
                QVERIFY2(!one.isEmpty(), question.id.data());
                QCOMPARE(one["title"].toString(), q(question.label.en));
                QVERIFY(one["description"].toString().startsWith(q(question.help.en)));
                if (question.required && question.when.op == Condition::Op::Always)
                    required << q(question.key);
                ++count;
            }
            QCOMPARE(strings(record["required"]), required);
            QCOMPARE(static_cast<std::size_t>(properties.size()),
                     type.questions.size() + (type.id.empty() ? 1U : 0U));
        });
        QCOMPARE(count, allQuestions().size());
    }

    void referencesLeadSomewhere()
    {
        const QJsonObject root = schema();
        for (const Question *question : allQuestions()) {
            if (question->items == nullptr)
                continue;
            const QJsonObject one = schemaOf(root, question->id);
            const QString reference = question->kind == Kind::Group
                                        ? one["$ref"].toString()
                                        : one["items"].toObject()["$ref"].toString();
            QCOMPARE(reference, "#/$defs/" + q(question->items->id));
            QVERIFY(!recordSchema(root, *question->items).isEmpty());
        }
    }

    void kinds()
    {
        const QJsonObject root = schema();
        const auto at = [&](std::string_view id) { return schemaOf(root, id); };

        QCOMPARE(at("service.userNamespace")["type"].toString(), "boolean");
        QCOMPARE(at("service.userNamespace")["default"], QJsonValue(false));

        const QJsonObject ssh = at("host.sshPort");
        QCOMPARE(ssh["type"].toString(), "integer");
        QCOMPARE(ssh["minimum"].toInt(), 1);
        QCOMPARE(ssh["maximum"].toInt(), 65535);
        QCOMPARE(ssh["default"].toInt(), 22);
        QCOMPARE(at("service.uid")["minimum"].toInt(-1), 0);

        const QJsonObject exposure = at("service.port.exposure");
        QCOMPARE(exposure["oneOf"].toArray().size(), 4);
        QCOMPARE(exposure["oneOf"].toArray()[3].toObject()["const"].toString(), "public");
        QCOMPARE(exposure["oneOf"].toArray()[3].toObject()["title"].toString(), "Everybody");
        QCOMPARE(exposure["default"].toString(), "internal");

        const QJsonObject targets = at("workload.targets");
        QCOMPARE(targets["type"].toString(), "array");
        QCOMPARE(targets["items"].toObject()["oneOf"].toArray().size(), 4);
        QCOMPARE(targets["default"].toArray().size(), 4);
        QCOMPARE(targets["minItems"].toInt(), 1);
        QCOMPARE(targets["uniqueItems"], QJsonValue(true));
        QVERIFY(!at("service.command").contains("uniqueItems"));

        const QJsonObject name = at("workload.name");
        QCOMPARE(name["type"].toString(), "string");
        QCOMPARE(name["pattern"].toString(), q(grammar::pattern(Kind::Label)));
        QCOMPARE(name["minLength"].toInt(), 1);
        QCOMPARE(name["maxLength"].toInt(), 40);

        QCOMPARE(strings(at("service.preset")["enum"]),
                 kWords.presets.empty() ? QStringList{} : QStringList({"node", "postgres"}));
        QCOMPARE(strings(at("service.waiver.control")["enum"]),
                 QStringList({"seccomp", "read-only-root"}));
        QCOMPARE(strings(at("host.region")["anyOf"].toArray()[0].toObject()["enum"]),
                 QStringList({"NO", "SE"}));
        QCOMPARE(at("host.region")["anyOf"].toArray()[1].toObject()["pattern"].toString(),
                 "^[A-Z]{2}$");
        QCOMPARE(at("host.userCountries")["items"].toObject()["anyOf"].toArray().size(), 2);
        QCOMPARE(strings(at("service.variable.value")["type"]),
                 QStringList({"string", "number", "boolean"}));
        QCOMPARE(at("services")["minItems"].toInt(), 1);
        QVERIFY(!at("service.ports").contains("minItems"));
    }

    void conditionsAreDescribed()
    {
        const QJsonObject root = schema();
        QVERIFY(schemaOf(root, "service.port.hostAddress")["description"].toString().endsWith(
            " Asked when exposure is private."));
        QVERIFY(schemaOf(root, "service.port.hostPort")["description"].toString().endsWith(
            " Asked when exposure is not internal."));
        QVERIFY(schemaOf(root, "service.secret.variable")["description"].toString().endsWith(
            " Asked, and required, when use is variable."));
    }

    void withoutACatalogue()
    {
        const QJsonObject root = schema({});
        QVERIFY(!schemaOf(root, "service.preset").contains("enum"));
        QCOMPARE(schemaOf(root, "host.region")["pattern"].toString(), "^[A-Z]{2}$");
    }

    void patternsAcceptWhatTheReaderAccepts()
    {
        const QJsonObject root = schema({});
        QStringList patterns;
        patternsOf(root, patterns);
        QVERIFY(patterns.size() > 20);
        for (const QString &pattern : patterns)
            QVERIFY2(QRegularExpression(pattern).isValid(), qPrintable(pattern));

        samples::Random random(5);
        for (const Question *question : allQuestions()) {
            if (!samples::isText(question->kind))
                continue;
            QJsonObject one = schemaOf(root, question->id);
            if (samples::isList(question->kind))
                one = one["items"].toObject();
            const QRegularExpression pattern(one["pattern"].toString());
            for (int i = 0; i < 50; ++i) {
                const std::string text = samples::textFor(*question, random);
                QVERIFY2(pattern.match(q(text)).hasMatch(), text.c_str());
            }
        }
        const QRegularExpression bytes(schemaOf(root, "host.memory")["pattern"].toString());
        for (const char *text : {"4096", "512Mi", "1.5Gi", "200M", "1GB", "64k", "512mb", "4097b",
                                 "2TiB", "1K", "3B"}) {
            QVERIFY(parseBytes(text).has_value());
            QVERIFY2(bytes.match(text).hasMatch(), text);
        }
        for (const char *text : {"lots", "512 Mi", "-1", "1,5Gi", "512MiBs", "512Mib"})
            QVERIFY2(!bytes.match(text).hasMatch(), text);
        const QRegularExpression cpu(schemaOf(root, "service.resources.cpu")["pattern"].toString());
        for (const char *text : {"2", "0.5", "250m"})
            QVERIFY2(cpu.match(text).hasMatch(), text);
        const QRegularExpression span(schemaOf(root, "service.stopGrace")["pattern"].toString());
        for (const char *text : {"30s", "1m30s", "500ms", "2h"})
            QVERIFY2(span.match(text).hasMatch(), text);
    }
};

QTEST_GUILESS_MAIN(TestJsonSchema)
#include "tst_json_schema.moc"
