// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/templates.h"
#include "core/engine/engine.h"
#include "core/schema/question.h"
#include "tests/support/examples.h"
#include "tests/support/rich_answers.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace skanse;

/// Nothing is promised that no file shows, nothing is asked that nobody reads, nothing is known that no
/// example uses.
class TestCompleteness : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyControlIsAppliedOnceAndAbsentOnce();
    void everyAppliedControlHasALine_data();
    void everyAppliedControlHasALine();
    void everyPresetIsInAnExample();
    void everyExceptionHoldsSomewhereAndIsExplained();
    void everyWaivableControlIsWaivedAndLeavesTheFiles();
    void everyQuestionIsRead();
    void everyTemplateParses();
    void spansPointIntoTheText();
    void keyThatComesTwiceMakesNoBundle();
    void templatesSayThePlansLimits();

private:
    std::map<QString, Outcome> m_outcomes;
};

void TestCompleteness::initTestCase()
{
    for (const auto &one : test::goldenCases()) {
        Outcome outcome = makeBundle(test::readAll(one.profile));
        QVERIFY2(!outcome.failed(), qPrintable(one.name));
        m_outcomes.emplace(one.name, std::move(outcome));
    }
}

namespace {

/// (control, subject) of every span of the bundle.
std::set<std::pair<ControlId, int>> shownControls(const Bundle &bundle)
{
    std::set<std::pair<ControlId, int>> shown;
    for (const Artifact &artifact : bundle.artifacts)
        if (artifact.path != "HARDENING.md" && artifact.path != "README.md")
            for (const Span &span : artifact.spans)
                span.origin.controls.forEach(
                    [&](ControlId id) { shown.emplace(id, span.origin.subject); });
    return shown;
}

std::vector<Decision> allDecisions(const Plan &plan)
{
    std::vector<Decision> all = plan.decisions;
    for (const ServicePlan &service : plan.services)
        all.insert(all.end(), service.decisions.begin(), service.decisions.end());
    return all;
}

/// A small workload in which a service can waive the control and would otherwise have it.
std::string profileForWaiver(std::string_view control, bool waived)
{
    std::string text = "skanse: 1\n"
                       "workload: {name: demo, environment: workshop}\n"
                       "host: {region: \"NO\"}\n"
                       "services:\n"
                       "  - name: api\n"
                       "    preset: custom-image\n"
                       "    image: registry.example.org/demo/api:1.0.0\n"
                       "    uid: 10101\n"
                       "    ports:\n"
                       "      - {name: low, container: 81, application: other, exposure: public}\n"
                       "    scratch: [{path: /tmp}]\n"
                       "    health: {command: [/bin/check]}\n"
                       "    peers:\n"
                       "      - {kind: service, service: db}\n"
                       "      - {kind: network, network: 203.0.113.0/24, port: 443}\n";
    if (waived)
        text += "    waivers: [{control: " + std::string(control) + ", reason: shown in class}]\n";
    return text + "  - {name: db, preset: postgres}\n";
}

} // namespace

void TestCompleteness::everyControlIsAppliedOnceAndAbsentOnce()
{
    std::set<ControlId> applied;
    std::set<ControlId> absent;
    for (const auto &[name, outcome] : m_outcomes)
        for (const Decision &decision : allDecisions(*outcome.plan))
            (decision.state == DecisionState::Applied ? applied : absent).insert(decision.control);
    for (const Control &control : catalogue().controls) {
        const std::string name(toString(control.id));
        QVERIFY2(applied.contains(control.id), (name + " is applied in no example").c_str());
        QVERIFY2(absent.contains(control.id), (name + " is applied in every example").c_str());
    }
}

void TestCompleteness::everyAppliedControlHasALine_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &[name, outcome] : m_outcomes)
        QTest::newRow(qPrintable(name)) << name;
}

void TestCompleteness::everyAppliedControlHasALine()
{
    QFETCH(QString, name);
    const Outcome &outcome = m_outcomes.at(name);
    const auto shown = shownControls(outcome.bundle);
    QStringList missing;
    for (const Decision &decision : allDecisions(*outcome.plan)) {
        // A control of the whole workload may show in the lines of one service (the proxy's, say).
        const bool has =
            decision.subject < 0
                ? std::ranges::any_of(
                      shown, [&](const auto &one) { return one.first == decision.control; })
                : shown.contains({decision.control, decision.subject});
        const QString what = QString::fromStdString(
            std::string(toString(decision.control)) + " of "
            + (decision.subject < 0
                   ? std::string("the workload")
                   : outcome.plan->services[static_cast<std::size_t>(decision.subject)].name));
        if (decision.state == DecisionState::Applied && !has)
            missing << what + QStringLiteral(" has no line");
        if (decision.state != DecisionState::Applied && has)
            missing << what + QStringLiteral(" is not applied but has a line");
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
}

void TestCompleteness::everyExceptionHoldsSomewhereAndIsExplained()
{
    std::set<ExceptionId> holding;
    for (const auto &[name, outcome] : m_outcomes) {
        const std::string &text = outcome.bundle.find("HARDENING.md")->text;
        for (const ExceptionPlan &plan : outcome.plan->exceptions) {
            holding.insert(plan.id);
            const LintException &exception = catalogue().exception(plan.id);
            QVERIFY2(text.find("### " + exception.title.in(outcome.plan->language))
                         != std::string::npos,
                     qPrintable(name));
        }
    }
    QCOMPARE(holding.size(), kExceptionCount);
}

void TestCompleteness::everyPresetIsInAnExample()
{
    std::set<std::string> used;
    for (const auto &[name, outcome] : m_outcomes)
        for (const ServicePlan &service : outcome.plan->services)
            used.insert(service.preset->id);
    for (const Preset &preset : catalogue().presets)
        QVERIFY2(used.contains(preset.id), preset.id.c_str());
}

void TestCompleteness::everyWaivableControlIsWaivedAndLeavesTheFiles()
{
    for (const Control &control : catalogue().controls) {
        if (!control.waivable || control.scope != ControlScope::Service)
            continue;
        const std::string name(toString(control.id));
        const Outcome with = makeBundle(profileForWaiver(name, false));
        const Outcome without = makeBundle(profileForWaiver(name, true));
        QVERIFY2(!with.failed(), name.c_str());
        QVERIFY2(!without.failed(), name.c_str());
        QVERIFY2(with.plan->services[0].applied(control.id), name.c_str());
        QVERIFY(without.plan->services[0].state(control.id) == DecisionState::Waived);
        QVERIFY2(shownControls(with.bundle).contains({control.id, 0}), name.c_str());
        QVERIFY2(!shownControls(without.bundle).contains({control.id, 0}), name.c_str());
        bool changed = false;
        for (const Artifact &artifact : with.bundle.artifacts) {
            const Artifact *other = without.bundle.find(artifact.path);
            const bool config =
                artifact.path.ends_with(".yaml") && artifact.path != "profile.skanse.yaml";
            changed = changed || (config && (other == nullptr || other->text != artifact.text));
        }
        QVERIFY2(changed, (name + " is waived, and no file changes").c_str());
        const Artifact *report = without.bundle.find("HARDENING.md");
        QVERIFY(report != nullptr && report->text.find("shown in class") != std::string::npos);
    }
}

void TestCompleteness::everyQuestionIsRead()
{
    // Another answer to any question changes the bundle beyond the copy of the profile, or is refused.
    const Answers base = test::richAnswers();
    const Outcome before = makeBundle(base);
    for (const auto &diagnostic : before.diagnostics)
        QVERIFY2(diagnostic.severity != Severity::Error, diagnostic.message.en.c_str());
    const auto withoutStamp = [](const Outcome &outcome) {
        std::string all;
        for (const Artifact &artifact : outcome.bundle.artifacts) {
            if (artifact.path == "profile.skanse.yaml")
                continue;
            std::string text = artifact.text;
            for (auto at = text.find(outcome.stamp.fingerprint); at != std::string::npos;
                 at = text.find(outcome.stamp.fingerprint))
                text.erase(at, outcome.stamp.fingerprint.size());
            all += artifact.path + "\n" + text;
        }
        return all;
    };
    const std::string bundle = withoutStamp(before);
    QStringList unread;
    for (const Question *question : allQuestions()) {
        if (question->access.set == nullptr)
            continue;
        const auto variations = test::variationsOf(base, *question);
        if (variations.empty()) {
            unread << QString::fromUtf8(question->id.data(), int(question->id.size()))
                          + QStringLiteral(" (no other answer)");
            continue;
        }
        const bool read = std::ranges::any_of(variations, [&](const Answers &changed) {
            const Outcome after = makeBundle(changed);
            return after.failed() || withoutStamp(after) != bundle;
        });
        if (!read)
            unread << QString::fromUtf8(question->id.data(), int(question->id.size()));
    }
    QVERIFY2(unread.isEmpty(), qPrintable(unread.join(QStringLiteral(", "))));
}

void TestCompleteness::everyTemplateParses()
{
    QVERIFY(!templatePaths().empty());
    for (const auto path : templatePaths())
        (void)templateText(path); // ends the program when it is broken
}

void TestCompleteness::spansPointIntoTheText()
{
    for (const auto &[name, outcome] : m_outcomes)
        for (const Artifact &artifact : outcome.bundle.artifacts) {
            const auto lines = std::ranges::count(artifact.text, '\n');
            QVERIFY2(artifact.text.empty() || artifact.text.ends_with('\n'), artifact.path.c_str());
            for (const Span &span : artifact.spans) {
                QVERIFY2(span.firstLine >= 1 && span.firstLine <= span.lastLine
                             && span.lastLine <= lines,
                         artifact.path.c_str());
                QVERIFY2(span.origin.question.empty()
                             || findQuestion(span.origin.question) != nullptr,
                         (artifact.path + ": " + std::string(span.origin.question)).c_str());
            }
        }
}

/// No answers lead there, so the plan is broken by hand.
void TestCompleteness::keyThatComesTwiceMakesNoBundle()
{
    const Outcome &outcome = m_outcomes.at(QStringLiteral("web-shop"));
    Plan plan = *outcome.plan;
    auto &environment = plan.services.back().environment;
    environment.push_back({"TWICE", "1"});
    environment.push_back({"TWICE", "2"});
    const auto refused = renderBundle(plan, catalogue(), outcome.stamp, outcome.diagnostics);
    QVERIFY(!refused);
    QVERIFY(refused.error() == (RenderError{"compose.yaml", "TWICE"}));

    const Diagnostic diagnostic = diagnosticOf(refused.error());
    QVERIFY(diagnostic.severity == Severity::Error);
    QVERIFY(diagnostic.message.en.find("compose.yaml") != std::string::npos);
    QVERIFY(diagnostic.message.nb.find("TWICE") != std::string::npos);
    QVERIFY(!diagnostic.advice.en.empty() && !diagnostic.advice.nb.empty());
}

/// Limits for clients are decided in the plan; where a template holds them for everybody, it must agree.
void TestCompleteness::templatesSayThePlansLimits()
{
    const ClientPlan limits;
    const auto text = [](const char *name) {
        return test::readAll(test::sourceFolder() + QStringLiteral("/templates/config/")
                             + QString::fromLatin1(name));
    };
    const std::string nginx = text("nginx/default.conf");
    QVERIFY(nginx.contains("rate=" + std::to_string(limits.requestsPerSecond) + "r/s;"));
    QVERIFY(
        nginx.contains("client_max_body_size " + std::to_string(limits.body.value >> 20) + "m;"));
    const std::string traefik = text("traefik/dynamic.yaml");
    QVERIFY(traefik.contains("average: " + std::to_string(limits.requestsPerSecond) + "\n"));
    QVERIFY(traefik.contains("burst: " + std::to_string(limits.burst) + "\n"));
    QVERIFY(traefik.contains("amount: " + std::to_string(limits.connections) + "\n"));
}

QTEST_GUILESS_MAIN(TestCompleteness)
#include "tst_completeness.moc"
