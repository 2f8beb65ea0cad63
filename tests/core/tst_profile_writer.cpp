// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "answer_samples.h"
#include "core/profile/answer_path.h"
#include "core/profile/reader.h"
#include "core/profile/writer.h"

#include <QRegularExpression>
#include <QTest>

using namespace skanse;

namespace {

QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray allOf(const Diagnostics &diagnostics)
{
    std::string text;
    for (const Diagnostic &d : diagnostics)
        text += std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + ": " + d.path
              + ": " + d.message.en + "\n";
    return QByteArray::fromStdString(text);
}

Answers small()
{
    Answers answers;
    answers.workload.name = "shop";
    answers.host.region = "NO";
    answers.services.emplace_back();
    answers.services.back().name = "api";
    answers.services.back().preset = "node";
    return answers;
}

} // namespace

class TestProfileWriter : public QObject
{
    Q_OBJECT

private slots:
    void aSmallProfile()
    {
        QCOMPARE(q(writeProfile(small())), "---\n"
                                           "skanse: 1\n"
                                           "workload:\n"
                                           "  name: shop\n"
                                           "host:\n"
                                           "  region: \"NO\"\n"
                                           "services:\n"
                                           "  - name: api\n"
                                           "    preset: node\n");
    }

    void onlyWhatIsSaid()
    {
        Answers answers = small();
        answers.workload.targets = {Target::Compose, Target::Ci};
        answers.host.sshPort = 22;
        answers.host.adminNetworks = {*parseNetwork("10.0.0.0/8")};
        Service &api = answers.services.front();
        Port &port = api.ports.emplace_back();
        port.name = "http";
        port.exposure = Exposure::Public;
        port.host = 8443;
        port.hostAddress = "10.0.0.1"; // hidden: not for public ports
        api.resources.memory = Bytes{512LL << 20U};
        api.resources.cpu = Cpu{500};
        api.peers.emplace_back().service = "db";
        api.stopGrace = Duration{90'000};
        api.command = {"node", "--title=a: b # c"};
        Storage &storage = api.storage.emplace_back();
        storage.path = "/data";
        storage.backup = false;
        QCOMPARE(q(writeProfile(answers)), "---\n"
                                           "skanse: 1\n"
                                           "workload:\n"
                                           "  name: shop\n"
                                           "  targets: [compose, ci]\n"
                                           "host:\n"
                                           "  region: \"NO\"\n"
                                           "  adminNetworks: [\"10.0.0.0/8\"]\n"
                                           "services:\n"
                                           "  - name: api\n"
                                           "    preset: node\n"
                                           "    command: [node, \"--title=a: b # c\"]\n"
                                           "    ports:\n"
                                           "      - name: http\n"
                                           "        exposure: public\n"
                                           "        hostPort: 8443\n"
                                           "    storage:\n"
                                           "      - path: /data\n"
                                           "        backup: false\n"
                                           "    resources:\n"
                                           "      memory: \"512Mi\"\n"
                                           "      cpu: \"0.5\"\n"
                                           "    peers:\n"
                                           "      - service: db\n"
                                           "    stopGrace: \"1m30s\"\n");
    }

    void longListsHaveOneLineForEachEntry()
    {
        Answers answers = small();
        answers.services.front().arguments = {std::string(40, 'a'), std::string(40, 'b')};
        const QString text = q(writeProfile(answers));
        QVERIFY2(text.contains("    arguments:\n      - aaaa"), qPrintable(text));
    }

    void roundTrips_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 0; seed < 150; ++seed)
            QTest::addRow("%llu", static_cast<unsigned long long>(seed)) << seed;
    }

    void roundTrips()
    {
        QFETCH(quint64, seed);
        const Answers answers = samples::randomAnswers(seed);
        const std::string text = writeProfile(answers);
        const ReadResult result = readProfile(text);
        QVERIFY2(result.diagnostics.empty(),
                 allOf(result.diagnostics) + QByteArray::fromStdString(text));
        QVERIFY(result.profile.has_value());
        QVERIFY2(result.profile->answers == answers, text.c_str());
        QCOMPARE(q(writeProfile(result.profile->answers)), q(text));
        QCOMPARE(fingerprint(result.profile->answers), fingerprint(answers));

        // Every place names an answer, and the answer is found there.
        QVERIFY(result.profile->places.size() > 5);
        static const QRegularExpression kEntry("\\.#\\d+$");
        for (const auto &[path, place] : result.profile->places) {
            QVERIFY2(place.line > 0 && place.column > 0, path.c_str());
            auto found = findAnswer(answers, path);
            if (!found && q(path).contains(kEntry)) // an entry of a list of words
                found = findAnswer(answers, path.substr(0, path.rfind('.')));
            QVERIFY2(found.has_value(), path.c_str());
        }
    }

    void everyQuestionTravels_data()
    {
        QTest::addColumn<QString>("id");
        for (const Question *question : allQuestions())
            if (!samples::isNested(question->kind))
                QTest::addRow("%s", question->id.data()) << q(question->id);
    }

    void everyQuestionTravels()
    {
        QFETCH(QString, id);
        const Question *question = findQuestion(id.toStdString());
        const Answers answers = samples::answersFor(*question);
        const std::string text = writeProfile(answers);
        const ReadResult result = readProfile(text);
        QVERIFY2(result.profile.has_value(),
                 allOf(result.diagnostics) + QByteArray::fromStdString(text));
        QVERIFY2(result.profile->answers == answers, text.c_str());
    }

    void fingerprintsTellAnswersApart()
    {
        const std::string one = fingerprint(small());
        static const QRegularExpression kForm("^[0-9a-f]{12}$");
        QVERIFY(kForm.match(q(one)).hasMatch());
        QCOMPARE(fingerprint(small()), one);
        Answers other = small();
        other.workload.owner = "platform";
        QVERIFY(fingerprint(other) != one);
        // What is hidden is no answer.
        Answers hidden = small();
        hidden.services.front().ports.emplace_back().name = "http";
        const std::string visible = fingerprint(hidden);
        hidden.services.front().ports.front().hostAddress = "10.0.0.1";
        QCOMPARE(fingerprint(hidden), visible);
    }

    void answersByPath()
    {
        Answers answers = small();
        Service &api = answers.services.front();
        api.ports.emplace_back().name = "http";
        api.ports.front().container = 8080;
        api.peers.emplace_back().service = "db";
        api.storage.emplace_back().path = "/var/lib/a";
        api.storage.emplace_back().path = "/var/lib/a.size"; // looks like an answer of the first
        api.storage.back().kind = StorageKind::Cache;
        answers.services.push_back(answers.services.front()); // the same name again
        answers.services.back().preset = "go";

        const auto value = [&](std::string_view path) {
            const auto found = findAnswer(answers, path);
            return found ? q(toString(found->value())) : QString("nothing");
        };
        QCOMPARE(value("workload.name"), "shop");
        QCOMPARE(value("services.api.preset"), "node");
        QCOMPARE(value("services.#1.preset"), "node");
        QCOMPARE(value("services.#2.preset"), "go");
        QCOMPARE(value("services.api.ports.http.container"), "8080");
        QCOMPARE(value("services.api.peers.#1.service"), "db");
        QCOMPARE(value("services.api.storage./var/lib/a.kind"), "data");
        QCOMPARE(value("services.api.storage./var/lib/a.size.kind"), "cache");
        QCOMPARE(value("services.api.peers.#2.service"), "nothing");
        QCOMPARE(value("services.web.preset"), "nothing");
        QCOMPARE(value("workload.nothing"), "nothing");
        QCOMPARE(value("workload.name.more"), "nothing");
        QCOMPARE(value(""), "nothing");
        QCOMPARE(value("."), "nothing");

        const auto group = findAnswer(answers, "services.api.resources");
        QVERIFY(group.has_value());
        QCOMPARE(group->question, findQuestion("service.resources"));
        QVERIFY(!isSet(group->value()));
        const auto item = findAnswer(answers, "services.#2");
        QVERIFY(item.has_value());
        QCOMPARE(item->item, std::optional<std::size_t>(1));
    }
};

QTEST_GUILESS_MAIN(TestProfileWriter)
#include "tst_profile_writer.moc"
