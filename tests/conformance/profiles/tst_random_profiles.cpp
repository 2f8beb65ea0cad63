// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"
#include "core/profile/writer.h"
#include "tests/conformance/profiles/coverage.h"
#include "tests/conformance/profiles/draw.h"

#include <QTest>

using namespace skanse;

/// The series of random profiles that the conformance suite uses: valid, the same each time, and wide.
class TestRandomProfiles : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameProfiles();
    void everythingIsUsed();
};

void TestRandomProfiles::sameSeedSameProfiles()
{
    const auto once = profiles::draw(1, 7);
    const auto again = profiles::draw(1, 7);
    const auto other = profiles::draw(2, 7);
    QVERIFY(once && again && other);
    QCOMPARE(writeProfile(once->answers), writeProfile(again->answers));
    QVERIFY(writeProfile(once->answers) != writeProfile(other->answers));
}

/// 200 profiles use every preset, every question, every choice, and waive every control that can be waived;
/// each is accepted, read back to the same answers and made into a bundle.
void TestRandomProfiles::everythingIsUsed()
{
    profiles::Coverage coverage;
    for (std::uint64_t number = 1; number <= 200; ++number) {
        const auto drawn = profiles::draw(1, number);
        QVERIFY2(drawn, std::to_string(number).c_str());
        const std::string text = writeProfile(drawn->answers);
        const Outcome outcome = makeBundle(text);
        for (const Diagnostic &diagnostic : outcome.diagnostics)
            QVERIFY2(diagnostic.severity != Severity::Error,
                     (std::to_string(number) + ": " + diagnostic.message.en).c_str());
        QVERIFY2(outcome.profile && outcome.profile->answers == drawn->answers, text.c_str());
        coverage.add(drawn->answers);
    }
    for (const std::string &missing : coverage.missing())
        qWarning("never used: %s", missing.c_str());
    QVERIFY(coverage.missing().empty());
}

QTEST_GUILESS_MAIN(TestRandomProfiles)
#include "tst_random_profiles.moc"
