// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"

#include <QTest>

#include <algorithm>

using namespace skanse;

/// Who may reach a private port of the host.
class TestPacketFilter : public QObject
{
    Q_OBJECT

private slots:
    void privatePort_data();
    void privatePort();
    void addressPools_data();
    void addressPools();
};

void TestPacketFilter::privatePort_data()
{
    QTest::addColumn<QByteArray>("peers");
    QTest::addColumn<QByteArray>("rule");
    const QByteArray network =
        "{direction: from, kind: network, network: 203.0.113.0/24, port: 3000}";
    const QByteArray narrow = "dnat ip saddr { 203.0.113.0/24 } ct original ip daddr 10.0.0.5";
    const QByteArray wide = "dnat ct original ip daddr 10.0.0.5";
    QTest::newRow("nothing said") << QByteArray() << wide;
    QTest::newRow("a network") << network << narrow;
    QTest::newRow("the internet as well")
        << network + ", {direction: from, kind: internet, port: 3000}" << wide;
    // It stands in the cluster; on the host it is nobody.
    QTest::newRow("the ingress controller as well")
        << network + ", {direction: from, kind: ingress, port: 3000}" << narrow;
}

void TestPacketFilter::privatePort()
{
    QFETCH(QByteArray, peers);
    QFETCH(QByteArray, rule);
    const QByteArray profile =
        "skanse: 1\nworkload: {name: demo}\nhost: {region: \"NO\"}\nservices:\n"
        "  - name: api\n    preset: node\n"
        "    ports: [{name: http, exposure: private, hostAddress: 10.0.0.5}]\n    peers: ["
        + peers + "]\n";
    const Outcome outcome = makeBundle(profile.toStdString());
    const Artifact *filter = outcome.bundle.find("host/packet-filter.nft");
    QVERIFY(filter != nullptr);
    QVERIFY2(filter->text.find(rule.toStdString()) != std::string::npos, filter->text.c_str());
}

void TestPacketFilter::addressPools_data()
{
    QTest::addColumn<QByteArray>("networks");
    QTest::addColumn<QByteArray>("pool"); // empty: there is none
    QTest::newRow("nothing said") << QByteArray() << QByteArray("172.30.0.0/16");
    QTest::newRow("the VPN lies there")
        << QByteArray("172.30.7.0/24") << QByteArray("172.31.0.0/16");
    QTest::newRow("everything of 172")
        << QByteArray("172.16.0.0/12") << QByteArray("10.213.0.0/16");
    QTest::newRow("everybody") << QByteArray("0.0.0.0/0") << QByteArray("172.30.0.0/16");
    QTest::newRow("every private network")
        << QByteArray("10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16") << QByteArray();
}

void TestPacketFilter::addressPools()
{
    QFETCH(QByteArray, networks);
    QFETCH(QByteArray, pool);
    const QByteArray profile = "skanse: 1\nworkload: {name: demo}\nhost: {region: \"NO\", "
                               "adminNetworks: ["
                             + networks + "]}\nservices: [{name: api, preset: node}]\n";
    const Outcome outcome = makeBundle(profile.toStdString());
    const auto noRoom = [](const Diagnostic &one) { return one.id == "no-room-for-containers"; };
    QCOMPARE(std::ranges::any_of(outcome.diagnostics, noRoom), pool.isEmpty());
    if (pool.isEmpty())
        return;
    const Artifact *daemon = outcome.bundle.find("host/daemon.json");
    QVERIFY(daemon != nullptr);
    const std::string first =
        "\"default-address-pools\": [\n    {\"base\": \"" + pool.toStdString();
    QVERIFY2(daemon->text.find(first) != std::string::npos, daemon->text.c_str());
}

QTEST_GUILESS_MAIN(TestPacketFilter)
#include "tst_packet_filter.moc"
