// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"

#include <QTest>

using namespace skanse;

/// Who may reach a private port of the host.
class TestPacketFilter : public QObject
{
    Q_OBJECT

private slots:
    void privatePort_data();
    void privatePort();
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

QTEST_GUILESS_MAIN(TestPacketFilter)
#include "tst_packet_filter.moc"
