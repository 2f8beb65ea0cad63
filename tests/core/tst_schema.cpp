// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "answer_samples.h"
#include "core/base/hygiene.h"
#include "core/profile/condition_text.h"
#include "core/schema/grammar.h"
#include "core/schema/question.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <functional>
#include <limits>

using namespace skanse;

namespace {

constexpr auto kUnbounded = std::numeric_limits<std::int64_t>::max();

QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Calls `visit` for every record type and each of its questions.
void forEachQuestion(const std::function<void(const RecordType &, const Question &)> &visit,
                     const RecordType &type = answersType())
{
    for (const Question &question : type.questions) {
        visit(type, question);
        if (question.items != nullptr)
            forEachQuestion(visit, *question.items);
    }
}

void conditionsOf(const Condition &condition, std::vector<const Condition *> &out)
{
    out.push_back(&condition);
    for (const Condition &part : condition.parts)
        conditionsOf(part, out);
}

} // namespace

/// What must hold for every question of the table.
class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void idsAreUniqueAndNameTheKey()
    {
        QSet<QString> ids;
        std::size_t count = 0;
        forEachQuestion([&](const RecordType &type, const Question &question) {
            const QString id = q(question.id);
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids.insert(id);
            const std::string expected = type.id.empty()
                                           ? std::string(question.key)
                                           : std::string(type.id) + "." + std::string(question.key);
            QCOMPARE(id, q(expected));
            QCOMPARE(findQuestion(question.id), &question);
            ++count;
        });
        QCOMPARE(allQuestions().size(), count);
        QVERIFY(count > 90);
        QCOMPARE(findQuestion("service.port.nothing"), nullptr);
    }

    void keysAreUniqueInTheirRecord()
    {
        forEachQuestion([&](const RecordType &type, const Question &question) {
            QCOMPARE(type.find(question.key), &question);
            static const QRegularExpression kKey("^[a-z][A-Za-z0-9]*$");
            QVERIFY2(kKey.match(q(question.key)).hasMatch(), question.key.data());
        });
    }

    void textsAreThereInBothLanguages()
    {
        forEachQuestion([](const RecordType &, const Question &question) {
            for (const Language language : {Language::English, Language::Bokmal})
                for (const StaticProse *prose : {&question.label, &question.help}) {
                    const std::string_view text = prose->in(language);
                    QVERIFY2(!text.empty(), question.id.data());
                    QVERIFY2(!findBadCharacter(text, LineBreaks::Refused), question.id.data());
                    QCOMPARE(q(text).trimmed(), q(text));
                }
            QVERIFY2(question.help.en.ends_with('.') && question.help.nb.ends_with('.'),
                     question.id.data());
            QVERIFY2(!question.label.en.ends_with('.'), question.id.data());
        });
    }

    void boundsAreSane()
    {
        forEachQuestion([](const RecordType &, const Question &question) {
            const Bounds &bounds = question.bounds;
            QVERIFY2(bounds.least >= 0 && bounds.least <= bounds.most, question.id.data());
            const bool counted = question.kind == Kind::Integer || question.kind == Kind::Line
                              || question.kind == Kind::Items || samples::isList(question.kind);
            QVERIFY2(!counted || bounds.most != kUnbounded, question.id.data());
            QVERIFY2(question.kind != Kind::Items || !question.required || bounds.least > 0,
                     question.id.data());
        });
    }

    void choicesBelongToChoiceQuestions()
    {
        forEachQuestion([](const RecordType &, const Question &question) {
            const bool chooses = question.kind == Kind::Choice || question.kind == Kind::Choices;
            QCOMPARE(!question.choices.empty(), chooses);
            QSet<QString> words;
            for (const Choice &choice : question.choices) {
                QVERIFY2(!words.contains(q(choice.word)), question.id.data());
                words.insert(q(choice.word));
                QVERIFY(!choice.label.en.empty() && !choice.label.nb.empty());
            }
        });
    }

    void accessFitsTheKind()
    {
        forEachQuestion([](const RecordType &type, const Question &question) {
            const Access &access = question.access;
            const bool group = question.kind == Kind::Group;
            const bool items = question.kind == Kind::Items;
            QCOMPARE(question.items != nullptr, group || items);
            QCOMPARE(access.get != nullptr && access.set != nullptr, !group && !items);
            QCOMPARE(access.child != nullptr && access.childToEdit != nullptr, group);
            QCOMPARE(access.count != nullptr && access.at != nullptr && access.append != nullptr,
                     items);
            QVERIFY(type.defaults != nullptr);
            if (items && !question.items->identity.empty()) {
                const Question *identity = question.items->find(question.items->identity);
                QVERIFY2(identity != nullptr && identity->required, question.id.data());
                QVERIFY2(samples::isText(identity->kind), question.id.data());
            }
        });
    }

    void conditionsNameSiblings()
    {
        forEachQuestion([](const RecordType &type, const Question &question) {
            std::vector<const Condition *> parts;
            conditionsOf(question.when, parts);
            for (const Condition *part : parts) {
                if (part->op != Condition::Op::In && part->op != Condition::Op::IsSet)
                    continue;
                const Question *other = type.find(part->key);
                QVERIFY2(other != nullptr && other != &question, question.id.data());
                QVERIFY2(other->when.op == Condition::Op::Always, question.id.data());
                QVERIFY2(part->op != Condition::Op::In || !part->words.empty(), question.id.data());
                for (const std::string_view word : part->words)
                    QVERIFY2(check(*other, std::string(word)).has_value(), question.id.data());
            }
            if (question.when.op != Condition::Op::Always) {
                QVERIFY(!toString(question.when).empty());
                QVERIFY(!conditionText(question.when).en.empty());
                QVERIFY(!conditionText(question.when).nb.empty());
            }
        });
    }

    void conditionsCanHoldAndNotHold()
    {
        for (const Question *question : allQuestions()) {
            if (question->when.op == Condition::Op::Always)
                continue;
            forEachQuestion([&](const RecordType &type, const Question &candidate) {
                if (&candidate != question)
                    return;
                // Any other record type of the table is a part of a service.
                Service service;
                Host host;
                void *record = &type == &hostType() ? &host : nullptr;
                for (const Question &part : serviceType().questions)
                    if (part.items == &type)
                        record = part.kind == Kind::Items ? part.access.append(&service)
                                                          : part.access.childToEdit(&service);
                if (&type == &serviceType())
                    record = &service;
                QVERIFY2(record != nullptr, question->id.data());
                samples::satisfy(question->when, type, record, true);
                QVERIFY2(holds(question->when, type, record), question->id.data());
                samples::satisfy(question->when, type, record, false);
                QVERIFY2(!holds(question->when, type, record), question->id.data());
            });
        }
    }

    void conditionsAsText()
    {
        const Condition both =
            isOneOf("a", {"x", "y"}) && !(isAnswered("b") || isOneOf("c", {"z"}));
        QCOMPARE(q(conditionText(both).en), "a is x or y and b is not set and c is not z");
        QCOMPARE(q(conditionText(both).nb), "a er x eller y og b ikke er satt og c ikke er z");
        QCOMPARE(q(toString(both)), "a is x or y and not (b is set or c is z)");
        QVERIFY(conditionText({}).empty());
    }

    void defaultsAreUnsetOrPass()
    {
        forEachQuestion([](const RecordType &type, const Question &question) {
            const AnswerValue value = defaultOf(type, question);
            if (isSet(value))
                QVERIFY2(check(question, value).has_value(), question.id.data());
        });
    }

    void requiredMeansRequired()
    {
        forEachQuestion([](const RecordType &, const Question &question) {
            if (samples::isNested(question.kind))
                return;
            QCOMPARE(check(question, AnswerValue{}).has_value(), !question.required);
            if (question.required)
                QVERIFY2(!check(question, std::string{}).has_value(), question.id.data());
        });
    }

    void samplesPassAndComeBack()
    {
        samples::Random random(3);
        forEachQuestion([&](const RecordType &, const Question &question) {
            if (samples::isNested(question.kind))
                return;
            const QRegularExpression pattern(q(grammar::pattern(question.kind)));
            QVERIFY2(pattern.isValid(), question.id.data());
            for (int i = 0; i < 50; ++i) {
                const AnswerValue value = samples::valueFor(question, random);
                const auto checked = check(question, value);
                QVERIFY2(checked.has_value(),
                         qPrintable(q(question.id) + ": " + q(toString(value))
                                    + (checked ? "" : q(checked.error().message.en))));
                if (const auto *text = std::get_if<std::string>(&value))
                    QVERIFY2(pattern.match(q(*text)).hasMatch(), question.id.data());
            }
        });
    }

    void numbersOutsideTheBoundsAreRefused()
    {
        forEachQuestion([](const RecordType &, const Question &question) {
            if (question.kind != Kind::Integer)
                return;
            QVERIFY(check(question, question.bounds.least));
            QVERIFY(check(question, question.bounds.most));
            QVERIFY(!check(question, question.bounds.least - 1));
            QVERIFY(!check(question, question.bounds.most + 1));
        });
    }

    void badCharactersAndEndlessTextsAreRefusedEverywhere()
    {
        forEachQuestion([](const RecordType &, const Question &question) {
            if (!samples::isText(question.kind))
                return;
            const auto answer = [&](const std::string &text) -> AnswerValue {
                if (samples::isList(question.kind))
                    return std::vector{text};
                return text;
            };
            const auto bad = check(question, answer("a\xE2\x80\xAE"
                                                    "b"));
            QVERIFY2(!bad, question.id.data());
            QVERIFY2(bad.error().message.en.find("U+202E") != std::string::npos,
                     question.id.data());
            QVERIFY2(bad.error().message.nb.find("U+202E") != std::string::npos,
                     question.id.data());
            const auto endless = check(question, answer(std::string(100'000, 'a')));
            QVERIFY2(!endless, question.id.data());
            QVERIFY2(endless.error().message.en.size() < 500, question.id.data());
        });
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
