// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"

#include <QTest>

#include <algorithm>

using namespace skanse;

/// The names of built images begin with the registry; what stands there must be one.
class TestRegistry : public QObject
{
    Q_OBJECT

private slots:
    void registry_data();
    void registry();
};

void TestRegistry::registry_data()
{
    QTest::addColumn<QByteArray>("registry");
    QTest::addColumn<bool>("fine");
    QTest::newRow("host") << QByteArray("registry.example.org") << true;
    QTest::newRow("host and path") << QByteArray("registry.example.org/team") << true;
    QTest::newRow("host and port") << QByteArray("registry.example.org:5000") << true;
    QTest::newRow("host, port and path") << QByteArray("registry.example.org:5000/team") << true;
    QTest::newRow("an image") << QByteArray("registry.example.org:5000/team/app:1.25") << false;
    QTest::newRow("a name and a tag") << QByteArray("team:v1") << false;
}

void TestRegistry::registry()
{
    QFETCH(QByteArray, registry);
    QFETCH(bool, fine);
    const QByteArray profile = "skanse: 1\nworkload: {name: demo, registry: \"" + registry
                             + "\"}\nhost: {region: \"NO\"}\n"
                               "services:\n  - {name: api, preset: node}\n";
    const Outcome outcome = makeBundle(profile.toStdString());
    QCOMPARE(!outcome.failed(), fine);
    QCOMPARE(std::ranges::any_of(outcome.diagnostics,
                                 [](const Diagnostic &diagnostic) {
                                     return diagnostic.id == "registry-with-tag"
                                         && diagnostic.question == "workload.registry";
                                 }),
             !fine);
}

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
