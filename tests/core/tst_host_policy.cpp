// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"
#include "core/render/sizing.h"

#include <QTest>

#include <algorithm>

using namespace skanse;

namespace {

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// A service with a peer outside, on a host with these answers.
Outcome made(const std::string &host, const std::string &peer = {}, const std::string &service = {})
{
    return makeBundle("skanse: 1\nworkload: {name: shop}\nhost: {region: \"NO\"" + host
                      + "}\nservices:\n  - {name: db, preset: postgres" + service
                      + (peer.empty() ? ""
                                      : ", peers: [{kind: name, name: api.example.org, port: "
                                        "443"
                                            + peer + "}]")
                      + "}\n");
}

const Diagnostic *diagnostic(const Outcome &outcome, std::string_view id)
{
    const auto found = std::ranges::find(outcome.diagnostics, id, &Diagnostic::id);
    return found == outcome.diagnostics.end() ? nullptr : &*found;
}

std::string_view text(const Outcome &outcome, std::string_view path)
{
    const Artifact *found = outcome.bundle.find(path);
    return found == nullptr ? std::string_view() : std::string_view(found->text);
}

bool owes(const Outcome &outcome, std::string_view duty)
{
    return std::ranges::find(outcome.plan->region.duties, duty, &Duty::id)
        != outcome.plan->region.duties.end();
}

render::SizingText sums(const Outcome &outcome)
{
    return render::sizingText(*outcome.plan, catalogue().host.reserve, Language::English);
}

} // namespace

/// Where data goes and what that asks of people; how large the machine has to be, and why.
class TestHostPolicy : public QObject
{
    Q_OBJECT

private slots:
    void everyCountryHasItsFacts();
    void peerOutsideTheEeaIsFlagged();
    void peerInsideTheEeaIsNot();
    void peerWithoutACountryIsOpen();
    void withoutPersonalDataNothingIsFlagged();
    void unknownCountryOfAPeerIsRefused();
    void countryIsAskedOnlyOfPeersOutside();
    void ownerIsApartFromPlace();
    void nothingIsEverCalledCompliant();
    void podmanLetsPublishedServicesOut();
    void arithmeticIsShownAndAddsUp();
    void replicasCountWhereTheyRun();
    void overCommitmentIsWarnedOf();
    void smallDiskIsWarnedOf();
    void swapIsWarnedOfAndCounted();
};

void TestHostPolicy::everyCountryHasItsFacts()
{
    QVERIFY(catalogue().regions.size() >= 50);
    for (const Region &region : catalogue().regions) {
        QVERIFY2(!region.asOf.empty() && !region.authority.empty(), region.iso.c_str());
        QVERIFY2(region.authorityUrl.starts_with("https://"), region.iso.c_str());
        QVERIFY2(region.eea || !region.eu, region.iso.c_str()); // the EU is inside the EEA
        const LegalBasis *basis = catalogue().basis(region.basis);
        QVERIFY2(!basis->source.empty() && !basis->asOf.empty(), region.iso.c_str());
        QVERIFY2(region.eea == !basis->transfer, region.iso.c_str());
        QVERIFY2(region.rttOslo > 0, region.iso.c_str());
    }
    for (const Duty &duty : catalogue().duties)
        QVERIFY2(!duty.source.empty() && !duty.asOf.empty(), duty.id.c_str());
}

void TestHostPolicy::peerOutsideTheEeaIsFlagged()
{
    const Outcome outcome = made(", data: [personal]", ", country: US");
    const Diagnostic *found = diagnostic(outcome, "peer-outside-eea");
    QVERIFY(found != nullptr && found->severity == Severity::Warning);
    QVERIFY(has(found->message.en, "api.example.org is in United States"));
    QVERIFY(outcome.plan->region.peers[0].flagged);
    // All places of the answers are in Norway: it is the peer that asks for these.
    QVERIFY(owes(outcome, "transfer-basis") && owes(outcome, "dpf-listing"));
    QVERIFY(has(text(outcome, "host/CHECKLIST.md"), "**United States (US), outside the EEA**"));
    QVERIFY(has(text(outcome, "HARDENING.md"), "**Outside the EEA:**"));
}

void TestHostPolicy::peerInsideTheEeaIsNot()
{
    const Outcome outcome = made(", data: [personal]", ", country: DE");
    QVERIFY(diagnostic(outcome, "peer-outside-eea") == nullptr);
    QVERIFY(diagnostic(outcome, "peer-location-open") == nullptr);
    QVERIFY(!owes(outcome, "transfer-basis"));
    QVERIFY(has(text(outcome, "host/CHECKLIST.md"), "| Germany (DE) |"));
}

void TestHostPolicy::peerWithoutACountryIsOpen()
{
    const Outcome outcome = made(", data: [personal]", ", purpose: mail");
    const Diagnostic *found = diagnostic(outcome, "peer-location-open");
    QVERIFY(found != nullptr && found->severity == Severity::Open);
    QCOMPARE(found->question, std::string("service.peer.country"));
}

void TestHostPolicy::withoutPersonalDataNothingIsFlagged()
{
    const Outcome outcome = made({}, ", country: US");
    QVERIFY(diagnostic(outcome, "peer-outside-eea") == nullptr);
    QVERIFY(!owes(outcome, "transfer-basis"));
    QVERIFY(!owes(outcome, "dpf-listing"));
}

void TestHostPolicy::unknownCountryOfAPeerIsRefused()
{
    const Outcome outcome = made({}, ", country: XQ");
    QVERIFY(outcome.failed());
    const Diagnostic *found = diagnostic(outcome, "country-unknown");
    QVERIFY(found != nullptr);
    QCOMPARE(found->path, std::string("services.db.peers"));
    QVERIFY(found->place.line == 5);
}

void TestHostPolicy::countryIsAskedOnlyOfPeersOutside()
{
    const auto read = readProfile("skanse: 1\nworkload: {name: a}\nhost: {region: \"NO\"}\n"
                                  "services:\n  - {name: b, preset: nginx, peers: [{kind: "
                                  "internet, port: 443, country: US}]}\n");
    QVERIFY(std::ranges::find(read.diagnostics, "profile-hidden-key", &Diagnostic::id)
            != read.diagnostics.end());
}

void TestHostPolicy::ownerIsApartFromPlace()
{
    const Outcome outcome = made(", data: [personal], providerCountry: US");
    QVERIFY(owes(outcome, "cloud-act"));
    QVERIFY(!owes(outcome, "transfer-basis")); // the server stands in Norway
    QVERIFY(diagnostic(outcome, "provider-ownership") != nullptr);
}

void TestHostPolicy::podmanLetsPublishedServicesOut()
{
    const auto published = [](const std::string &engine) {
        return made(", engine: " + engine, {}, ", ports: [{name: postgres, exposure: loopback}]");
    };
    const Outcome podman = published("podman");
    const Diagnostic *warning = diagnostic(podman, "podman-egress");
    QVERIFY(warning != nullptr);
    QVERIFY(has(warning->message.en, "db"));
    const Outcome docker = published("docker");
    QVERIFY(docker.plan.has_value());
    QVERIFY(diagnostic(docker, "podman-egress") == nullptr);
    QVERIFY(diagnostic(made(", engine: podman"), "podman-egress") == nullptr);
}

void TestHostPolicy::nothingIsEverCalledCompliant()
{
    const Outcome outcome = made(", data: [personal, special, payment]", ", country: SG");
    for (const char *path : {"README.md", "HARDENING.md", "host/CHECKLIST.md"}) {
        std::string all(text(outcome, path));
        const std::string &disclaimer = catalogue().legalDisclaimer.en;
        QVERIFY(path == std::string_view("README.md") || has(all, disclaimer));
        QVERIFY(has(disclaimer, "never says that anything is compliant"));
        for (auto at = all.find(disclaimer); at != std::string::npos; at = all.find(disclaimer))
            all.erase(at, disclaimer.size());
        QVERIFY2(!has(all, "compliant"), path);
    }
}

void TestHostPolicy::arithmeticIsShownAndAddsUp()
{
    const Outcome outcome = made({}, {},
                                 ", resources: {memory: 1Gi, cpu: 1, cpuRequest: 250m}, "
                                 "storage: [{path: /var/lib/postgresql/data, size: 10Gi}]");
    const MachinePlan &machine = outcome.plan->host.machine;
    QCOMPARE(machine.shares.size(), 1U);
    QCOMPARE(machine.limits.value, 1LL << 30U);
    QCOMPARE(machine.memoryNeeded.value, machine.limits.value + machine.reserve.value);
    QVERIFY(machine.memory >= machine.memoryNeeded);
    QVERIFY(Cpu{machine.vcpu * 1000} >= machine.cpuNeeded);
    QVERIFY(machine.disk >= machine.diskNeeded);
    // 1024 + 512 + 102.4, in whole mebibytes.
    QCOMPARE(
        sums(outcome).memory,
        std::string("1Gi limits + 512Mi and 10 % of the limits for the host = 1639Mi; the next "
                    "usual size is 2Gi"));
    QCOMPARE(sums(outcome).disk,
             std::string("2 × 10Gi storage + 12Gi for system and images = 32Gi; "
                         "the machine gets 40Gi"));
    QVERIFY(has(sums(outcome).cpu, "0.25 requests + 0.25 for the host = 0.5"));
    QVERIFY(has(text(outcome, "host/CHECKLIST.md"), "| db | 1 × 1Gi | 1 × 0.25 / 1 | 1 × 10Gi |"));
    QVERIFY(has(text(outcome, "host/CHECKLIST.md"), sums(outcome).memory));
}

void TestHostPolicy::replicasCountWhereTheyRun()
{
    const std::string service = "skanse: 1\nworkload: {name: shop, targets: [TARGETS]}\nhost: "
                                "{region: \"NO\"}\nservices:\n  - {name: web, preset: nginx, "
                                "replicas: 3, resources: {memory: 256Mi}}\n";
    const auto limits = [&](std::string_view targets) {
        std::string profile = service;
        profile.replace(profile.find("TARGETS"), 7, targets);
        return makeBundle(profile).plan->host.machine.limits.value >> 20U;
    };
    QCOMPARE(limits("compose, host"), 256LL); // Compose runs one of each
    QCOMPARE(limits("kubernetes, host"), 768LL);
}

void TestHostPolicy::overCommitmentIsWarnedOf()
{
    const std::string busy = ", resources: {cpu: 2, cpuRequest: 100m}";
    const Outcome fits = made(", vcpu: 2", {}, busy);
    QVERIFY(diagnostic(fits, "cpu-overcommitted") == nullptr);
    const Outcome three = makeBundle("skanse: 1\nworkload: {name: shop}\nhost: {region: \"NO\", "
                                     "vcpu: 2, memory: 8Gi}\nservices:\n"
                                     "  - {name: a, preset: postgres"
                                     + busy
                                     + "}\n"
                                       "  - {name: b, preset: postgres"
                                     + busy
                                     + "}\n"
                                       "  - {name: c, preset: postgres"
                                     + busy + "}\n");
    const Diagnostic *found = diagnostic(three, "cpu-overcommitted");
    QVERIFY(found != nullptr && found->severity == Severity::Warning);
    QVERIFY(!three.failed());
    QVERIFY(has(sums(three).remarks[0], "about 33 % of its limit"));
    // Memory is never lent twice.
    const Outcome memory = made(", memory: 1Gi", {}, ", resources: {memory: 1Gi}");
    QVERIFY(diagnostic(memory, "memory-above-machine") != nullptr);
    QVERIFY(memory.failed());
}

void TestHostPolicy::smallDiskIsWarnedOf()
{
    const std::string data = ", storage: [{path: /var/lib/postgresql/data, size: 20Gi}]";
    const Outcome small = made(", disk: 40Gi", {}, data);
    QVERIFY(!small.failed());
    QVERIFY(diagnostic(small, "disk-without-second-copy") != nullptr);
    QVERIFY(diagnostic(made(", disk: 60Gi", {}, data), "disk-without-second-copy") == nullptr);
}

void TestHostPolicy::swapIsWarnedOfAndCounted()
{
    const Outcome none = made({});
    QVERIFY(diagnostic(none, "swap-planned") == nullptr);
    QVERIFY(has(sums(none).remarks.back(), "No swap is planned"));
    const Outcome some = made(", swap: 2Gi");
    QVERIFY(diagnostic(some, "swap-planned") != nullptr);
    QVERIFY(has(sums(some).disk, "+ 2Gi swap"));
    QVERIFY(has(text(some, "host/CHECKLIST.md"), "`swap-decided`"));
}

QTEST_GUILESS_MAIN(TestHostPolicy)
#include "tst_host_policy.moc"
