// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"
#include "core/evidence/evidence.h"
#include "tests/support/examples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace skanse;

namespace {

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::string drill(const std::string &results, const std::string &top = {})
{
    return "{" + top + "\"results\":[" + results + "]}";
}

std::string attempt(const std::string &control, bool held, const std::string &service = {})
{
    return R"({"control":")" + control + R"(",)"
         + (service.empty() ? "" : R"("service":")" + service + R"(",)") + R"("attempt":"tried )"
         + control + R"(","expected":"refused","seen":"seen","held":)"
         + (held ? "true}" : "false}");
}

std::string host(const std::string &date, const std::string &results,
                 const std::string &workload = "shop")
{
    return R"({"format":"skanse-verify-host/1","date":")" + date + R"(","workload":")" + workload
         + R"(","results":[)" + results + "]}";
}

std::string look(const std::string &control, const std::string &state)
{
    return R"({"check":"looked","control":")" + control + R"(","expected":"e","seen":"s","state":")"
         + state + R"("})";
}

EvidenceFile file(const std::string &name, const std::string &json)
{
    auto read = readEvidence(name, json);
    if (!read)
        qFatal("%s", read.error().message.en.c_str());
    return std::move(*read);
}

Outcome with(std::vector<EvidenceFile> files)
{
    return makeBundle("skanse: 1\nworkload: {name: shop}\nhost: {region: \"NO\"}\nservices:\n"
                      "  - {name: web, preset: nginx, ports: [{name: http, exposure: loopback}]}\n"
                      "  - {name: db, preset: postgres}\n",
                      std::make_shared<const Evidence>(Evidence{std::move(files), {}}));
}

const ControlStanding &standing(const Outcome &outcome, ControlId control)
{
    return outcome.plan->evidence.of(control);
}

std::size_t count(const Outcome &outcome, std::string_view id)
{
    return static_cast<std::size_t>(std::ranges::count(outcome.diagnostics, id, &Diagnostic::id));
}

} // namespace

/// What was seen on the running system, and what that says of the plan.
class TestEvidence : public QObject
{
    Q_OBJECT

private slots:
    void bothFormatsAreRead();
    void aRealDrillIsRead();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void folderIsReadInOrder();
    void folderIsBounded();
    void nothingSeenIsOpen();
    void heldIsVerifiedWithItsDate();
    void brokenContradicts();
    void newerRunReplacesOlderOfItsKind();
    void servicesThatWereNotSeenStayOpen();
    void anotherWorkloadIsNotUsed();
    void unknownServiceIsReported();
    void whatIsNotIntendedHasNoStanding();
    void documentsSayWhatWasSeen();
    void textFromOutsideStaysText();
};

void TestEvidence::bothFormatsAreRead()
{
    const EvidenceFile first = file("drill.json", drill(attempt("read-only-root", true, "web") + ","
                                                        + attempt("packet-filter", false)));
    QVERIFY(first.kind == EvidenceKind::Drill);
    QVERIFY(first.date.empty() && first.workload.empty());
    QCOMPARE(first.records.size(), 2U);
    QVERIFY(first.records[0].control == ControlId::read_only_root);
    QCOMPARE(first.records[0].service, std::string("web"));
    QVERIFY(first.records[0].state == EvidenceState::Held);
    QVERIFY(first.records[1].state == EvidenceState::Broken);
    const EvidenceFile untried =
        file("drill.json", R"({"results": [{"control": "seccomp", "service": "web",
        "attempt": "a", "expected": "e", "seen": "", "held": null}]})");
    QVERIFY(untried.records[0].state == EvidenceState::Unknown);
    QCOMPARE(first.sha256.size(), 64U);

    const EvidenceFile dated = file(
        "drill.json",
        drill({}, R"("format":"skanse-drill/1","date":"2026-11-20T21:14:00Z","workload":"shop",)"));
    QCOMPARE(dated.date, std::string("2026-11-20T21:14:00Z"));

    const EvidenceFile second =
        file("host.json",
             host("2026-11-20T21:14:00Z", look("ssh-keys-only", "ok") + "," + look("", "unknown")
                                              + "," + look("time-sync", "differs")));
    QVERIFY(second.kind == EvidenceKind::Host);
    QVERIFY(second.records[0].state == EvidenceState::Held);
    QVERIFY(!second.records[1].control && second.records[1].state == EvidenceState::Unknown);
    QVERIFY(second.records[2].state == EvidenceState::Broken);
    QVERIFY(dayOf(second.date) == "2026-11-20");
}

/// Recorded: verify/drill.sh --json of a hardened bundle, beside its naive workload (tests/runtime/drill).
void TestEvidence::aRealDrillIsRead()
{
    QFile recorded(test::sourceFolder() + QStringLiteral("/tests/core/recorded/drill.json"));
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    const EvidenceFile drill = file("drill.json", recorded.readAll().toStdString());
    QVERIFY(drill.kind == EvidenceKind::Drill);
    const auto count = [&](EvidenceState state) {
        return std::ranges::count(drill.records, state, &EvidenceRecord::state);
    };
    QVERIFY(count(EvidenceState::Held) > 40);
    QVERIFY(count(EvidenceState::Broken) > 30);
    QVERIFY(count(EvidenceState::Unknown) > 3);
}

void TestEvidence::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const std::string &json, const char *says) {
        QTest::newRow(name) << QByteArray::fromStdString(json) << QString::fromUtf8(says);
    };
    row("no json", "{\n  \"results\": [\n    oops\n]}", "line 3");
    row("empty", "", "JSON");
    row("a list", "[]", "results");
    row("no list", R"({"results":{}})", "results");
    row("more keys", R"({"results":[],"x":1})", "“x”");
    row("no object", R"({"results":[1]})", "results[0]");
    row("second", drill(attempt("seccomp", true) + ",{}"), "results[1]");
    row("control", drill(attempt("nope", true)), "“nope”");
    row("no control", drill(attempt("", true)), "results[0]");
    row("held", R"({"results":[{"control":"seccomp","attempt":"a","expected":"e","seen":"s",
        "held":"yes"}]})",
        "“held”");
    row("held is missing", R"({"results":[{"control":"seccomp","attempt":"a","expected":"e",
        "seen":"s"}]})",
        "“held”");
    row("missing", R"({"results":[{"control":"seccomp","attempt":"a","expected":"e",
        "held":true}]})",
        "“seen”");
    row("unknown key", R"({"results":[{"control":"seccomp","attempt":"a","expected":"e","seen":"s",
        "held":true,"note":"n"}]})",
        "“note”");
    row("format", R"({"format":"skanse-drill/2","results":[]})", "skanse-drill/2");
    row("date", host("20 November", {}), "20 November");
    row("local date", host("2026-11-20T21:14:00+01:00", {}), "UTC");
    row("host without workload",
        R"({"format":"skanse-verify-host/1","date":"2026-11-20T21:14:00Z","results":[]})",
        "workload");
    row("state", host("2026-11-20T21:14:00Z", look("seccomp", "fine")), "“fine”");
    row("host key", host("2026-11-20T21:14:00Z", attempt("seccomp", true)), "results[0]");
    row("hidden", drill(attempt("\\u202e", true)), "results[0]");
    row("long", drill(attempt("seccomp", true, std::string(5000, 'a'))), "4000");
    QTest::newRow("too large") << QByteArray(kMaximumEvidenceBytes + 1, ' ')
                               << QStringLiteral("4 MiB");
    QByteArray deep(200'000, '[');
    QTest::newRow("deep") << deep << QStringLiteral("JSON");
}

void TestEvidence::badFilesAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto read =
        readEvidence("x.json", {json.constData(), static_cast<std::size_t>(json.size())});
    QVERIFY(!read);
    const QString message = QString::fromStdString(read.error().message.en);
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY(!read.error().message.nb.empty());
    QVERIFY(message.size() < 300);
}

void TestEvidence::folderIsReadInOrder()
{
    const QTemporaryDir folder;
    const auto write = [&](const char *name, const std::string &text) {
        QFile out(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QByteArray::fromStdString(text));
    };
    write("b.json", drill(attempt("seccomp", true)));
    write("a.json", drill(attempt("seccomp", false)));
    write("bad.json", "{");
    write("notes.txt", "not evidence");
    const Evidence read = readEvidenceFolder(folder.path().toStdString());
    QCOMPARE(read.files.size(), 2U);
    QCOMPARE(read.files[0].name, std::string("a.json"));
    QCOMPARE(read.problems.size(), 1U);
    QVERIFY(has(read.problems[0].message.en, "bad.json"));
    QVERIFY(read.problems[0].severity == Severity::Warning);
    const Evidence none =
        readEvidenceFolder((folder.path() + QStringLiteral("/none")).toStdString());
    QVERIFY(none.files.empty() && none.problems.empty());
    QCOMPARE(evidenceFolderOf("/a/b/shop.skanse.yaml"), std::string("/a/b/evidence"));
    QCOMPARE(evidenceFolderOf("shop.skanse.yaml"), std::string("evidence"));
}

void TestEvidence::folderIsBounded()
{
    const QTemporaryDir folder;
    for (std::size_t i = 0; i <= kMaximumEvidenceFiles; ++i) {
        QFile out(folder.filePath(QStringLiteral("%1.json").arg(i, 4, 10, QLatin1Char('0'))));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("{\"results\":[]}");
    }
    const Evidence read = readEvidenceFolder(folder.path().toStdString());
    QCOMPARE(read.files.size(), kMaximumEvidenceFiles);
    QCOMPARE(read.problems.size(), 1U);
    QVERIFY(read.problems[0].id == "evidence-too-many");
}

void TestEvidence::nothingSeenIsOpen()
{
    const Outcome outcome = with({});
    for (const ControlStanding &one : outcome.plan->evidence.standings)
        QVERIFY(one.state == Standing::Open);
    QCOMPARE(count(outcome, "evidence-contradicts"), 0U);
    // Something that could not be seen is no evidence for either.
    const Outcome unknown =
        with({file("h.json", host("2026-11-20T00:00:00Z", look("time-sync", "unknown")))});
    QVERIFY(standing(unknown, ControlId::time_sync).state == Standing::Open);
}

void TestEvidence::heldIsVerifiedWithItsDate()
{
    const Outcome outcome =
        with({file("h.json", host("2026-11-20T21:14:00Z", look("time-sync", "ok")))});
    const ControlStanding &seen = standing(outcome, ControlId::time_sync);
    QVERIFY(seen.state == Standing::Verified);
    QCOMPARE(seen.date, std::string("2026-11-20T21:14:00Z"));
    QVERIFY(standing(outcome, ControlId::ssh_keys_only).state == Standing::Open);
}

void TestEvidence::brokenContradicts()
{
    const Outcome outcome =
        with({file("host.json", drill(attempt("read-only-root", true, "web") + ","
                                      + attempt("read-only-root", false, "db")))});
    QVERIFY(standing(outcome, ControlId::read_only_root).state == Standing::Contradicted);
    QCOMPARE(count(outcome, "evidence-contradicts"), 1U);
    QVERIFY(!outcome.failed()); // the files are still right
    const auto found =
        std::ranges::find(outcome.diagnostics, "evidence-contradicts", &Diagnostic::id);
    QCOMPARE(found->path, std::string("evidence/host.json"));
    QCOMPARE(found->place.line, 0); // it is about no answer, though one is called host
}

void TestEvidence::newerRunReplacesOlderOfItsKind()
{
    const std::string older = host("2026-11-01T00:00:00Z", look("time-sync", "differs"));
    const std::string newer = host("2026-11-20T00:00:00Z", look("time-sync", "ok"));
    // Whatever the names are: the date decides.
    const Outcome mended = with({file("a.json", newer), file("b.json", older)});
    QVERIFY(standing(mended, ControlId::time_sync).state == Standing::Verified);
    QCOMPARE(standing(mended, ControlId::time_sync).sightings.size(), 1U);
    const Outcome worse =
        with({file("a.json", newer),
              file("b.json", host("2026-11-21T00:00:00Z", look("time-sync", "differs")))});
    QVERIFY(standing(worse, ControlId::time_sync).state == Standing::Contradicted);
    // A drill does not take back what was seen on the server.
    const Outcome both =
        with({file("a.json", older), file("b.json", drill(attempt("time-sync", true)))});
    QVERIFY(standing(both, ControlId::time_sync).state == Standing::Contradicted);
    QCOMPARE(standing(both, ControlId::time_sync).sightings.size(), 2U);
}

void TestEvidence::servicesThatWereNotSeenStayOpen()
{
    const Outcome one = with({file("d.json", drill(attempt("read-only-root", true, "web")))});
    const ControlStanding &part = standing(one, ControlId::read_only_root);
    QVERIFY(part.state == Standing::Verified);
    QCOMPARE(part.unseen, std::vector<int>{1});
    // What was said of the whole workload was said of each service.
    const Outcome all = with({file("d.json", drill(attempt("read-only-root", true)))});
    QVERIFY(standing(all, ControlId::read_only_root).unseen.empty());
}

void TestEvidence::anotherWorkloadIsNotUsed()
{
    const Outcome outcome =
        with({file("h.json", host("2026-11-20T21:14:00Z", look("time-sync", "differs"), "other"))});
    QVERIFY(standing(outcome, ControlId::time_sync).state == Standing::Open);
    QCOMPARE(outcome.plan->evidence.others.size(), 1U);
    QCOMPARE(count(outcome, "evidence-of-another-workload"), 1U);
}

void TestEvidence::unknownServiceIsReported()
{
    const Outcome outcome = with({file("d.json", drill(attempt("read-only-root", true, "ghost")))});
    QVERIFY(standing(outcome, ControlId::read_only_root).state == Standing::Open);
    QCOMPARE(count(outcome, "evidence-unknown-service"), 1U);
}

void TestEvidence::whatIsNotIntendedHasNoStanding()
{
    // Not applied here: nobody asked for remapped users.
    const Outcome outcome =
        with({file("h.json", host("2026-11-20T21:14:00Z", look("daemon-userns", "differs")))});
    QVERIFY(standing(outcome, ControlId::daemon_userns).state == Standing::Open);
    QCOMPARE(count(outcome, "evidence-contradicts"), 0U);
}

void TestEvidence::documentsSayWhatWasSeen()
{
    const Outcome outcome =
        with({file("d.json", drill(attempt("read-only-root", false, "db"),
                                   R"("date":"2026-11-21T08:00:00Z",)")),
              file("h.json", host("2026-11-20T21:14:00Z", look("ssh-keys-only", "ok")))});
    const std::string &hardening = outcome.bundle.find("HARDENING.md")->text;
    QVERIFY(has(hardening, "- **Evidence:** intended, verified on 2026-11-20 (`h.json`)"));
    QVERIFY(has(hardening, "- **Evidence:** intended, contradicted on 2026-11-21 (`d.json`); open "
                           "for `web`"));
    QVERIFY(has(hardening, "- **Evidence:** intended, open"));
    QVERIFY(has(hardening, "### What contradicts the plan"));
    QVERIFY(has(hardening, "tried read-only-root"));
    QVERIFY(has(hardening, outcome.plan->evidence.files[0]->sha256));
    const std::string &checklist = outcome.bundle.find("host/CHECKLIST.md")->text;
    QVERIFY(has(checklist, "Evidence: `ssh-keys-only` verified on 2026-11-20"));
    QVERIFY(has(checklist, "`contradictions-mended`"));
    // The files that run stay the same: evidence decides nothing about them.
    const Outcome without = with({});
    QCOMPARE(outcome.bundle.find("compose.yaml")->text, without.bundle.find("compose.yaml")->text);
    QVERIFY(!has(without.bundle.find("host/CHECKLIST.md")->text, "- Evidence:"));
    QVERIFY(has(without.bundle.find("HARDENING.md")->text, "None was loaded"));
}

void TestEvidence::textFromOutsideStaysText()
{
    const Outcome outcome =
        with({file("d`|.json",
                   R"json({"results":[{"control":"seccomp","attempt":"a | b\n# Heading <b>x</b>",
        "expected":"`e`","seen":"[link](http://x)","held":false}]})json")});
    const std::string &hardening = outcome.bundle.find("HARDENING.md")->text;
    QVERIFY(!has(hardening, "\n# Heading"));
    QVERIFY(!has(hardening, "<b>x</b>"));
    QVERIFY(!has(hardening, "[link](http://x)"));
    QVERIFY(has(hardening, "a \\| b"));
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
