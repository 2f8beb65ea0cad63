// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/profile/writer.h"
#include "tests/support/examples.h"
#include "ui/session/navigator.h"
#include "ui/session/profile_file.h"
#include "ui/session/recovery.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace skanse;
using namespace skanse::ui;

/// What is edited: undo, drafts, items, files and recovery.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void typingIsOneStepOfUndo();
    void refusedAnswerChangesNothing();
    void itemsAreEdited();
    void draftsFollowTheirItem();
    void renamedServiceKeepsItsPeers();
    void ambiguousNameMovesNobody();
    void newestAnswersWin();
    void errorsKeepTheLastBundle();
    void savingKeepsCommentsAtTheTop();
    void failedSaveSaysWhyAndKeepsTheFile();
    void workIsRecovered();
    void liveWorkIsNotOffered();
    void placesHaveKeys();
    void diagnosticsLeadToTheirQuestion();
};

namespace {

Answers webShop()
{
    return *ui::readProfileFile(QStringLiteral(":/skanse/examples/web-shop.skanse.yaml"))
                .profile.transform([](const Profile &profile) { return profile.answers; });
}

AnswerPlace place(const RecordPath &record, std::string_view key)
{
    return {record, record.type().find(key)};
}

const Question &list(std::string_view key)
{
    return *serviceType().find(key);
}

} // namespace

void TestSession::typingIsOneStepOfUndo()
{
    Session session;
    session.start(webShop());
    const AnswerPlace description = place(workloadPath(), "description");
    const AnswerPlace owner = place(workloadPath(), "owner");
    const Answers before = session.answers();
    for (const char *text : {"A", "A s", "A shop"})
        QVERIFY(session.setAnswer(description, std::string(text)).has_value());
    QVERIFY(session.setAnswer(owner, std::string("Operations")).has_value());
    QCOMPARE(session.undoStack().count(), 2);
    session.undoStack().undo();
    QCOMPARE(session.answers().workload.description, std::string("A shop"));
    session.undoStack().undo();
    QVERIFY(session.answers() == before);
    QVERIFY(!session.isModified());
    session.undoStack().redo();
    QCOMPARE(session.answers().workload.description, std::string("A shop"));
    QVERIFY(session.isModified());
}

void TestSession::refusedAnswerChangesNothing()
{
    Session session;
    session.start(webShop());
    const Answers before = session.answers();
    const AnswerPlace memory = place(servicePath(3).group(list("resources")), "memory");
    QVERIFY(!session.setAnswer(memory, std::string("much")).has_value());
    QVERIFY(!session.setAnswer(place(workloadPath(), "name"), {}).has_value());
    QVERIFY(session.answers() == before);
    QVERIFY(session.setAnswer(memory, std::string("1.5Gi")).has_value());
    QCOMPARE(toString(*session.answers().services[3].resources.memory), std::string("1536Mi"));
}

void TestSession::itemsAreEdited()
{
    Session session;
    session.start(webShop());
    QSignalSpy moved(&session, &Session::structureChanged);
    const Question &services = *answersType().find("services");
    const std::size_t copy = session.duplicateItem(RecordPath(), services, 1);
    QCOMPARE(copy, std::size_t{2});
    QCOMPARE(session.answers().services[2].name, std::string("api-2"));
    session.moveItem(RecordPath(), services, 2, 0);
    QCOMPARE(session.answers().services[0].name, std::string("api-2"));
    QCOMPARE(session.answers().services[1].name, std::string("web"));
    session.removeItem(RecordPath(), services, 0);
    QCOMPARE(session.answers().services.size(), std::size_t{5});
    QVERIFY(moved.count() >= 2);
    session.undoStack().undo();
    session.undoStack().undo();
    session.undoStack().undo();
    QVERIFY(session.answers() == webShop());
}

void TestSession::draftsFollowTheirItem()
{
    Session session;
    session.start(webShop());
    const auto variable = [](std::size_t index) {
        return place(servicePath(1).item(list("environment"), index), "name");
    };
    session.setDraft(variable(2), QStringLiteral("not a name!"), {});
    session.removeItem(servicePath(1), list("environment"), 0);
    QVERIFY(session.draft(variable(2)) == nullptr);
    QVERIFY(session.draft(variable(1)) != nullptr);
    session.moveItem(servicePath(1), list("environment"), 1, 3);
    QVERIFY(session.draft(variable(3)) != nullptr);
    session.removeItem(servicePath(1), list("environment"), 3);
    QVERIFY(session.drafts().empty());
}

void TestSession::renamedServiceKeepsItsPeers()
{
    Session session;
    session.start(webShop());
    QVERIFY(session.setAnswer(place(servicePath(3), "name"), std::string("database")).has_value());
    QCOMPARE(session.answers().services[1].peers[0].service, std::string("database"));
    QCOMPARE(session.answers().services[2].peers[0].service, std::string("database"));
    session.undoStack().undo();
    QVERIFY(session.answers() == webShop());
}

void TestSession::ambiguousNameMovesNobody()
{
    Session session;
    session.start(webShop());
    // On the way to "cache-2" the name is that of another service for a moment.
    const AnswerPlace name = place(servicePath(3), "name");
    QVERIFY(session.setAnswer(name, std::string("cache")).has_value());
    QVERIFY(session.setAnswer(name, std::string("cache-2")).has_value());
    QCOMPARE(session.answers().services[1].peers[1].service, std::string("cache"));
}

void TestSession::newestAnswersWin()
{
    Session session;
    session.start(webShop());
    QSignalSpy results(&session, &Session::resultChanged);
    const AnswerPlace description = place(workloadPath(), "description");
    for (int i = 0; i < 50; ++i)
        QVERIFY(session.setAnswer(description, std::to_string(i)).has_value());
    QTRY_VERIFY(!session.isPending());
    QCOMPARE(session.result()->outcome.profile->answers.workload.description, std::string("49"));
    QVERIFY(results.count() < 50); // those in between were dropped
}

void TestSession::errorsKeepTheLastBundle()
{
    Session session;
    session.start(webShop());
    QTRY_VERIFY(!session.isPending());
    const ResultPtr good = session.shown();
    QVERIFY(!good->outcome.bundle.artifacts.empty());
    session.edit(QStringLiteral("break"),
                 [](Answers &answers) { answers.services[0].peers[0].service = "nobody"; });
    QTRY_VERIFY(!session.isPending());
    QVERIFY(session.result()->outcome.failed());
    QCOMPARE(session.shown().get(), good.get());
    QCOMPARE(session.findings().worst(Step::Peers, 0), std::optional(Severity::Error));
    QVERIFY(session.findings().worst(Step::Peers, 1) != std::optional(Severity::Error));
}

void TestSession::savingKeepsCommentsAtTheTop()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.skanse.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# Keep me.\n#\nskanse: 1\nworkload: {name: a}\nhost: {region: SE}\nservices:\n"
               "  - {name: web, preset: nginx}\n");
    file.close();
    Session session;
    QVERIFY(session.open(path).has_value());
    QVERIFY(session.setAnswer(place(workloadPath(), "name"), std::string("b")).has_value());
    QVERIFY(session.isModified());
    QVERIFY(session.save(path).has_value());
    QVERIFY(!session.isModified());
    const std::string text = test::readAll(path);
    QVERIFY(text.starts_with("# Keep me.\n#\n"));
    QVERIFY(text.contains("name: b"));
    Session again;
    QVERIFY(again.open(path).has_value());
    QVERIFY(again.answers() == session.answers());
    // They go along to another file, and those of a file that is replaced do not stay.
    const QString other = folder.filePath(QStringLiteral("other.skanse.yaml"));
    QVERIFY(QFile::copy(path, other));
    QVERIFY(again.save(folder.filePath(QStringLiteral("copy.skanse.yaml"))).has_value());
    QVERIFY(test::readAll(again.filePath()).starts_with("# Keep me.\n"));
    Session fresh;
    fresh.start(webShop());
    QVERIFY(fresh.save(other).has_value());
    QVERIFY(!test::readAll(other).contains("Keep me"));
}

void TestSession::failedSaveSaysWhyAndKeepsTheFile()
{
    QTemporaryDir folder;
    Session session;
    session.start(webShop());
    const auto saved = session.save(folder.filePath(QStringLiteral("no/such/folder.skanse.yaml")));
    QVERIFY(!saved.has_value());
    QVERIFY(!saved.error().message.nb.empty());
    QVERIFY(session.filePath().isEmpty());
    const auto opened = session.open(folder.path());
    QVERIFY(!opened.has_value());
    QVERIFY(session.answers() == webShop());
}

void TestSession::workIsRecovered()
{
    QTemporaryDir folder;
    Answers wanted;
    {
        Session session;
        Recovery recovery(session, folder.path());
        session.start(webShop());
        session.addItem(servicePath(0), list("ports")); // not even named: not a valid profile
        QVERIFY(session.setAnswer(place(workloadPath(), "owner"), std::string("Me")).has_value());
        session.setDraft(place(workloadPath(), "hostname"), QStringLiteral("not a name"), {});
        recovery.writeNow();
        wanted = session.answers();
    } // the lock goes as it would with the process; the copy stays
    Session session;
    Recovery recovery(session, folder.path());
    const auto left = recovery.leftBehind();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.front().name, QStringLiteral("nettbutikk"));
    QVERIFY(recovery.restore(left.front()));
    QVERIFY(session.answers() == wanted);
    QVERIFY(session.isModified());
    QCOMPARE(session.drafts().size(), std::size_t{1});
    QVERIFY(recovery.leftBehind().isEmpty());
}

void TestSession::liveWorkIsNotOffered()
{
    QTemporaryDir folder;
    Session first;
    Recovery one(first, folder.path());
    first.start(webShop());
    QVERIFY(first.setAnswer(place(workloadPath(), "owner"), std::string("Me")).has_value());
    one.writeNow();
    Session second;
    Recovery two(second, folder.path());
    QVERIFY(two.leftBehind().isEmpty());
    one.forget();
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestSession::placesHaveKeys()
{
    const Answers answers = webShop();
    const AnswerPlace memory = place(servicePath(3).group(list("resources")), "memory");
    QCOMPARE(keyOf(memory), std::string("services#3/resources/memory"));
    QVERIFY(placeOfKey(answers, keyOf(memory)) == memory);
    for (const char *key : {"services#9/name", "nothing", "services#x/name", "workload#0/name", ""})
        QVERIFY2(!placeOfKey(answers, key), key);
}

void TestSession::diagnosticsLeadToTheirQuestion()
{
    const Answers answers = webShop();
    const AnswerPlace size = placeAt(answers, "services.db.storage./var/lib/postgresql/data.size",
                                     "service.storage.size");
    QCOMPARE(keyOf(size), std::string("services#3/storage#0/size"));
    // What is missing has no place of its own.
    const AnswerPlace missing = placeAt(answers, "services.api.peers.#9.port", "service.peer.port");
    QCOMPARE(missing.record.service(), 1);
    QVERIFY(!placeAt(answers, "host.region", "host.region").isNull());
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
