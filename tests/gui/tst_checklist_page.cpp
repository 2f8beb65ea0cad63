// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/support/examples.h"

#include "core/profile/reader.h"
#include "core/profile/writer.h"
#include "ui/checklist/checklist_page.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDate>
#include <QGuiApplication>
#include <QLabel>
#include <QScopeGuard>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace skanse;
using namespace skanse::ui;

namespace {

/// The checklist of the web shop, with the engine's first result.
struct Fixture {
    Session session;
    Navigator navigator;
    Context context{session, navigator};
    ChecklistPage page{context};

    Fixture()
    {
        const std::string text = test::readAll(
            test::sourceFolder() + QStringLiteral("/resources/examples/web-shop.skanse.yaml"));
        session.start(readProfile(text).profile->answers);
        page.resize(440, 1200);
        page.show();
    }
    bool wait()
    {
        const bool done = QTest::qWaitFor([this] { return !session.isPending(); }, 20000);
        QTest::qWait(0); // what was made is shown when the event loop comes round
        return done;
    }
    QWidget *row(const char *item)
    {
        return page.findChild<QWidget *>(QStringLiteral("checklist-") + QLatin1StringView(item));
    }
    QCheckBox *box(const char *item)
    {
        return row(item)->findChild<QCheckBox *>(QStringLiteral("tick"));
    }
    QString progress()
    {
        return page.findChild<QLabel *>(QStringLiteral("checklist-progress"))->text();
    }
    std::string checklist()
    {
        const Artifact *found = session.shown()->outcome.bundle.find("host/CHECKLIST.md");
        return found == nullptr ? std::string() : found->text;
    }
};

} // namespace

class TestChecklistPage : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatTheFileShows();
    void tickGoesToTheProfileAndTheFile();
    void tickIsUndone();
    void keyboardTicksAndOpens();
    void commandIsCopied();
    void questionIsAClickAway();
    void itemsFollowTheAnswers();
    void revealOpensTheItem();
    void everyControlHasAName();
    void speaksBokmal();
    void fitsASmallWindow();
};

void TestChecklistPage::showsWhatTheFileShows()
{
    Fixture it;
    QVERIFY(it.wait());
    const auto &parts = it.session.shown()->outcome.plan->checklist;
    QVERIFY(parts.size() >= 15);
    // The first section with work in it is open, the others wait.
    QVERIFY(it.row("kvm-confirmed") != nullptr && it.row("kvm-confirmed")->isVisible());
    QVERIFY(it.row("disk-kind") == nullptr);
    for (const ChecklistPart &part : parts)
        for (const ChecklistItem &item : part.items) {
            it.page.reveal(item.id);
            QVERIFY2(it.row(item.id.c_str()) != nullptr, item.id.c_str());
        }
}

void TestChecklistPage::tickGoesToTheProfileAndTheFile()
{
    Fixture it;
    QVERIFY(it.wait());
    QVERIFY(it.progress().startsWith(QStringLiteral("0 of ")));
    it.box("kvm-confirmed")->click();
    const auto &ticks = it.session.answers().host.checklist;
    QCOMPARE(ticks.size(), 1U);
    QCOMPARE(ticks[0].item, std::string("kvm-confirmed"));
    QCOMPARE(QString::fromStdString(ticks[0].date), QDate::currentDate().toString(Qt::ISODate));
    QVERIFY(it.progress().startsWith(QStringLiteral("1 of ")));
    QVERIFY(it.wait());
    QVERIFY(it.checklist().find("- [x] **") != std::string::npos);
    const auto again = readProfile(writeProfile(it.session.answers()));
    QVERIFY(again.profile && again.profile->answers.host.checklist == ticks);
    // The row is still the same one, with its day.
    QVERIFY(it.box("kvm-confirmed")->isChecked());
    QVERIFY(!it.row("kvm-confirmed")
                 ->findChild<QLabel *>(QStringLiteral("done-date"))
                 ->text()
                 .isEmpty());
}

void TestChecklistPage::tickIsUndone()
{
    Fixture it;
    QVERIFY(it.wait());
    it.box("kvm-confirmed")->click();
    it.box("virtualisation-seen")->click();
    it.box("kvm-confirmed")->click();
    QCOMPARE(it.session.answers().host.checklist.size(), 1U);
    QVERIFY(!it.box("kvm-confirmed")->isChecked());
    it.session.undoStack().undo();
    QVERIFY(it.box("kvm-confirmed")->isChecked());
    it.session.undoStack().undo();
    it.session.undoStack().undo();
    QVERIFY(it.session.answers().host.checklist.empty());
    QVERIFY(!it.box("virtualisation-seen")->isChecked());
    it.session.undoStack().redo();
    QVERIFY(it.box("kvm-confirmed")->isChecked());
}

void TestChecklistPage::keyboardTicksAndOpens()
{
    Fixture it;
    QVERIFY(it.wait());
    QCheckBox *box = it.box("virtualisation-seen");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(box->isChecked());
    auto *how = it.row("virtualisation-seen")->findChild<QToolButton *>(QStringLiteral("how"));
    auto *command = it.row("virtualisation-seen")->findChild<QLabel *>(QStringLiteral("command"));
    QVERIFY(!command->isVisible());
    how->setFocus();
    QTest::keyClick(how, Qt::Key_Space);
    QTRY_VERIFY(command->isVisible());
    QVERIFY(command->text().contains(QStringLiteral("systemd-detect-virt")));
}

void TestChecklistPage::commandIsCopied()
{
    Fixture it;
    QVERIFY(it.wait());
    it.page.reveal("no-shared-kernel");
    it.row("no-shared-kernel")->findChild<QToolButton *>(QStringLiteral("copy-command"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("uname -r | grep -E 'stab|\\.vz[0-9]'\n"
                            "ls -d /proc/vz /proc/user_beancounters\n"));
}

void TestChecklistPage::questionIsAClickAway()
{
    Fixture it;
    QVERIFY(it.wait());
    it.page.reveal("disk-kind");
    auto *from = it.row("disk-kind")->findChild<QLabel *>(QStringLiteral("from-answers"));
    QVERIFY(from->text().contains(QStringLiteral("Kind of disk")));
    emit from->linkActivated(QStringLiteral("host.diskKind"));
    QCOMPARE(it.navigator.step(), Step::Host);
}

void TestChecklistPage::itemsFollowTheAnswers()
{
    Fixture it;
    QVERIFY(it.wait());
    it.page.reveal("updates-automatic-apt");
    it.session.edit(QStringLiteral("system"),
                    [](Answers &answers) { answers.host.system = OperatingSystem::Rocky9; });
    QVERIFY(it.wait());
    QVERIFY(it.row("updates-automatic-apt") == nullptr);
    QVERIFY(it.row("updates-automatic-dnf") != nullptr); // its section stays open
}

void TestChecklistPage::revealOpensTheItem()
{
    Fixture it;
    QVERIFY(it.wait());
    it.page.reveal("restore-tried");
    QTRY_VERIFY(it.row("restore-tried")->isVisible());
    it.page.reveal("no-such-item"); // nothing happens
}

/// Whoever cannot see the page hears what each box and button is about.
void TestChecklistPage::everyControlHasAName()
{
    Fixture it;
    QVERIFY(it.wait());
    for (const ChecklistPart &part : it.session.shown()->outcome.plan->checklist)
        it.page.reveal(part.items.front().id);
    for (const auto *box : it.page.findChildren<QCheckBox *>())
        QVERIFY(!box->accessibleName().isEmpty());
    for (const auto *button : it.page.findChildren<QToolButton *>()) {
        QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
        QCOMPARE(button->focusPolicy(), Qt::StrongFocus);
    }
}

void TestChecklistPage::speaksBokmal()
{
    setLanguage(Language::Bokmal);
    const auto back = qScopeGuard([] { setLanguage(Language::English); });
    Fixture it;
    QVERIFY(it.wait());
    QCOMPARE(it.box("kvm-confirmed")->accessibleName(),
             QStringLiteral("Leverandøren bekrefter KVM skriftlig"));
    QVERIFY2(it.progress().contains(QStringLiteral("gjort")), qPrintable(it.progress()));
}

/// What the smallest window leaves between its margins, whatever the language.
void TestChecklistPage::fitsASmallWindow()
{
    const auto back = qScopeGuard([] { setLanguage(Language::English); });
    for (const Language language : {Language::English, Language::Bokmal}) {
        setLanguage(language);
        Fixture it;
        QVERIFY(it.wait());
        for (const ChecklistPart &part : it.session.shown()->outcome.plan->checklist)
            for (const ChecklistItem &item : part.items)
                it.page.reveal(item.id);
        QVERIFY2(it.page.minimumSizeHint().width() <= 364,
                 qPrintable(QString::number(it.page.minimumSizeHint().width())));
    }
}

QTEST_MAIN(TestChecklistPage)
#include "tst_checklist_page.moc"
