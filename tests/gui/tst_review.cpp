// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/support/examples.h"

#include "core/profile/reader.h"
#include "core/profile/writer.h"
#include "ui/review/artifact_picker.h"
#include "ui/review/document_panel.h"
#include "ui/review/export_job.h"
#include "ui/review/export_panel.h"
#include "ui/review/export_target.h"
#include "ui/review/problem_list.h"
#include "ui/review/review_page.h"
#include "ui/review/zip_file.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <map>

using namespace skanse;
using namespace skanse::ui;

namespace {

QString examplePath()
{
    return test::sourceFolder() + QStringLiteral("/resources/examples/web-shop.skanse.yaml");
}

/// A page on the web shop, with the engine's first result.
struct Fixture {
    Session session;
    Navigator navigator;
    Context context{session, navigator};
    ReviewPage page{context};
    QTemporaryDir folder;

    Fixture()
    {
        session.start(readProfile(test::readAll(examplePath())).profile->answers);
        page.resize(600, 1800);
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
    QString at(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    /// Chooses the path and waits until the folder has been looked at.
    bool aim(const QString &path)
    {
        page.findChild<ExportTarget *>()->setPath(path);
        return ready();
    }
    bool ready()
    {
        auto *start = find<QPushButton>("export-start");
        return QTest::qWaitFor([start] { return start->isEnabled(); }, 20000);
    }
    bool exportNow()
    {
        find<QPushButton>("export-start")->click();
        auto *outcome = find<QLabel>("export-outcome");
        return QTest::qWaitFor([outcome] { return outcome->isVisible(); }, 20000);
    }
    [[nodiscard]] ExportRequest request(const QString &path, ExportForm form) const
    {
        return {.result = session.result(), .unticked = {}, .form = form, .path = path};
    }
};

using Tree = std::map<QString, std::pair<std::string, bool>>;

/// Every file below a folder: text and execute bit.
Tree treeOf(const QString &folder)
{
    Tree tree;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        tree[QDir(folder).relativeFilePath(path)] = {test::readAll(path),
                                                     QFileInfo(path).isExecutable()};
    }
    return tree;
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void untick(ReviewPage &page, const std::string &path)
{
    page.findChild<ArtifactPicker *>()->setUnticked({path});
}

} // namespace

class TestReview : public QObject
{
    Q_OBJECT

private slots:
    void verdictCountsWhatThereIs();
    void problemIsAJump();
    void unfinishedAnswerIsAProblemAndHoldsTheExport();
    void folderHasTheSameBytesAsTheCommandLine();
    void zipHasTheSameBytesAsAFolder();
    void zipIsTheSameEachTime();
    void zipOfSomebodyElseIsRefused();
    void cancelLeavesNothing_data();
    void cancelLeavesNothing();
    void untickedFilesAreLeftOut();
    void untickedFilesAreNeverRemoved();
    void filesEditedByHandAreKept();
    void untickedFilesAreRemembered();
    void pdfIsWritten();
    void textIsCopied();
    void fitsASmallWindow();
};

void TestReview::verdictCountsWhatThereIs()
{
    Fixture it;
    QVERIFY(it.wait());
    const auto &diagnostics = it.session.result()->outcome.diagnostics;
    const auto open = std::ranges::count(diagnostics, Severity::Open, &Diagnostic::severity);
    QVERIFY(open > 1);
    const QString verdict = it.find<QLabel>("verdict")->text();
    QVERIFY2(verdict.contains(QStringLiteral("%1 open items").arg(open)), qPrintable(verdict));
    QVERIFY(verdict.startsWith(QStringLiteral("Ready")));
    it.session.edit(QStringLiteral("test"),
                    [](Answers &answers) { answers.services[1].peers[0].service = "nobody"; });
    QVERIFY(it.wait());
    QVERIFY2(it.find<QLabel>("verdict")->text().startsWith(QStringLiteral("Not ready: 1 error")),
             qPrintable(it.find<QLabel>("verdict")->text()));
}

void TestReview::problemIsAJump()
{
    Fixture it;
    it.session.edit(QStringLiteral("test"),
                    [](Answers &answers) { answers.services[1].peers[0].service = "nobody"; });
    QVERIFY(it.wait());
    QSignalSpy wanted(&it.navigator, &Navigator::questionWanted);
    auto *list = it.find<QListView>("problem-list");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    const auto place = wanted.at(0).at(0).value<AnswerPlace>();
    QCOMPARE(place.record.service(), 1);
    QCOMPARE(it.navigator.service(), std::size_t{1});
    QVERIFY(it.navigator.step() == Step::Peers);
    QVERIFY(place.question->id.starts_with("service.peer"));
    it.find<QPushButton>("problem-go")->click();
    QCOMPARE(wanted.count(), 2);
}

void TestReview::unfinishedAnswerIsAProblemAndHoldsTheExport()
{
    Fixture it;
    QVERIFY(it.wait());
    QVERIFY(it.aim(it.at("out")));
    const AnswerPlace place{workloadPath(), findQuestion("workload.name")};
    it.session.setDraft(place, QStringLiteral("Not A Name"), Refusal{{"No capitals", "Nei"}});
    QVERIFY(!it.find<QPushButton>("export-start")->isEnabled());
    QVERIFY(it.find<QLabel>("export-obstacle")
                ->text()
                .startsWith(QStringLiteral("One answer has to be mended first")));
    QVERIFY(it.find<QLabel>("verdict")->text().contains(QStringLiteral("1 error")));
    QSignalSpy wanted(&it.navigator, &Navigator::questionWanted);
    it.find<QPushButton>("export-mend")->click();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(wanted.at(0).at(0).value<AnswerPlace>() == place);
    it.session.clearDraft(place);
    QVERIFY(it.ready());
}

void TestReview::folderHasTheSameBytesAsTheCommandLine()
{
    Fixture it;
    QVERIFY(it.wait());
    QVERIFY(it.aim(it.at("window")));
    QVERIFY(it.exportNow());
    QVERIFY(it.find<QPushButton>("export-open")->isVisible());
    const Tree written = treeOf(it.at("window"));
    for (const Artifact &artifact :
         makeBundle(writeProfile(it.session.answers())).bundle.artifacts) {
        const auto found = written.find(QString::fromStdString(artifact.path));
        QVERIFY2(found != written.end(), artifact.path.c_str());
        QCOMPARE(found->second.first, artifact.text);
        QCOMPARE(found->second.second, artifact.executable);
    }
    QCOMPARE(
        QProcess::execute(QStringLiteral(SKANSE_CLI), {QStringLiteral("generate"), examplePath(),
                                                       QStringLiteral("--output"), it.at("cli")}),
        0);
    QVERIFY(written == treeOf(it.at("cli")));
}

void TestReview::zipHasTheSameBytesAsAFolder()
{
    Fixture it;
    QVERIFY(it.wait());
    it.find<QRadioButton>("export-zip")->setChecked(true);
    QVERIFY(it.aim(it.at("shop.zip")));
    QVERIFY(it.exportNow());
    QVERIFY(runExport(it.request(it.at("folder"), ExportForm::Folder), {}).has_value());
    QVERIFY(isExportedZip(it.at("shop.zip")));
    // A reader that is not the writer's library.
    QCOMPARE(
        QProcess::execute(QStringLiteral("python3"),
                          {QStringLiteral("-c"),
                           QStringLiteral("import sys, zipfile, os\n"
                                          "z = zipfile.ZipFile(sys.argv[1])\n"
                                          "assert z.testzip() is None\n"
                                          "for i in z.infolist():\n"
                                          "    assert i.date_time[:3] == (1980, 1, 1), i\n"
                                          "    p = z.extract(i, sys.argv[2])\n"
                                          "    os.chmod(p, (i.external_attr >> 16) & 0o777)\n"),
                           it.at("shop.zip"), it.at("unpacked")}),
        0);
    QCOMPARE(namesIn(it.at("unpacked")), QStringList{QStringLiteral("nettbutikk")});
    QVERIFY(treeOf(it.at("unpacked/nettbutikk")) == treeOf(it.at("folder")));
    // The unpacked folder is one that Skanse knows.
    const auto plan = planExport(it.request(it.at("unpacked/nettbutikk"), ExportForm::Folder));
    QVERIFY(plan.has_value());
    QCOMPARE(plan->count(FileState::Unchanged), static_cast<int>(plan->files.size()));
}

void TestReview::zipIsTheSameEachTime()
{
    Fixture it;
    QVERIFY(it.wait());
    QVERIFY(runExport(it.request(it.at("one.zip"), ExportForm::Zip), {}).has_value());
    qputenv("TZ", "Asia/Tokyo");
    QVERIFY(runExport(it.request(it.at("two.zip"), ExportForm::Zip), {}).has_value());
    qunsetenv("TZ");
    QVERIFY(test::readAll(it.at("one.zip")) == test::readAll(it.at("two.zip")));
}

void TestReview::zipOfSomebodyElseIsRefused()
{
    Fixture it;
    QVERIFY(it.wait());
    QFile other(it.at("thesis.zip"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("my thesis");
    other.close();
    const ExportRequest request = it.request(it.at("thesis.zip"), ExportForm::Zip);
    QVERIFY(!runExport(request, {}).has_value());
    QCOMPARE(test::readAll(it.at("thesis.zip")), std::string("my thesis"));
    ExportRequest forced = request;
    forced.force = true;
    QVERIFY(runExport(forced, {}).has_value());
    QVERIFY(isExportedZip(it.at("thesis.zip")));
}

void TestReview::cancelLeavesNothing_data()
{
    QTest::addColumn<bool>("zip");
    QTest::addColumn<int>("after");
    for (const int after : {0, 5}) {
        QTest::addRow("folder, after %d", after) << false << after;
        QTest::addRow("zip, after %d", after) << true << after;
    }
}

void TestReview::cancelLeavesNothing()
{
    QFETCH(bool, zip);
    QFETCH(int, after);
    Fixture it;
    QVERIFY(it.wait());
    ExportJob job;
    connect(
        &job, &ExportJob::progress, &job,
        [&](int done) {
            if (done >= after)
                job.cancel();
        },
        Qt::DirectConnection);
    ExportOutcomePtr outcome;
    connect(&job, &ExportJob::finished, this, [&](const ExportOutcomePtr &end) { outcome = end; });
    job.start(it.request(it.at("target"), zip ? ExportForm::Zip : ExportForm::Folder));
    QVERIFY(QTest::qWaitFor([&] { return outcome != nullptr; }, 20000));
    QVERIFY(!outcome->report.has_value());
    QVERIFY(outcome->cancelled);
    QVERIFY(!job.isRunning());
    QCOMPARE(namesIn(it.folder.path()), QStringList());
}

void TestReview::untickedFilesAreLeftOut()
{
    Fixture it;
    QVERIFY(it.wait());
    untick(it.page, "compose.yaml");
    QVERIFY(it.aim(it.at("out")));
    QVERIFY(it.exportNow());
    QVERIFY(!QFile::exists(it.at("out/compose.yaml")));
    QVERIFY(QFile::exists(it.at("out/README.md")));
    // The same choice once more is fine.
    QVERIFY(it.ready());
    QVERIFY(it.exportNow());
}

void TestReview::untickedFilesAreNeverRemoved()
{
    Fixture it;
    QVERIFY(it.wait());
    QVERIFY(it.aim(it.at("out")));
    QVERIFY(it.exportNow());
    const Tree before = treeOf(it.at("out"));
    untick(it.page, "compose.yaml");
    auto *obstacle = it.find<QLabel>("export-obstacle");
    QVERIFY(QTest::qWaitFor(
        [&] { return obstacle->text().contains(QStringLiteral("compose.yaml")); }, 20000));
    QVERIFY(!it.find<QPushButton>("export-start")->isEnabled());
    // Nor when somebody asks the job directly.
    ExportRequest request = it.request(it.at("out"), ExportForm::Folder);
    request.unticked = {"compose.yaml"};
    request.force = true;
    QVERIFY(!runExport(request, {}).has_value());
    QVERIFY(treeOf(it.at("out")) == before);
}

void TestReview::filesEditedByHandAreKept()
{
    Fixture it;
    QVERIFY(it.wait());
    QVERIFY(it.aim(it.at("out")));
    QVERIFY(it.exportNow());
    QFile edited(it.at("out/compose.yaml"));
    QVERIFY(edited.open(QIODevice::WriteOnly));
    edited.write("# mine\n");
    edited.close();
    it.session.edit(QStringLiteral("test"),
                    [](Answers &answers) { answers.services[1].uid = 12345; });
    QVERIFY(it.wait());
    QVERIFY(it.ready());
    auto *summary = it.find<QLabel>("export-summary");
    QVERIFY2(summary->text().contains(QStringLiteral("1 edited by hand: kept")),
             qPrintable(summary->text()));
    QVERIFY(it.exportNow());
    QVERIFY(it.find<QLabel>("export-outcome")->text().contains(QStringLiteral("compose.yaml")));
    QCOMPARE(test::readAll(it.at("out/compose.yaml")), std::string("# mine\n"));
    it.find<QCheckBox>("export-force")->setChecked(true);
    QVERIFY(it.ready());
    QVERIFY(it.exportNow());
    QVERIFY(test::readAll(it.at("out/compose.yaml")) != "# mine\n");
}

void TestReview::untickedFilesAreRemembered()
{
    Session session;
    Navigator navigator;
    const Context context{session, navigator};
    session.start(readProfile(test::readAll(examplePath())).profile->answers);
    QVERIFY(QTest::qWaitFor([&] { return !session.isPending(); }, 20000));
    {
        ReviewPage page(context);
        untick(page, "compose.yaml");
    }
    const ReviewPage again(context);
    QVERIFY(again.findChild<ArtifactPicker *>()->unticked().contains("compose.yaml"));
    session.start(session.answers());
    QVERIFY(again.findChild<ArtifactPicker *>()->unticked().empty());
}

void TestReview::pdfIsWritten()
{
    Fixture it;
    QVERIFY(it.wait());
    auto *panel = it.page.findChild<DocumentPanel *>();
    panel->savePdf(it.at("documents.pdf"));
    const std::string pdf = test::readAll(it.at("documents.pdf"));
    QVERIFY(pdf.starts_with("%PDF-"));
    QVERIFY(pdf.size() > 10000);
    auto *choice = it.find<QComboBox>("document-choice");
    choice->setCurrentIndex(choice->findText(QStringLiteral("compose.yaml")));
    panel->savePdf(it.at("compose.pdf"));
    QVERIFY(test::readAll(it.at("compose.pdf")).starts_with("%PDF-"));
    panel->savePdf(it.at("absent/none.pdf"));
    QVERIFY(
        it.find<QLabel>("document-message")->text().contains(QStringLiteral("cannot be written")));
}

void TestReview::textIsCopied()
{
    Fixture it;
    QVERIFY(it.wait());
    auto *choice = it.find<QComboBox>("document-choice");
    choice->setCurrentIndex(choice->findText(QStringLiteral("compose.yaml")));
    it.find<QPushButton>("document-copy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toStdString(),
             it.session.shown()->outcome.bundle.find("compose.yaml")->text);
}

void TestReview::fitsASmallWindow()
{
    for (const Language language : {Language::English, Language::Bokmal}) {
        setLanguage(language);
        Fixture it;
        QVERIFY(it.wait());
        const int width = it.page.minimumSizeHint().width();
        setLanguage(Language::English);
        QVERIFY2(width <= 420, qPrintable(QString::number(width)));
    }
}

QTEST_MAIN(TestReview)
#include "tst_review.moc"
