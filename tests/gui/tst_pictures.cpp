// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/support/examples.h"
#include "ui/pictures/flow_edits.h"
#include "ui/pictures/flow_picture.h"
#include "ui/pictures/flow_scene.h"
#include "ui/pictures/flow_view.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QtTest>

using namespace skanse;
using namespace skanse::ui;

namespace {

QString example(const QString &name)
{
    return test::sourceFolder() + QStringLiteral("/resources/examples/%1.skanse.yaml").arg(name);
}

/// A window's worth: the answers, the place in them, and their result.
struct Bench {
    Session session;
    Navigator navigator;
    Context context{session, navigator};

    explicit Bench(const QString &name = QStringLiteral("web-shop"))
    {
        if (!session.open(example(name)))
            qFatal("cannot open the example");
        wait();
    }
    void wait()
    {
        if (!QTest::qWaitFor([this] { return !session.isPending(); }))
            qFatal("no result");
    }
};

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void flowsAreThoseOfThePlan();
};

void TestPictures::initTestCase()
{
    setAppearance(Appearance::Light);
}

void TestPictures::flowsAreThoseOfThePlan()
{
    Bench bench;
    FlowPicture picture(bench.context);
    picture.resize(900, 420);
    picture.show();
    QTRY_VERIFY(!picture.scene().flows().nodes.empty());
    QCOMPARE(picture.scene().flows().serviceCount(), 5);
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
