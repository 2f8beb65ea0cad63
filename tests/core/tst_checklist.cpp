// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"
#include "core/profile/writer.h"
#include "core/render/host/checklist_items.h"
#include "core/schema/question.h"
#include "tests/support/examples.h"
#include "tests/support/rich_answers.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace skanse;

namespace {

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::string profile(const std::string &host, const std::string &workload = {})
{
    return "skanse: 1\nworkload: {name: shop" + workload + "}\nhost: {region: \"NO\"" + host
         + "}\nservices:\n  - {name: web, preset: nginx, ports: [{name: http, exposure: "
           "public}]}\n";
}

const Diagnostic *diagnostic(const Outcome &outcome, std::string_view id)
{
    const auto found = std::ranges::find(outcome.diagnostics, id, &Diagnostic::id);
    return found == outcome.diagnostics.end() ? nullptr : &*found;
}

std::string_view checklist(const Outcome &outcome)
{
    const Artifact *found = outcome.bundle.find("host/CHECKLIST.md");
    return found == nullptr ? std::string_view() : std::string_view(found->text);
}

/// The line of an item and what belongs to it.
std::string item(const Outcome &outcome, const std::string &id)
{
    const std::string_view text = checklist(outcome);
    const auto at = text.find(" `" + id + "`\n");
    if (at == std::string_view::npos)
        return {};
    const auto begin = text.rfind("- [", at);
    auto end = text.find("\n- [", at);
    end = std::min(end, text.find("\n\n", at));
    return std::string(text.substr(begin, end - begin));
}

/// Workloads that together ask for every item.
std::vector<Outcome> outcomes()
{
    std::vector<Outcome> all;
    for (const auto &one : test::goldenCases())
        all.push_back(makeBundle(test::readAll(one.profile)));
    for (const char *system :
         {"debian-12", "debian-13", "ubuntu-22.04", "ubuntu-24.04", "almalinux-9", "rocky-9"})
        all.push_back(makeBundle(profile(", sshPort: 2222, swap: 1Gi, data: [personal], system: "
                                         + std::string(system))));
    for (const char *engine : {"docker", "docker-rootless", "podman"})
        all.push_back(makeBundle(profile(", engine: " + std::string(engine))));
    auto broken = readEvidence("d.json", R"({"results":[{"control":"read-only-root","attempt":"a",
        "expected":"e","seen":"s","held":false}]})");
    if (!broken)
        std::abort(); // the sample is wrong, not the program
    all.push_back(makeBundle(profile({}),
                             std::make_shared<const Evidence>(Evidence{{std::move(*broken)}, {}})));
    return all;
}

} // namespace

/// The items of the checklist: the same data for CHECKLIST.md and for the window.
class TestChecklist : public QObject
{
    Q_OBJECT

private slots:
    void sectionsFollowTheWork();
    void everyItemIsWholeAndAskedForSomewhere();
    void everyTextIsFilledInBothLanguages();
    void everyCommandIsShell();
    void referencesFitTheSystem();
    void answersStandInCommandsEncoded();
    void ticksShowWithTheirDay();
    void ticksAreKeptByTheProfile();
    void ticksChangeNoFileThatRuns();
    void unknownItemIsAWarningWithItsPlace();
    void tickThatIsNotAskedForIsANote();
    void badTicksAreRefused_data();
    void badTicksAreRefused();
    void dutiesAreItems();
    void everyLineOfTheFileComesFromThePlan();
};

void TestChecklist::sectionsFollowTheWork()
{
    QStringList ids;
    for (const ChecklistSection &section : catalogue().checklist)
        ids << QString::fromStdString(section.id);
    QCOMPARE(
        ids.join(QLatin1Char(' ')),
        QStringLiteral("kernel place size disk reach first-boot access updates kernel-settings "
                       "packet-filter docker storage secrets deploy verify backup monitoring "
                       "incident handover"));
    // Passwords are not switched off before another way in was tried.
    const auto &access = catalogue().checklist[6].items;
    const auto at = [&](std::string_view id) {
        return std::ranges::find(access, id, &ChecklistFact::id) - access.begin();
    };
    QVERIFY(at("ssh-second-session") < at("ssh-settings"));
    QVERIFY(at("ssh-settings") < at("ssh-refuses"));
}

void TestChecklist::everyItemIsWholeAndAskedForSomewhere()
{
    std::set<std::string> asked;
    for (const Outcome &outcome : outcomes())
        for (const ChecklistPart &part : outcome.plan->checklist)
            for (const ChecklistItem &one : part.items)
                asked.insert(one.id);
    for (const ChecklistSection &section : catalogue().checklist)
        for (const ChecklistFact &fact : section.items) {
            QVERIFY2(asked.contains(fact.id), (fact.id + " is asked for nowhere").c_str());
            QVERIFY2(!fact.title.empty() && !fact.why.empty() && !fact.good.empty(),
                     fact.id.c_str());
            QVERIFY2(!has(fact.title.en + fact.title.nb, "{{")
                         && !has(fact.title.en + fact.title.nb, "`"),
                     (fact.id + ": the title is plain text").c_str());
            QVERIFY2(!fact.questions.empty(), (fact.id + " comes from no answer").c_str());
            for (const std::string &question : fact.questions)
                QVERIFY2(findQuestion(question) != nullptr, (fact.id + ": " + question).c_str());
        }
    for (const Duty &duty : catalogue().duties)
        QVERIFY2(!duty.title.empty(), duty.id.c_str());
}

void TestChecklist::everyTextIsFilledInBothLanguages()
{
    for (const Outcome &outcome : outcomes())
        for (const ChecklistPart &part : outcome.plan->checklist)
            for (const Language language : {Language::English, Language::Bokmal}) {
                QVERIFY(!has(render::checklistIntro(*outcome.plan, *part.section, language), "{{"));
                for (const ChecklistItem &one : part.items) {
                    const auto text = render::checklistText(*outcome.plan, one, language);
                    QVERIFY2(!text.title.empty() && !text.why.empty() && !text.good.empty(),
                             one.id.c_str());
                    const QString all = QString::fromStdString(text.why + text.command + text.good);
                    // Podman's own templates begin with a point.
                    QVERIFY2(!all.contains(QRegularExpression(QStringLiteral("\\{\\{[a-z]"))),
                             one.id.c_str());
                    QVERIFY2(text.command.empty() || text.command.ends_with('\n'), one.id.c_str());
                }
            }
}

void TestChecklist::everyCommandIsShell()
{
    std::set<std::string> commands;
    for (const Outcome &outcome : outcomes())
        for (const ChecklistPart &part : outcome.plan->checklist)
            for (const ChecklistItem &one : part.items)
                commands.insert(
                    render::checklistText(*outcome.plan, one, Language::English).command);
    QVERIFY(commands.size() > 60);
    QByteArray script;
    for (const std::string &command : commands)
        script += QByteArray::fromStdString(command);
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-n")});
    QVERIFY(shell.waitForStarted());
    shell.write(script);
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(shell.exitCode(), 0);
}

void TestChecklist::referencesFitTheSystem()
{
    const Outcome debian = makeBundle(profile(", system: debian-12"));
    QVERIFY(has(item(debian, "ssh-settings"), "CIS Debian 12 1.1.0, 5.1.4"));
    QVERIFY(!has(item(debian, "ssh-settings"), "Debian 13"));
    const Outcome rocky = makeBundle(profile(", system: rocky-9"));
    QVERIFY(!has(item(rocky, "ssh-settings"), "CIS"));
    QVERIFY(has(item(rocky, "accounts-known"), "CIS Docker 1.6.0, 1.1.2"));
    QVERIFY(item(rocky, "updates-automatic-apt").empty());
}

void TestChecklist::answersStandInCommandsEncoded()
{
    const Outcome outcome = makeBundle(profile(", adminUser: kari, sshPort: 2222"));
    QVERIFY(
        has(item(outcome, "ssh-second-session"), "ssh -p 2222 -o ControlPath=none kari@SERVER"));
    QVERIFY(has(item(outcome, "compose-up"), "cd /opt/shop"));
    QVERIFY(has(item(outcome, "ssh-second-session"), "`host.adminUser`"));
}

void TestChecklist::ticksShowWithTheirDay()
{
    const Outcome outcome =
        makeBundle(profile(", checklist: [{item: kvm-confirmed, date: \"2026-11-20\"}]"));
    QVERIFY(!outcome.failed());
    QVERIFY(has(item(outcome, "kvm-confirmed"), "- [x] **The provider confirms KVM in writing** "
                                                "(done 2026-11-20)"));
    QVERIFY(has(item(outcome, "disk-kind"), "- [ ] "));
    std::size_t all = 0;
    for (const ChecklistPart &part : outcome.plan->checklist)
        all += part.items.size();
    QVERIFY(has(checklist(outcome), "1 of " + std::to_string(all) + " items are done."));
}

void TestChecklist::ticksAreKeptByTheProfile()
{
    const auto read =
        readProfile(profile(", checklist: [{item: kvm-confirmed, date: \"2026-11-20\"}]"));
    QVERIFY(read.profile && read.diagnostics.empty());
    QCOMPARE(read.profile->answers.host.checklist.size(), 1U);
    const auto again = readProfile(writeProfile(read.profile->answers));
    QVERIFY(again.profile && again.diagnostics.empty());
    QVERIFY(again.profile->answers == read.profile->answers);
}

void TestChecklist::ticksChangeNoFileThatRuns()
{
    const Outcome without = makeBundle(profile({}));
    const Outcome with =
        makeBundle(profile(", checklist: [{item: kvm-confirmed, date: \"2026-11-20\"}]"));
    for (const Artifact &artifact : without.bundle.artifacts) {
        const Artifact *other = with.bundle.find(artifact.path);
        QVERIFY(other != nullptr);
        const bool says =
            artifact.path == "host/CHECKLIST.md" || artifact.path == "profile.skanse.yaml";
        QVERIFY2((artifact.text != other->text) == says, artifact.path.c_str());
    }
}

void TestChecklist::unknownItemIsAWarningWithItsPlace()
{
    const Outcome outcome =
        makeBundle(profile(", checklist: [{item: no-such-thing, date: \"2026-11-20\"}]"));
    QVERIFY(!outcome.failed()); // a list that lost an item in a later version still makes a bundle
    const Diagnostic *found = diagnostic(outcome, "checklist-item-unknown");
    QVERIFY(found != nullptr);
    QVERIFY(found->severity == Severity::Warning);
    QVERIFY(has(found->message.en, "no-such-thing") && has(found->message.nb, "no-such-thing"));
    QCOMPARE(found->place.line, 3);
    QVERIFY(!has(checklist(outcome), "no-such-thing"));
}

void TestChecklist::tickThatIsNotAskedForIsANote()
{
    const Outcome outcome = makeBundle(
        profile(", checklist: [{item: no-firewalld, date: \"2026-11-20\"}], system: debian-13"));
    QVERIFY(diagnostic(outcome, "checklist-item-unknown") == nullptr);
    const Diagnostic *found = diagnostic(outcome, "checklist-item-not-asked");
    QVERIFY(found != nullptr && found->severity == Severity::Note);
}

void TestChecklist::badTicksAreRefused_data()
{
    QTest::addColumn<QString>("tick");
    for (const char *date :
         {"2026-13-01", "2026-02-30", "20.11.2026", "2026-11-2", "today", "2025-02-29"})
        QTest::newRow(date)
            << QStringLiteral("{item: kvm-confirmed, date: \"%1\"}").arg(QLatin1String(date));
    QTest::newRow("no date") << QStringLiteral("{item: kvm-confirmed}");
    QTest::newRow("no item") << QStringLiteral("{date: \"2026-11-20\"}");
    QTest::newRow("twice") << QStringLiteral("{item: kvm-confirmed, date: \"2026-11-20\"}, "
                                             "{item: kvm-confirmed, date: \"2026-11-21\"}");
    QTest::newRow("no id") << QStringLiteral("{item: \"KVM confirmed\", date: \"2026-11-20\"}");
}

void TestChecklist::badTicksAreRefused()
{
    QFETCH(QString, tick);
    const Outcome outcome = makeBundle(profile(", checklist: [" + tick.toStdString() + "]"));
    QVERIFY(outcome.failed());
    const auto error =
        std::ranges::find(outcome.diagnostics, Severity::Error, &Diagnostic::severity);
    QVERIFY2(error->path.starts_with("host.checklist"), error->path.c_str());
    QVERIFY(!error->message.nb.empty());
}

void TestChecklist::dutiesAreItems()
{
    const Outcome plain = makeBundle(profile({}));
    QVERIFY(item(plain, "duty-breach-72h").empty());
    const Outcome personal = makeBundle(profile(", data: [personal]"));
    const std::string duty = item(personal, "duty-breach-72h");
    QVERIFY(has(duty, "72 hours") && has(duty, "https://www.datatilsynet.no/")
            && has(duty, "as of 2018-07-20"));
    QVERIFY(
        has(checklist(personal), "| Norway (NO) | Datatilsynet | <https://www.datatilsynet.no/>"));
    QVERIFY(!has(checklist(plain), "Which one is notified"));
    // With the incident, where it is needed, not among the questions of place.
    const std::string_view text = checklist(personal);
    QVERIFY(text.find("`duty-breach-72h`") > text.find(". Incident and breach duties"));
    QVERIFY(text.find("`duty-processor-agreement`") < text.find(". Before buying: size"));
}

void TestChecklist::everyLineOfTheFileComesFromThePlan()
{
    for (const Outcome &outcome : outcomes()) {
        if (!outcome.plan->wants(Target::Host))
            continue;
        std::size_t planned = 0;
        for (const ChecklistPart &part : outcome.plan->checklist)
            for (const ChecklistItem &one : part.items) {
                ++planned;
                QVERIFY2(!item(outcome, one.id).empty(), one.id.c_str());
            }
        std::size_t written = 0;
        const std::string_view text = checklist(outcome);
        for (auto at = text.find("\n- ["); at != std::string_view::npos;
             at = text.find("\n- [", at + 1))
            ++written;
        QCOMPARE(written, planned);
    }
}

QTEST_GUILESS_MAIN(TestChecklist)
#include "tst_checklist.moc"
