// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/network_address.h"

#include <QTest>

using namespace skanse;

namespace {

Network net(const char *text)
{
    return parseNetwork(text).value();
}

} // namespace

class TestNetworkAddress : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *text, const char *written) {
            QTest::newRow(text) << QString(text) << QString(written);
        };
        row("10.0.0.0/8", "10.0.0.0/8");
        row("192.0.2.10", "192.0.2.10/32");
        row("192.0.2.10/32", "192.0.2.10/32");
        row("0.0.0.0/0", "0.0.0.0/0");
        row("255.255.255.255", "255.255.255.255/32");
        row("172.16.0.0/12", "172.16.0.0/12");
        row("2001:db8::/32", "2001:db8::/32");
        row("2001:DB8:0:0::1", "2001:db8::1/128");
        row("::/0", "::/0");
        row("::1", "::1/128");
        row("fe80::/10", "fe80::/10");
    }

    void readsAndWrites()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const auto network = parseNetwork(text.toStdString());
        QVERIFY(network);
        QCOMPARE(QString::fromStdString(toString(*network)), written);
        QVERIFY(parseNetwork(toString(*network)).value() == *network);
        QCOMPARE(QString::fromStdString(addressString(*network)), written.section('/', 0, 0));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 "/",
                                 "/8",
                                 "10.0.0.0/",
                                 "10.0.0.0/33",
                                 "10.0.0.0/-1",
                                 "10.0.0.0/+8",
                                 "10.0.0.0/08",
                                 "10.0.0.0/8/8",
                                 "10.0.0.0/ 8",
                                 "10.0.0.0/8 ",
                                 " 10.0.0.0/8",
                                 "10.0.0",
                                 "10.0.0.0.0",
                                 "010.0.0.1",
                                 "0x0a.0.0.1",
                                 "10.0.0.256",
                                 "167772160",
                                 "localhost",
                                 "::/129",
                                 ":::",
                                 "::g",
                                 "fe80::1%eth0",
                                 "[::1]",
                                 "10.0.0.0/99999999999",
                                 "10.0.0.0\n",
                                 "NO"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("text behind a nul") << QByteArray("10.0.0.0\0evil", 13);
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto network = parseNetwork(text.toStdString());
        QVERIFY(!network);
        QVERIFY(!network.error().message.empty());
        QVERIFY(!network.error().advice.empty());
    }

    void namesTheNetworkThatWasMeant()
    {
        const auto network = parseNetwork("192.0.2.10/24");
        QVERIFY(!network);
        QVERIFY(network.error().advice.en.find("192.0.2.0/24") != std::string::npos);
        const auto six = parseNetwork("2001:db8::1/48");
        QVERIFY(!six);
        QVERIFY(six.error().advice.nb.find("2001:db8::/48") != std::string::npos);
    }

    void addressesHaveNoPrefix()
    {
        QVERIFY(parseAddress("192.0.2.10").value() == net("192.0.2.10/32"));
        QVERIFY(!parseAddress("192.0.2.0/24"));
        QVERIFY(!parseAddress("192.0.2.10/32"));
        QVERIFY(!parseAddress("example.com"));
    }

    void contains()
    {
        QVERIFY(net("10.0.0.0/8").contains(net("10.255.0.1")));
        QVERIFY(net("10.0.0.0/8").contains(net("10.0.0.0/8")));
        QVERIFY(!net("10.0.0.0/9").contains(net("10.128.0.0/9")));
        QVERIFY(!net("10.1.0.0/16").contains(net("10.0.0.0/8")));
        QVERIFY(net("0.0.0.0/0").contains(net("203.0.113.7")));
        QVERIFY(!net("0.0.0.0/0").contains(net("::1")));
        QVERIFY(net("::/0").contains(net("2001:db8::/32")));
        QVERIFY(net("2001:db8::/33").contains(net("2001:db8:7fff::1")));
        QVERIFY(!net("2001:db8::/33").contains(net("2001:db8:8000::1")));
    }

    void privateSpaces()
    {
        for (const char *text : {"10.1.2.3", "172.31.255.255", "192.168.0.0/24", "127.0.0.1",
                                 "169.254.1.1", "100.64.0.1", "fd00::1", "fe80::1", "::1"})
            QVERIFY2(isPrivate(net(text)), text);
        for (const char *text : {"0.0.0.0/0", "8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1",
                                 "2001:db8::1", "::/0", "10.0.0.0/7"})
            QVERIFY2(!isPrivate(net(text)), text);
    }
};

QTEST_GUILESS_MAIN(TestNetworkAddress)
#include "tst_network_address.moc"
