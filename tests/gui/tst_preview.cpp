// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/aligned_texts.h"
#include "ui/preview/artifact_tree.h"
#include "ui/preview/code_view.h"
#include "ui/preview/compare_view.h"
#include "ui/preview/explanation_panel.h"
#include "ui/preview/line_edits.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/text_patch.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/elided_label.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace skanse;
using namespace skanse::ui;

namespace {

const QString kCompose = QStringLiteral("compose.yaml");

/// The window's part with everything around it.
struct Desk {
    Session session;
    Navigator navigator;
    PreviewPane pane{{session, navigator}};

    Desk()
    {
        pane.resize(800, 800);
        pane.show();
    }

    template <class Widget> Widget *find(const char *name)
    {
        return pane.findChild<Widget *>(QLatin1StringView(name));
    }
    CodeView &code() { return *find<CodeView>("codeView"); }

    bool open()
    {
        return session.open(QStringLiteral(":/skanse/examples/web-shop.skanse.yaml")).has_value()
            && settle() && focus();
    }
    /// Keys go to the code.
    bool focus()
    {
        pane.activateWindow();
        code().setFocus();
        return QTest::qWaitForWindowActive(&pane);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return !session.isPending(); }) && QTest::qWaitFor([this] {
                   return !session.shown()->outcome.bundle.artifacts.empty();
               });
    }
    bool setMemory(const char *text, int service = 1)
    {
        return session
            .setAnswer(placeOf(session.answers(), "service.resources.memory", service),
                       std::string(text))
            .has_value();
    }
    /// The first line of the shown file that holds the text; 0 when there is none.
    int lineWith(const QString &text, int from = 1)
    {
        for (int line = from; line <= code().lineCount(); ++line)
            if (code().document()->findBlockByNumber(line - 1).text().contains(text))
                return line;
        return 0;
    }
    /// In compose.yaml, the first line of a service that has the text.
    int lineOf(QStringView service, const QString &text)
    {
        const QStringList lines = code().toPlainText().split(u'\n');
        const auto start = lines.indexOf(QStringLiteral("  %1:").arg(service));
        return start < 0 ? 0 : lineWith(text, static_cast<int>(start) + 1);
    }
    QString textOf(const QString &path)
    {
        const Artifact *artifact = session.shown()->outcome.bundle.find(toUtf8(path));
        return artifact == nullptr ? QString() : toQString(artifact->text);
    }
    QString shownText() { return code().toPlainText() + u'\n'; }
};

std::string randomText(QRandomGenerator &random)
{
    std::string text;
    for (int lines = static_cast<int>(random.bounded(12)); lines >= 0; --lines)
        text += std::string(1, static_cast<char>('a' + random.bounded(4))) + "\n";
    return text;
}

} // namespace

class TestPreview : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void patchGivesTheNewText();
    void stampDoesNotCount();
    void alignedSidesAreLevel();

    void saysWhatToDoFirst();
    void showsTheFiles();
    void followsTheNavigator();
    void treeAndChooserTellTheNavigator();
    void keepsTheFileAndThePlace();
    void marksWhatChanged();
    void explainsTheSelectedLine();
    void offersToSwitchOff();
    void tracesTheQuestion();
    void findsText();
    void copiesTheFile();
    void showsProblemsCalmly();
    void comparesWithoutHardening();
    void comparesWithTheSavedProfile();
    void fileOnOneSideOnly();
    void projectorIsLarge();
    void fitsNarrowPanes();
    void followsThePalette();
};

void TestPreview::initTestCase()
{
    setAppearance(Appearance::Light);
}

void TestPreview::patchGivesTheNewText()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        const std::string before = randomText(random);
        const std::string after = randomText(random);
        QTextDocument document;
        document.setPlainText(toQString(before).chopped(1));
        LineNumbering numbering;
        const auto hunks = lineEdits(numbering.idsOf(before), numbering.idsOf(after));
        patchDocument(document, hunks, skanse::ui::linesOf(after));
        QCOMPARE(document.toPlainText() + u'\n', toQString(after));
    }
}

void TestPreview::stampDoesNotCount()
{
    QVERIFY(sameButForStamp("a 1ab b 1ab", "1ab", "a 1cd b 1cd", "1cd"));
    QVERIFY(!sameButForStamp("a 1ab b", "1ab", "a 1cd c", "1cd"));
    QVERIFY(!sameButForStamp("a 1ab 1ab", "1ab", "a 1cd 1xy", "1cd"));
    QVERIFY(sameButForStamp("same", "1ab", "same", "1cd"));
    QVERIFY(!sameButForStamp("one", "1ab", "two", "1cd"));
}

void TestPreview::alignedSidesAreLevel()
{
    const AlignedTexts texts = alignTexts("a\nb\nc\nd\n", {}, "a\nx\ny\nc\n", {});
    QCOMPARE(texts.left.numbers, (std::vector{1, 2, 0, 3, 4}));
    QCOMPARE(texts.right.numbers, (std::vector{1, 2, 3, 4, 0}));
    QCOMPARE(texts.added, 2);
    QCOMPARE(texts.removed, 2);
    QCOMPARE(texts.differences, (std::vector<LineRange>{{2, 3}, {5, 5}}));
}

void TestPreview::saysWhatToDoFirst()
{
    Desk desk;
    auto *add = desk.find<QPushButton>("emptyFilesServices");
    QVERIFY(add->isVisible());
    QTest::mouseClick(add, Qt::LeftButton);
    QCOMPARE(desk.navigator.step(), Step::Services);
    QVERIFY(desk.open());
    QVERIFY(!add->isVisible());
    QVERIFY(desk.code().isVisible());
    QVERIFY(desk.find<QLabel>("explanationEmpty") != nullptr);
}

void TestPreview::showsTheFiles()
{
    Desk desk;
    QVERIFY(desk.open());
    QCOMPARE(desk.navigator.artifact(), kCompose); // the first with hardening in it
    QCOMPARE(desk.shownText(), desk.textOf(kCompose));
    const QStringList &paths = desk.find<ArtifactTree>("artifactTree")->files().paths();
    QCOMPARE(paths.size(),
             static_cast<qsizetype>(desk.session.shown()->outcome.bundle.artifacts.size()));
    const int line = desk.lineWith(QStringLiteral("read_only: true"));
    QVERIFY(line > 0);
    QVERIFY(desk.code().hasMark(line, Mark::Control));
}

void TestPreview::followsTheNavigator()
{
    Desk desk;
    QVERIFY(desk.open());
    const QString path = QStringLiteral("kubernetes/services/db.yaml");
    desk.navigator.showArtifact(path, 12);
    QCOMPARE(desk.shownText(), desk.textOf(path));
    QCOMPARE(desk.code().selectedLine(), 12);
    QCOMPARE(desk.find<QComboBox>("fileChooser")->currentText(), path);
    QCOMPARE(desk.find<ArtifactTree>("artifactTree")->currentIndex().data(ArtifactModel::PathRole),
             path);
    desk.navigator.showArtifact(kCompose);
    QCOMPARE(desk.code().selectedLine(), 0);
    desk.navigator.showArtifact(path); // back to where one was
    QCOMPARE(desk.code().selectedLine(), 12);
}

void TestPreview::treeAndChooserTellTheNavigator()
{
    Desk desk;
    QVERIFY(desk.open());
    auto *tree = desk.find<ArtifactTree>("artifactTree");
    tree->setCurrentIndex(tree->files().indexOf(QStringLiteral("HARDENING.md")));
    QCOMPARE(desk.navigator.artifact(), QStringLiteral("HARDENING.md"));
    QTest::mouseClick(desk.find<QToolButton>("nextFile"), Qt::LeftButton);
    QCOMPARE(desk.navigator.artifact(), kCompose);
    auto *field = desk.find<QComboBox>("fileChooser")->lineEdit();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("kubernetes/limits.yaml"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(desk.navigator.artifact(), QStringLiteral("kubernetes/limits.yaml"));
    QTest::keyClick(&desk.code(), Qt::Key_PageUp, Qt::ControlModifier);
    QVERIFY(desk.navigator.artifact() != QStringLiteral("kubernetes/limits.yaml"));
}

void TestPreview::keepsTheFileAndThePlace()
{
    Desk desk;
    QVERIFY(desk.open());
    const int line = desk.lineOf(u"web", QStringLiteral("read_only: true"));
    desk.navigator.showArtifact(kCompose, line);
    const QString text = desk.code().textCursor().block().text();
    const QString top =
        desk.code().document()->findBlockByNumber(desk.code().firstVisibleLine() - 1).text();
    // One more line above it.
    desk.session.edit(QStringLiteral("more"), [](Answers &answers) {
        answers.services[0].environment.push_back({"COLOUR", "blue"});
    });
    QVERIFY(desk.settle());
    QCOMPARE(desk.navigator.artifact(), kCompose);
    QCOMPARE(desk.shownText(), desk.textOf(kCompose));
    QVERIFY(desk.code().selectedLine() != line);
    QCOMPARE(desk.code().document()->findBlockByNumber(desk.code().selectedLine() - 1).text(),
             text);
    QCOMPARE(desk.code().document()->findBlockByNumber(desk.code().firstVisibleLine() - 1).text(),
             top);
}

void TestPreview::marksWhatChanged()
{
    Desk desk;
    QVERIFY(desk.open());
    auto &files = desk.find<ArtifactTree>("artifactTree")->files();
    QVERIFY(files.noted().isEmpty());
    QVERIFY(desk.setMemory("768Mi"));
    QVERIFY(desk.settle());
    const int line = desk.lineWith(QStringLiteral("768m"));
    QVERIFY(line > 0);
    QVERIFY(desk.code().hasMark(line, Mark::Changed));
    QVERIFY(!desk.code().hasMark(2, Mark::Changed)); // the stamp changes with every answer
    QVERIFY(files.noted().contains(kCompose));
    QVERIFY(files.noted().contains(QStringLiteral("kubernetes/services/api.yaml")));
    QVERIFY(!files.noted().contains(QStringLiteral("docker/api/Dockerfile")));
    const QModelIndex index = files.indexOf(kCompose);
    QVERIFY(index.data(Qt::AccessibleTextRole).toString() != index.data().toString());
    // Another file that changed shows it when one goes there.
    desk.navigator.showArtifact(QStringLiteral("kubernetes/services/api.yaml"));
    QVERIFY(desk.code().hasMark(desk.lineWith(QStringLiteral("768Mi")), Mark::Changed));
}

void TestPreview::explainsTheSelectedLine()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.navigator.showArtifact(kCompose, desk.lineOf(u"api", QStringLiteral("mem_limit")));
    auto *panel = desk.find<ExplanationPanel>("explanation");
    const auto labels = panel->widget()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(QStringLiteral("Memory limit"));
    }));
    auto *go = panel->widget()->findChild<QPushButton *>(QStringLiteral("goToAnswer"));
    QVERIFY(go != nullptr);
    const QSignalSpy wanted(&desk.navigator, &Navigator::questionWanted);
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<AnswerPlace>().question->id == "service.resources.memory");
    QCOMPARE(wanted[0][0].value<AnswerPlace>().record.service(), 1);
    // The keyboard does it, too; Esc leaves the line.
    const int line = desk.code().selectedLine();
    QTest::keyClick(&desk.code(), Qt::Key_Down);
    QCOMPARE(desk.code().selectedLine(), line + 1);
    QTest::keyClick(&desk.code(), Qt::Key_Escape);
    QCOMPARE(desk.code().selectedLine(), 0);
    QVERIFY(panel->widget()->findChild<QLabel *>(QStringLiteral("explanationEmpty")) != nullptr);
}

void TestPreview::offersToSwitchOff()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.navigator.showArtifact(kCompose, desk.lineOf(u"api", QStringLiteral("read_only: true")));
    auto *waive = desk.find<QPushButton>("waive");
    QVERIFY(waive != nullptr);
    QVERIFY(waive->isVisibleTo(&desk.pane));
    const QSignalSpy wanted(&desk.pane, &PreviewPane::waiverWanted);
    waive->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<ControlId>() == ControlId::read_only_root);
    QCOMPARE(wanted[0][1].toInt(), 1);
    // What is asked for may happen at once, in front of the button's eyes.
    connect(&desk.pane, &PreviewPane::waiverWanted, this, [&] {
        desk.session.edit(QStringLiteral("off"), [](Answers &answers) {
            answers.services[1].waivers.push_back({"read-only-root", "Writes beside its code"});
        });
        QVERIFY(desk.settle());
    });
    waive->click();
    QVERIFY(desk.lineOf(u"api", QStringLiteral("read_only: true")) > 0); // of the next service
    QVERIFY(desk.session.shown()->outcome.plan->services[1].state(ControlId::read_only_root)
            == DecisionState::Waived);
}

void TestPreview::tracesTheQuestion()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.navigator.showArtifact(QStringLiteral("docker/api/Dockerfile"));
    desk.navigator.noteQuestion(placeOf(desk.session.answers(), "service.resources.memory", 1));
    QCOMPARE(desk.navigator.artifact(), QStringLiteral("docker/api/Dockerfile"));
    auto *next = desk.find<QPushButton>("traceNext");
    QVERIFY(next->isVisible());
    QTest::mouseClick(next, Qt::LeftButton);
    const int line = desk.code().selectedLine();
    QVERIFY(line > 0);
    QVERIFY(desk.code().hasMark(line, Mark::Question));
    desk.navigator.showArtifact(kCompose);
    QVERIFY(desk.code().hasMark(desk.lineOf(u"api", QStringLiteral("mem_limit")), Mark::Question));
    // Of this service only.
    QVERIFY(
        !desk.code().hasMark(desk.lineOf(u"cache", QStringLiteral("mem_limit")), Mark::Question));
    // A question without lines of its own counts as the list that it is in.
    desk.navigator.noteQuestion(placeOf(desk.session.answers(), "service.peer.purpose", 1));
    QVERIFY(!desk.find<ElidedLabel>("traceText")->text().isEmpty());
}

void TestPreview::findsText()
{
    Desk desk;
    QVERIFY(desk.open());
    QTest::keyClick(&desk.code(), Qt::Key_F, Qt::ControlModifier);
    auto *field = desk.find<QLineEdit>("findField");
    auto *count = desk.find<QLabel>("findCount");
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("READ_ONLY"));
    QCOMPARE(count->text(), QStringLiteral("1 of 5"));
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(count->text(), QStringLiteral("2 of 5"));
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(count->text(), QStringLiteral("5 of 5"));
    QCOMPARE(desk.code().textCursor().selectedText(), QStringLiteral("read_only"));
    QTest::keyClicks(field, QStringLiteral("zzz"));
    QCOMPARE(count->text(), QStringLiteral("Not found"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(desk.code().extraSelections().isEmpty());
}

void TestPreview::copiesTheFile()
{
    Desk desk;
    QVERIFY(desk.open());
    QTest::mouseClick(desk.find<QToolButton>("copyFile"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), desk.textOf(kCompose));
    QVERIFY(desk.find<ElidedLabel>("traceText")->text().contains(kCompose));
}

void TestPreview::showsProblemsCalmly()
{
    Desk desk;
    QVERIFY(desk.open());
    const QString before = desk.shownText();
    desk.session.edit(QStringLiteral("twice"),
                      [](Answers &answers) { answers.services[1].name = "web"; });
    auto *strip = desk.find<QWidget>("problemStrip");
    QVERIFY(QTest::qWaitFor([&] { return strip->isVisible(); }));
    QVERIFY(desk.session.result()->outcome.bundle.artifacts.empty());
    QCOMPARE(desk.shownText(), before);
    QTest::mouseClick(desk.find<QPushButton>("problemStripButton"), Qt::LeftButton);
    QCOMPARE(desk.navigator.step(), Step::Review);
    desk.session.undoStack().undo();
    QVERIFY(QTest::qWaitFor([&] { return !strip->isVisible(); }));
}

void TestPreview::comparesWithoutHardening()
{
    Desk desk;
    QVERIFY(desk.open());
    const int line = desk.lineWith(QStringLiteral("read_only: true"));
    desk.navigator.showArtifact(kCompose, line);
    desk.pane.setCompared(Comparison::With::Naive);
    auto *compare = desk.find<CompareView>("compareView");
    QVERIFY(compare->isVisible());
    QVERIFY(QTest::qWaitFor([&] { return compare->differences() > 3; }));
    QCOMPARE(compare->left().lineCount(), compare->right().lineCount());
    CodeView &right = compare->right();
    QCOMPARE(right.numberOf(right.selectedLine()), line); // the line that was selected
    QVERIFY(right.hasMark(right.selectedLine(), Mark::Added));
    QVERIFY(desk.find<QPushButton>("waive") != nullptr); // and it is still explained
    compare->goToDifference(1);
    QVERIFY(right.selectedLine() != 0);
    QCOMPARE(compare->left().selectedLine(), right.selectedLine());
    right.verticalScrollBar()->setValue(20);
    QCOMPARE(compare->left().verticalScrollBar()->value(), 20);
    QVERIFY(desk.find<QLabel>("compareSummary")->text().contains(QStringLiteral("lines added")));
    desk.pane.setCompared(Comparison::With::Nothing);
    QVERIFY(desk.code().isVisible());
    QCOMPARE(desk.shownText(), desk.textOf(kCompose));
}

void TestPreview::comparesWithTheSavedProfile()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.pane.setCompared(Comparison::With::Saved);
    auto *summary = desk.find<QLabel>("compareSummary");
    QVERIFY(QTest::qWaitFor(
        [&] { return summary->text() == QStringLiteral("No differences in this file."); }));
    QVERIFY(desk.setMemory("768Mi"));
    QVERIFY(desk.settle());
    QVERIFY(QTest::qWaitFor(
        [&] { return summary->text() == QStringLiteral("2 lines added, 2 removed"); }));
}

void TestPreview::fileOnOneSideOnly()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.pane.setCompared(Comparison::With::Saved);
    auto &files = desk.find<ArtifactTree>("artifactTree")->files();
    QVERIFY(
        QTest::qWaitFor([&] { return desk.find<CompareView>("compareView")->left().isVisible(); }));
    desk.session.edit(QStringLiteral("less"),
                      [](Answers &answers) { std::erase(answers.workload.targets, Target::Ci); });
    QVERIFY(desk.settle());
    const QString path = QStringLiteral("ci/scan.sh");
    QVERIFY(files.indexOf(path).isValid());
    QVERIFY(files.noted().contains(path));
    desk.navigator.showArtifact(path);
    auto *compare = desk.find<CompareView>("compareView");
    QVERIFY(compare->left().lineCount() > 10);
    QCOMPARE(compare->left().lineCount(), compare->right().lineCount());
    QVERIFY(compare->left().hasMark(1, Mark::Removed));
    QVERIFY(compare->right().hasMark(1, Mark::Filler));
    desk.pane.setCompared(Comparison::With::Nothing);
    QVERIFY(!files.indexOf(path).isValid());
    QVERIFY(desk.navigator.artifact() != path);
}

void TestPreview::projectorIsLarge()
{
    Desk desk;
    QVERIFY(desk.open());
    const double size = desk.code().font().pointSizeF();
    QVERIFY(desk.find<ArtifactTree>("artifactTree")->isVisible());
    desk.pane.setProjector(true);
    QVERIFY(desk.code().font().pointSizeF() > 1.5 * size);
    QVERIFY(!desk.find<ArtifactTree>("artifactTree")->isVisible());
    desk.pane.setProjector(false);
    QCOMPARE(desk.code().font().pointSizeF(), size);
    QTest::keyClick(&desk.code(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(desk.code().font().pointSizeF() > size);
    QTest::keyClick(&desk.code(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(desk.code().font().pointSizeF(), size);
}

void TestPreview::fitsNarrowPanes()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.navigator.showArtifact(kCompose, desk.lineOf(u"api", QStringLiteral("read_only: true")));
    desk.pane.resize(380, 640);
    QTest::qWait(50);
    QCOMPARE(desk.pane.width(), 380);
    auto *tree = desk.find<ArtifactTree>("artifactTree");
    QVERIFY(!tree->isVisible());
    QTest::mouseClick(desk.find<QToolButton>("treeToggle"), Qt::LeftButton);
    QVERIFY(tree->isVisible());
    desk.pane.setProjector(true);
    QTest::qWait(50);
    QCOMPARE(desk.pane.width(), 380);
    auto *panel = desk.find<ExplanationPanel>("explanation");
    QVERIFY(panel->widget()->width() <= panel->viewport()->width());
    QVERIFY(desk.pane.minimumSizeHint().width() <= 380);
}

void TestPreview::followsThePalette()
{
    Desk desk;
    QVERIFY(desk.open());
    const auto inkOf = [&] {
        const auto formats = desk.code().document()->firstBlock().layout()->formats();
        return formats.isEmpty() ? QColor() : formats.constFirst().format.foreground().color();
    };
    QVERIFY(QTest::qWaitFor([&] { return inkOf().isValid(); }));
    const QColor light = inkOf();
    setAppearance(Appearance::Dark);
    QVERIFY(QTest::qWaitFor([&] { return inkOf() != light; }));
    setAppearance(Appearance::Light);
    QVERIFY(QTest::qWaitFor([&] { return inkOf() == light; }));
}

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
