// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/support/examples.h"

#include "core/catalogue/catalogue.h"
#include "core/profile/reader.h"
#include "ui/hardening/control_list.h"
#include "ui/hardening/drill_results.h"
#include "ui/hardening/hardening_page.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace skanse;
using namespace skanse::ui;

namespace {

constexpr int kApi = 1; ///< in the web shop

/// A page on the web shop, with the engine's first result.
struct Fixture {
    Session session;
    Navigator navigator;
    Context context{session, navigator};
    HardeningPage page{context};

    Fixture()
    {
        const std::string text = test::readAll(
            test::sourceFolder() + QStringLiteral("/resources/examples/web-shop.skanse.yaml"));
        session.start(readProfile(text).profile->answers);
        page.resize(600, 1600);
        page.show();
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return !session.isPending(); }, 20000);
    }
    template <class Widget> Widget *find(const char *name)
    {
        return page.findChild<Widget *>(QString::fromLatin1(name));
    }
};

} // namespace

class TestHardening : public QObject
{
    Q_OBJECT

private slots:
    void everyControlIsCountedOnce();
    void filterKeepsTheScopesOfWhatIsFound();
    void waiverIsOneStepOfUndoAndShowsADiff();
    void emptyReasonIsRefused();
    void reasonCanBeChangedAndTheControlSwitchedOnAgain();
    void waiverKeepsUnfinishedAnswers();
    void whatIsNotAppliedCannotBeSwitchedOff();
    void jumpFromAWaiverShowsItsControl();
    void lineIsShownInTheFiles();
    void drillResultsAreRead();
    void resultsOfARealDrill();
    void badDrillResultsAreRefused_data();
    void badDrillResultsAreRefused();
    void drillResultsShowBesideTheControls();
    void openedPanelIsScrolledIntoView();
    void fitsASmallWindow();
    void reasonIsNeverMarkup();
};

void TestHardening::everyControlIsCountedOnce()
{
    Fixture it;
    QVERIFY(it.wait());
    const auto *list = it.page.findChild<ControlList *>();
    const StateCounts counts = const_cast<ControlList *>(list)->model().counts();
    QCOMPARE(counts.applied + counts.waived + counts.notApplicable,
             static_cast<int>(kControlCount));
    QVERIFY(counts.applied > 20);
    QVERIFY(it.find<QLabel>("control-summary")
                ->text()
                .contains(QStringLiteral("%1 applied, 0 waived").arg(counts.applied)));
}

void TestHardening::filterKeepsTheScopesOfWhatIsFound()
{
    Fixture it;
    QVERIFY(it.wait());
    it.find<QLineEdit>("control-filter")->setText(QStringLiteral("read-only root"));
    auto *tree = it.find<QTreeView>("control-tree");
    QCOMPARE(tree->model()->rowCount(), 1);
    const QModelIndex scope = tree->model()->index(0, 0);
    QVERIFY(tree->isExpanded(scope));
    QVERIFY(tree->model()->rowCount(scope) >= 1);
    // All services, and below the control one row for each.
    const QModelIndex control = tree->model()->index(0, 0, scope);
    QVERIFY(tree->model()->rowCount(control) >= 5);
    it.find<QPushButton>("chip-applied")->setChecked(false);
    QCOMPARE(tree->model()->rowCount(), 0);
}

void TestHardening::waiverIsOneStepOfUndoAndShowsADiff()
{
    Fixture it;
    QVERIFY(it.wait());
    it.page.startWaiver(ControlId::read_only_root, kApi);
    auto *panel = it.find<QWidget>("waiver-panel");
    QVERIFY(panel->isVisible());
    // Before a reason is written there is a preview already.
    auto *diff = it.find<QPlainTextEdit>("diff-text");
    QVERIFY(QTest::qWaitFor(
        [&] { return diff->toPlainText().contains(QStringLiteral("read_only: true")); }, 20000));
    const QString text = diff->toPlainText();
    QVERIFY(text.contains(QStringLiteral("--- a/compose.yaml")));
    QVERIFY(!text.contains(QStringLiteral("-# Skanse"))); // stamps are the same
    QVERIFY(!it.find<QLabel>("waiver-lost")->text().isEmpty());
    QVERIFY(it.session.answers().services[kApi].waivers.empty());

    auto *services = it.find<QListWidget>("waiver-services");
    for (int i = 0; i < services->count(); ++i)
        if (services->item(i)->text() == QStringLiteral("worker"))
            services->item(i)->setCheckState(Qt::Checked);
    auto *reason = it.find<QLineEdit>("waiver-reason");
    QTest::keyClicks(reason, QStringLiteral("Writes its cache"));
    const int steps = it.session.undoStack().count();
    it.find<QPushButton>("waiver-confirm")->click();
    QVERIFY(!panel->isVisible());
    const auto &answers = it.session.answers();
    QCOMPARE(answers.services[kApi].waivers.size(), 1U);
    QCOMPARE(answers.services[kApi].waivers[0].control, std::string("read-only-root"));
    QCOMPARE(answers.services[kApi].waivers[0].reason, std::string("Writes its cache"));
    QCOMPARE(answers.services[kApi + 1].waivers.size(), 1U);
    QCOMPARE(it.session.undoStack().count(), steps + 1);
    QVERIFY(it.session.undoStack().undoText().contains(QStringLiteral("Switch off")));
    it.session.undoStack().undo();
    QVERIFY(it.session.answers().services[kApi].waivers.empty());
    QVERIFY(it.session.answers().services[kApi + 1].waivers.empty());
}

void TestHardening::emptyReasonIsRefused()
{
    Fixture it;
    QVERIFY(it.wait());
    it.page.startWaiver(ControlId::read_only_root, kApi);
    it.find<QLineEdit>("waiver-reason")->setText(QStringLiteral("   "));
    const int steps = it.session.undoStack().count();
    it.find<QPushButton>("waiver-confirm")->click();
    QCOMPARE(it.session.undoStack().count(), steps);
    QVERIFY(it.find<QWidget>("waiver-panel")->isVisible());
    QVERIFY(it.find<QLabel>("waiver-message")->isVisible());
    QVERIFY(it.find<QLineEdit>("waiver-reason")->property("wrong").toBool());
    // What the question table refuses is refused with its words.
    it.find<QLineEdit>("waiver-reason")->setText(QString(500, QLatin1Char('x')));
    QVERIFY(it.find<QLabel>("waiver-message")->isVisible());
    it.find<QPushButton>("waiver-confirm")->click();
    QCOMPARE(it.session.undoStack().count(), steps);
}

void TestHardening::reasonCanBeChangedAndTheControlSwitchedOnAgain()
{
    Fixture it;
    it.session.edit(QStringLiteral("test"), [](Answers &answers) {
        answers.services[kApi].waivers.push_back({"read-only-root", "Old reason"});
    });
    QVERIFY(it.wait());
    auto *list = it.page.findChild<ControlList *>();
    list->select(ControlId::read_only_root);
    auto *edit = it.find<QToolButton>("edit-reason-1");
    QVERIFY(edit != nullptr);
    edit->click();
    auto *reason = it.find<QLineEdit>("waiver-reason");
    QCOMPARE(reason->text(), QStringLiteral("Old reason"));
    reason->setText(QStringLiteral("New reason"));
    it.find<QPushButton>("waiver-confirm")->click();
    QCOMPARE(it.session.answers().services[kApi].waivers.at(0).reason, std::string("New reason"));
    QCOMPARE(it.session.answers().services[kApi].waivers.size(), 1U);
    QVERIFY(it.wait());
    const int steps = it.session.undoStack().count();
    it.find<QToolButton>("switch-on-1")->click();
    QVERIFY(it.session.answers().services[kApi].waivers.empty());
    QCOMPARE(it.session.undoStack().count(), steps + 1);
}

void TestHardening::waiverKeepsUnfinishedAnswers()
{
    Fixture it;
    QVERIFY(it.wait());
    const AnswerPlace place{workloadPath(), findQuestion("workload.name")};
    it.session.setDraft(place, QStringLiteral("Not A Name"), Refusal{{"no", "nei"}});
    it.page.startWaiver(ControlId::read_only_root, kApi);
    it.find<QLineEdit>("waiver-reason")->setText(QStringLiteral("Because"));
    it.find<QPushButton>("waiver-confirm")->click();
    QCOMPARE(it.session.answers().services[kApi].waivers.size(), 1U);
    QVERIFY(it.session.draft(place) != nullptr);
}

void TestHardening::whatIsNotAppliedCannotBeSwitchedOff()
{
    Fixture it;
    QVERIFY(it.wait());
    const auto &services = it.session.result()->outcome.plan->services;
    const auto &decisions = services[kApi].decisions;
    const auto found = std::ranges::find(decisions, DecisionState::NotApplicable, &Decision::state);
    QVERIFY(found != decisions.end());
    it.page.startWaiver(found->control, kApi);
    QVERIFY(!it.find<QWidget>("waiver-panel")->isVisible());
    QVERIFY(it.find<QLabel>("hardening-note")->isVisible());
}

void TestHardening::jumpFromAWaiverShowsItsControl()
{
    Fixture it;
    it.session.edit(QStringLiteral("test"), [](Answers &answers) {
        answers.services[kApi].waivers.push_back({"seccomp", "One"});
        answers.services[kApi].waivers.push_back({"read-only-root", "Two"});
    });
    QVERIFY(it.wait());
    const Question &list = *findQuestion("service.waivers");
    it.navigator.jumpTo({servicePath(kApi).item(list, 1), findQuestion("service.waiver.reason")});
    QVERIFY(it.page.findChild<ControlList *>()->current() == ControlId::read_only_root);
    QVERIFY(it.navigator.step() == Step::Hardening);
}

void TestHardening::lineIsShownInTheFiles()
{
    Fixture it;
    QVERIFY(it.wait());
    it.page.findChild<ControlList *>()->select(ControlId::read_only_root);
    QSignalSpy shown(&it.navigator, &Navigator::artifactWanted);
    it.find<QToolButton>("line-1")->click();
    QCOMPARE(shown.count(), 1);
    const Artifact *artifact =
        it.session.shown()->outcome.bundle.find(shown.at(0).at(0).toString().toStdString());
    QVERIFY(artifact != nullptr);
    const QString line = QString::fromStdString(artifact->text)
                             .split(QLatin1Char('\n'))
                             .value(shown.at(0).at(1).toInt() - 1);
    QVERIFY2(line.contains(QStringLiteral("read_only")), qPrintable(line));
}

void TestHardening::drillResultsAreRead()
{
    const auto results = parseDrillResults(R"({"results":[
        {"control":"read-only-root","service":"api","attempt":"touch /usr/x",
         "expected":"refused","seen":"Read-only file system","held":true},
        {"control":"packet-filter","attempt":"nc","expected":"closed","seen":"open","held":false}]})");
    QVERIFY(results.has_value());
    QCOMPARE(results->size(), 2U);
    QVERIFY(results->at(0).control == ControlId::read_only_root);
    QCOMPARE(results->at(0).service, QStringLiteral("api"));
    QVERIFY(results->at(0).held == true);
    QVERIFY(results->at(1).service.isEmpty());
    QVERIFY(results->at(1).held == false);
}

/// Recorded: verify/drill.sh --json of a hardened bundle, beside its naive workload (tests/runtime/drill).
void TestHardening::resultsOfARealDrill()
{
    const QString path =
        QStringLiteral(SKANSE_SOURCE_DIR) + QStringLiteral("/tests/gui/drill-results.json");
    const auto results = readDrillResults(path);
    QVERIFY2(results.has_value(), results ? "" : qPrintable(results.error()));
    const auto count = [&](std::optional<bool> held) {
        return std::ranges::count(*results, held, &DrillResult::held);
    };
    QVERIFY(count(true) > 40);
    QVERIFY(count(false) > 30);
    QVERIFY(count(std::nullopt) > 3);
    QCOMPARE(count(true) + count(false) + count(std::nullopt), qint64(results->size()));

    Fixture it;
    QVERIFY(it.wait());
    it.page.loadDrill(path);
    const ControlModel &model = it.page.findChild<ControlList *>()->model();
    const auto shown = [&](ControlId control) {
        return model.indexOf(control).siblingAtColumn(ControlModel::DrillColumn).data().toString();
    };
    QVERIFY(shown(ControlId::read_only_root).startsWith(QStringLiteral("broken")));
    QCOMPARE(shown(ControlId::seccomp), QStringLiteral("held"));
    QCOMPARE(shown(ControlId::no_service_token), QStringLiteral("says nothing"));
}

void TestHardening::badDrillResultsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const QByteArray rest = R"("attempt":"a","expected":"e","seen":"s")";
    QTest::newRow("no json") << QByteArray("results: []") << QStringLiteral("JSON");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("JSON");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("results");
    QTest::newRow("no list") << QByteArray(R"({"results":{}})") << QStringLiteral("results");
    QTest::newRow("more keys") << QByteArray(R"({"results":[],"x":1})") << QStringLiteral("“x”");
    QTest::newRow("no object") << QByteArray(R"({"results":[1]})") << QStringLiteral("Result 1");
    QTest::newRow("control") << QByteArray(R"({"results":[{"control":"nope","held":true,)" + rest
                                           + "}]}")
                             << QStringLiteral("nope");
    QTest::newRow("held") << QByteArray(R"({"results":[{"control":"seccomp","held":"yes",)" + rest
                                        + "}]}")
                          << QStringLiteral("held");
    QTest::newRow("service") << QByteArray(
        R"({"results":[{"control":"seccomp","held":true,"service":1,)" + rest + "}]}")
                             << QStringLiteral("service");
    QTest::newRow("missing") << QByteArray(
        R"({"results":[{"control":"seccomp","held":true,"attempt":"a","expected":"e"}]})")
                             << QStringLiteral("seen");
    QTest::newRow("unknown key") << QByteArray(
        R"({"results":[{"control":"seccomp","held":true,"note":"n",)" + rest + "}]}")
                                 << QStringLiteral("note");
    QTest::newRow("too large") << QByteArray(kMaximumDrillBytes + 1, ' ')
                               << QStringLiteral("4 MiB");
}

void TestHardening::badDrillResultsAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto results = parseDrillResults(json);
    QVERIFY(!results.has_value());
    QVERIFY2(results.error().contains(says), qPrintable(results.error()));
}

void TestHardening::drillResultsShowBesideTheControls()
{
    Fixture it;
    QVERIFY(it.wait());
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("drill.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"results":[{"control":"read-only-root","service":"api","attempt":"touch /usr/x",
        "expected":"refused","seen":"it worked","held":false}]})");
    file.close();
    it.page.loadDrill(path);
    auto *tree = it.find<QTreeView>("control-tree");
    QVERIFY(!tree->isColumnHidden(ControlModel::DrillColumn));
    ControlModel &model = it.page.findChild<ControlList *>()->model();
    const QModelIndex row = model.indexOf(ControlId::read_only_root);
    QCOMPARE(row.siblingAtColumn(ControlModel::DrillColumn).data().toString(),
             QStringLiteral("broken"));
    QVERIFY(it.find<QLabel>("drill-message")->text().contains(QStringLiteral("1 broken")));
    it.page.loadDrill(folder.filePath(QStringLiteral("absent.json")));
    QVERIFY(it.find<QLabel>("drill-message")->text().contains(QStringLiteral("cannot be opened")));
}

void TestHardening::openedPanelIsScrolledIntoView()
{
    Fixture it;
    QVERIFY(it.wait());
    QScrollArea area;
    area.setWidgetResizable(true);
    area.setWidget(&it.page);
    area.resize(460, 500);
    const auto giveBack = qScopeGuard([&] { area.takeWidget(); });
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    it.page.startWaiver(ControlId::read_only_root, kApi);
    auto *title = it.find<QWidget>("waiver-panel");
    auto *reason = it.find<QLineEdit>("waiver-reason");
    QVERIFY(QTest::qWaitFor([&] { return area.verticalScrollBar()->value() > 0; }, 5000));
    QTest::qWait(50);
    const auto topIn = [&](QWidget *widget) {
        return widget->mapTo(area.viewport(), QPoint()).y();
    };
    QVERIFY2(topIn(title) >= 0 && topIn(title) < 100, qPrintable(QString::number(topIn(title))));
    QVERIFY(topIn(reason) < area.viewport()->height());
    QCOMPARE(area.horizontalScrollBar()->maximum(), 0);
}

void TestHardening::fitsASmallWindow()
{
    for (const Language language : {Language::English, Language::Bokmal}) {
        setLanguage(language);
        Fixture it;
        QVERIFY(it.wait());
        it.page.startWaiver(ControlId::read_only_root, kApi);
        const int width = it.page.minimumSizeHint().width();
        setLanguage(Language::English);
        QVERIFY2(width <= 420, qPrintable(QString::number(width)));
    }
}

/// A reason can come from anybody's profile; a tooltip would follow its tags.
void TestHardening::reasonIsNeverMarkup()
{
    Fixture it;
    it.session.edit(QStringLiteral("waive"), [](Answers &answers) {
        answers.services[kApi].waivers.push_back(
            {"memory-limit", "<img src='file:///etc/hostname'> & more"});
    });
    QVERIFY(it.wait());
    ControlModel &model = it.page.findChild<ControlList *>()->model();
    int seen = 0;
    const auto walk = [&](auto &&self, const QModelIndex &parent) -> void {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex state = model.index(row, ControlModel::StateColumn, parent);
            const QString tip = state.data(Qt::ToolTipRole).toString();
            if (tip.contains(QStringLiteral("hostname"))) {
                QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
                ++seen;
            }
            self(self, model.index(row, 0, parent));
        }
    };
    walk(walk, QModelIndex());
    QVERIFY(seen > 0);
}

QTEST_MAIN(TestHardening)
#include "tst_hardening.moc"
