// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/support/examples.h"

#include "core/catalogue/catalogue.h"
#include "core/profile/reader.h"
#include "ui/hardening/control_list.h"
#include "ui/hardening/hardening_page.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

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
    void evidenceNeedsAFileBesideWhichItLies();
    void evidenceShowsBesideTheControls();
    void badEvidenceIsRefusedAndNotCopied();
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

namespace {

QString writeResults(const QTemporaryDir &folder, const char *name, const QByteArray &json)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        return {};
    return file.fileName();
}

const QByteArray kBroken =
    R"({"date":"2026-11-20T21:14:00Z","results":[{"control":"read-only-root","service":"api",
    "attempt":"touch /usr/x","expected":"refused","seen":"it worked","held":false}]})";

} // namespace

void TestHardening::evidenceNeedsAFileBesideWhichItLies()
{
    Fixture it;
    QVERIFY(it.wait());
    const QTemporaryDir folder;
    it.page.addEvidence(writeResults(folder, "drill.json", kBroken));
    QVERIFY(it.find<QLabel>("evidence-refusal")->isVisible());
    QVERIFY(
        it.find<QLabel>("evidence-refusal")->text().contains(QStringLiteral("Save the profile")));
    QVERIFY(
        it.find<QLabel>("evidence-message")->text().contains(QStringLiteral("No evidence yet")));
}

void TestHardening::evidenceShowsBesideTheControls()
{
    Fixture it;
    QVERIFY(it.wait());
    const QTemporaryDir folder;
    QVERIFY(it.session.save(folder.filePath(QStringLiteral("shop.skanse.yaml"))).has_value());
    it.page.addEvidence(writeResults(folder, "drill.json", kBroken));
    QVERIFY(!it.find<QLabel>("evidence-refusal")->isVisible());
    QVERIFY(it.wait());
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("evidence/drill.json"))));
    auto *tree = it.find<QTreeView>("control-tree");
    QVERIFY(!tree->isColumnHidden(ControlModel::DrillColumn));
    ControlModel &model = it.page.findChild<ControlList *>()->model();
    const QModelIndex row = model.indexOf(ControlId::read_only_root);
    QCOMPARE(row.siblingAtColumn(ControlModel::DrillColumn).data().toString(),
             QStringLiteral("broken"));
    const QString message = it.find<QLabel>("evidence-message")->text();
    QVERIFY2(message.contains(QStringLiteral("drill.json of 2026-11-20"))
                 && message.contains(QStringLiteral("1 contradicted")),
             qPrintable(message));
    const Artifact *hardening = it.session.shown()->outcome.bundle.find("HARDENING.md");
    QVERIFY(hardening->text.find("drill.json") != std::string::npos);
    // The same bytes again are the same file; other bytes get a name of their own.
    it.page.addEvidence(folder.filePath(QStringLiteral("drill.json")));
    QByteArray held = kBroken;
    held.replace("false", "true").replace("T21", "T22");
    it.page.addEvidence(writeResults(folder, "drill.json", held));
    QVERIFY(it.wait());
    QCOMPARE(QDir(folder.filePath(QStringLiteral("evidence"))).entryList(QDir::Files),
             (QStringList{QStringLiteral("drill-2.json"), QStringLiteral("drill.json")}));
    QCOMPARE(model.indexOf(ControlId::read_only_root)
                 .siblingAtColumn(ControlModel::DrillColumn)
                 .data()
                 .toString(),
             QStringLiteral("held"));
    // Read again with the profile.
    QVERIFY(it.session.open(folder.filePath(QStringLiteral("shop.skanse.yaml"))).has_value());
    QCOMPARE(it.session.evidence()->files.size(), 2U);
}

void TestHardening::badEvidenceIsRefusedAndNotCopied()
{
    Fixture it;
    QVERIFY(it.wait());
    const QTemporaryDir folder;
    QVERIFY(it.session.save(folder.filePath(QStringLiteral("shop.skanse.yaml"))).has_value());
    it.page.addEvidence(writeResults(folder, "bad.json", "{\"results\":[1]}"));
    QVERIFY(it.find<QLabel>("evidence-refusal")->text().contains(QStringLiteral("results[0]")));
    it.page.addEvidence(folder.filePath(QStringLiteral("absent.json")));
    QVERIFY(
        it.find<QLabel>("evidence-refusal")->text().contains(QStringLiteral("cannot be opened")));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("evidence"))));
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
