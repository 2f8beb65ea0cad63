// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/derived.h"
#include "core/engine/engine.h"
#include "core/profile/writer.h"
#include "tests/support/examples.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace skanse;

/// What the drill tries, what it expects, and how that stands in the script.
class TestDrill : public QObject
{
    Q_OBJECT

private slots:
    void everyAttemptHasItsLine_data();
    void everyAttemptHasItsLine();
    void everyKindIsTriedSomewhere();
    void noAttemptAgainstAFlow();
    void sharedNetworkIsLeftToKubernetes();
    void declaredEgressIsNotAttacked();
    void ownSecretIsNotForeign();
    void naiveIsWaived();
    void lowPortsOnPurpose();
    void languageOfTheDocuments();
    void withoutContainersNoDrill();
};

namespace {

Outcome made(const std::string &services, const std::string &workload = "{name: w}")
{
    return makeBundle("skanse: 1\nworkload: " + workload + "\nhost: {region: \"NO\"}\nservices:\n"
                      + services);
}

const char *const kShop =
    R"(  - {name: web, preset: nginx, ports: [{name: http, exposure: loopback}], peers: [{service: api}]}
  - name: api
    preset: node
    peers: [{service: db}, {kind: network, network: 198.51.100.0/24, port: 443}]
    secrets: [{name: payment-key}]
  - {name: db, preset: postgres}
)";

const ServicePlan &service(const Outcome &outcome, std::string_view name)
{
    const auto found = std::ranges::find(outcome.plan->services, name, &ServicePlan::name);
    Q_ASSERT(found != outcome.plan->services.end());
    return *found;
}

std::vector<AttemptPlan> of(const Outcome &outcome, std::string_view name, AttemptKind kind)
{
    std::vector<AttemptPlan> found;
    std::ranges::copy_if(service(outcome, name).attempts, std::back_inserter(found),
                         [kind](const AttemptPlan &one) { return one.kind == kind; });
    return found;
}

std::string script(const Outcome &outcome)
{
    const Artifact *artifact = outcome.bundle.find("verify/drill.sh");
    return artifact == nullptr ? std::string() : artifact->text;
}

} // namespace

void TestDrill::everyAttemptHasItsLine_data()
{
    QTest::addColumn<QString>("profile");
    for (const auto &one : test::goldenCases())
        QTest::newRow(qPrintable(one.name)) << one.profile;
}

/// One line for each attempt, and the explanation of the line names its control when it is applied.
void TestDrill::everyAttemptHasItsLine()
{
    QFETCH(QString, profile);
    const Outcome outcome = makeBundle(test::readAll(profile));
    QVERIFY(outcome.plan.has_value());
    const Artifact *artifact = outcome.bundle.find("verify/drill.sh");
    if (artifact == nullptr) {
        QVERIFY(!outcome.plan->wants(Target::Compose) && !outcome.plan->wants(Target::Kubernetes));
        return;
    }
    const QStringList lines = QString::fromStdString(artifact->text).split(QLatin1Char('\n'));
    const auto plan = lines.lastIndexOf(QStringLiteral("make_probe"));
    QVERIFY(plan > 0);
    qsizetype line = plan;
    for (const ServicePlan &service : outcome.plan->services) {
        const auto head = QStringLiteral("service ") + QString::fromStdString(service.name);
        while (++line < lines.size() && !lines[line].startsWith(head)) {
        }
        QVERIFY2(line < lines.size(), qPrintable(head));
        QVERIFY(!service.attempts.empty());
        while (lines.value(line + 1).startsWith(QStringLiteral("pod "))
               || lines.value(line + 1).startsWith(QStringLiteral("flow ")))
            ++line;
        for (const AttemptPlan &attempt : service.attempts) {
            const QString text = lines.value(++line);
            const auto kind = toString(attempt.kind);
            QVERIFY2(text.contains(QString::fromUtf8(kind.data(), qsizetype(kind.size()))),
                     qPrintable(text));
            QCOMPARE(text.startsWith(QStringLiteral("waived ")), attempt.waived);
            QCOMPARE(text.contains(QStringLiteral("only_in compose ")), !attempt.kubernetes);
            QCOMPARE(text.contains(QStringLiteral("only_in kubernetes ")), !attempt.compose);
            const bool spanned = std::ranges::any_of(artifact->spans, [&](const Span &span) {
                return span.firstLine <= line + 1 && line + 1 <= span.lastLine
                    && span.origin.controls.contains(attempt.control);
            });
            QCOMPARE(spanned, service.applied(attempt.control));
        }
        QVERIFY(!lines.value(line + 1).contains(QStringLiteral("attempt ")));
    }
}

void TestDrill::everyKindIsTriedSomewhere()
{
    std::set<AttemptKind> kinds;
    for (const auto &one : test::goldenCases()) {
        const Outcome outcome = makeBundle(test::readAll(one.profile));
        for (const ServicePlan &service : outcome.plan->services)
            for (const AttemptPlan &attempt : service.attempts)
                if (!attempt.waived)
                    kinds.insert(attempt.kind);
    }
    QCOMPARE(kinds.size(), kAttemptKindCount);
}

void TestDrill::noAttemptAgainstAFlow()
{
    const Outcome outcome = made(kShop);
    for (const Flow &flow : outcome.plan->flows) {
        if (flow.from.kind != Endpoint::Kind::Service || flow.to.kind != Endpoint::Kind::Service)
            continue;
        const ServicePlan &from =
            outcome.plan->services[static_cast<std::size_t>(flow.from.service)];
        for (const AttemptPlan &one : of(outcome, from.name, AttemptKind::ReachService))
            QVERIFY(one.service != flow.to.service || one.port != flow.port);
    }
    const auto reached = of(outcome, "web", AttemptKind::ReachService);
    QCOMPARE(reached.size(), 1U);
    QCOMPARE(outcome.plan->services[static_cast<std::size_t>(reached[0].service)].name, "db");
    QVERIFY(reached[0].compose && reached[0].kubernetes);
}

void TestDrill::sharedNetworkIsLeftToKubernetes()
{
    // The database sits on one network with the application; nothing lets it call back.
    const Outcome outcome = made(kShop);
    bool found = false;
    for (const AttemptPlan &one : of(outcome, "db", AttemptKind::ReachService))
        if (outcome.plan->services[static_cast<std::size_t>(one.service)].name == "api") {
            found = true;
            QVERIFY(!one.compose && one.kubernetes);
        }
    QVERIFY(found);
}

void TestDrill::declaredEgressIsNotAttacked()
{
    const Outcome outcome = made(kShop);
    QVERIFY(of(outcome, "api", AttemptKind::ReachInternet).empty());
    QCOMPARE(of(outcome, "db", AttemptKind::ReachInternet).size(), 1U);
    // Where egress is declared, Compose lets everything out; a cluster still closes the metadata service.
    const auto metadata = of(outcome, "api", AttemptKind::ReachMetadata);
    QCOMPARE(metadata.size(), 1U);
    QVERIFY(!metadata[0].compose && metadata[0].kubernetes);
    QVERIFY(of(outcome, "db", AttemptKind::ReachMetadata).at(0).compose);
}

void TestDrill::ownSecretIsNotForeign()
{
    const Outcome outcome = made(kShop);
    for (const ServicePlan &intruder : outcome.plan->services)
        for (const AttemptPlan &one : of(outcome, intruder.name, AttemptKind::ReadSecret))
            for (const SecretPlan &own : intruder.secrets)
                QVERIFY(own.path != one.path);
    QVERIFY(!of(outcome, "web", AttemptKind::ReadSecret).empty()); // has none of its own
}

void TestDrill::naiveIsWaived()
{
    const Outcome hardened = made(kShop);
    const Answers naive = naiveAnswers(hardened.profile->answers, {"compared", "sammenlignet"});
    const Outcome outcome = makeBundle(writeProfile(naive));
    QVERIFY(outcome.plan.has_value());
    for (const ServicePlan &one : outcome.plan->services)
        for (const AttemptPlan &attempt : one.attempts) {
            const bool waivable = catalogue().control(attempt.control).waivable;
            QCOMPARE(attempt.waived, waivable && !one.generated);
        }
    QVERIFY(script(outcome).find("\nwaived attempt read-only-root ") != std::string::npos);
    QVERIFY(script(hardened).find("\nwaived ") == std::string::npos);
}

void TestDrill::lowPortsOnPurpose()
{
    const Outcome outcome =
        made("  - {name: a, preset: custom-image, image: \"example.org/a:1\", uid: 1000, ports: "
             "[{name: p, container: 25, application: other, exposure: loopback}]}\n");
    QVERIFY(outcome.plan.has_value());
    QVERIFY(service(outcome, "a").lowPortSysctl);
    QVERIFY(of(outcome, "a", AttemptKind::BindLowPort).empty());
}

void TestDrill::languageOfTheDocuments()
{
    const std::string text = script(made(kShop, "{name: w, language: nb}"));
    QVERIFY(text.find("'kjøre som root'") != std::string::npos);
    QVERIFY(text.find("run as root") == std::string::npos);
}

void TestDrill::withoutContainersNoDrill()
{
    const Outcome outcome = made(kShop, "{name: w, targets: [ci]}");
    QVERIFY(outcome.bundle.find("README.md") != nullptr);
    QVERIFY(outcome.bundle.find("verify/drill.sh") == nullptr);
}

QTEST_GUILESS_MAIN(TestDrill)
#include "tst_drill.moc"
