// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/gui/driver.h"

#include "core/bundle/writer.h"
#include "core/profile/writer.h"
#include "tests/support/examples.h"
#include "ui/session/profile_file.h"
#include "ui/window/file_actions.h"
#include "ui/window/message_bar.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>

#include <memory>

using namespace skanse;
using namespace skanse::test;

/// The window as people use it: keyboard and mouse, both languages, light and dark.
class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void fromNothingToABundle();
    void everyQuestionCanBeReached();
    void tickCanBeReached();
    void undoAndRedoReachTheFields();
    void wrongTextStaysInItsField();
    void hiddenAnswersComeBack();
    void presetItemsCanBeChanged();
    void hostileTextStaysText();
    void languageAndThemeSwitch();
    void everythingHasAName();
    void paletteFinds();
    void unsavedWorkIsAskedAbout();
    void brokenFilesAreExplained();
    void narrowWindowKeepsTheFiles();
    void pagesFitTheSmallestWindow();
    void killedWindowLeavesItsWork();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::MainWindow> m_window;
};

namespace {

Answers example(const QString &name)
{
    auto read =
        readProfile(readResource(QStringLiteral(":/skanse/examples/%1.skanse.yaml").arg(name)));
    return read.profile ? read.profile->answers : Answers{};
}

} // namespace

void TestWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(QStringLiteral("skanse-test"));
    QApplication::setApplicationName(QStringLiteral("tst_window"));
    ui::setAppearance(ui::Appearance::Light);
}

void TestWindow::init()
{
    QSettings().clear();
    ui::setLanguage(Language::English);
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<ui::MainWindow>(m_folder->filePath(QStringLiteral("recovery")));
    m_window->files().askToSave = [] { return ui::FileActions::Answer::Discard; };
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWindow::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

/// A shop from presets, some answers on every step, and in the end what the command line makes of it.
void TestWindow::fromNothingToABundle()
{
    ui::MainWindow &window = *m_window;
    auto *name = seen<QLineEdit>(window, "starterName");
    QVERIFY(name != nullptr);
    QTest::keyClicks(name, QStringLiteral("shop"));
    auto *presets = seen<QListWidget>(window, "starterPresets");
    for (int row = 0; row < presets->count(); ++row) {
        const QString id = presets->item(row)->data(Qt::UserRole).toString();
        if (id == QStringLiteral("nginx") || id == QStringLiteral("node")
            || id == QStringLiteral("postgres")) {
            presets->setCurrentRow(row);
            QTest::keyClick(presets, Qt::Key_Space);
        }
    }
    press(seen<QPushButton>(window, "starterCreate"));
    QCOMPARE(window.navigator().step(), ui::Step::Workload);
    QCOMPARE(window.session().answers().services.size(), std::size_t{3});

    type(window, "workload.description", QStringLiteral("A shop"));
    choose(window, "workload.environment", QStringLiteral("Staging"));
    const auto next = [&] { press(seen<QPushButton>(window, "next")); };
    next();
    QCOMPARE(window.navigator().step(), ui::Step::Services);
    auto *services = seen<QListWidget>(window, "serviceList");
    QVERIFY(services != nullptr);
    const auto select = [&](const QString &wanted) {
        for (int row = 0; row < services->count(); ++row)
            if (services->item(row)->text().startsWith(wanted))
                services->setCurrentRow(row);
        QCoreApplication::processEvents();
    };
    select(QStringLiteral("node"));
    type(window, "service.name", QStringLiteral("api"));
    type(window, "service.uid", QStringLiteral("20001"));
    while (window.navigator().step() != ui::Step::Resources)
        next();
    type(window, "service.resources.memory", QStringLiteral("768Mi"));
    while (window.navigator().step() != ui::Step::Host)
        next();
    type(window, "host.provider", QStringLiteral("Example Hosting"));
    type(window, "host.adminNetworks", QStringLiteral("192.0.2.0/24"));
    while (window.navigator().step() != ui::Step::Review)
        next();
    waitForResult(window);
    QVERIFY(!window.session().result()->outcome.failed());

    const QString profile = m_folder->filePath(QStringLiteral("shop.skanse.yaml"));
    QVERIFY(window.session().save(profile).has_value());
    const QString wanted = m_folder->filePath(QStringLiteral("by-cli"));
    QProcess cli;
    cli.start(QStringLiteral(SKANSE_CLI),
              {QStringLiteral("generate"), profile, QStringLiteral("-o"), wanted});
    QVERIFY(cli.waitForFinished(20000));
    QCOMPARE(cli.exitCode(), 0);
    for (const Artifact &artifact : window.session().shown()->outcome.bundle.artifacts)
        QCOMPARE(artifact.text, readAll(wanted + QLatin1Char('/') + ui::toQString(artifact.path)));
}

void TestWindow::everyQuestionCanBeReached()
{
    ui::MainWindow &window = *m_window;
    Answers answers = example(QStringLiteral("web-shop"));
    // One of everything, so that every question is asked somewhere.
    Service &api = answers.services[1];
    api.ports.push_back({.name = "vpn",
                         .container = 9000,
                         .exposure = Exposure::Private,
                         .hostAddress = "10.0.0.1"});
    api.ports.push_back({.name = "all", .container = 9001, .exposure = Exposure::Public});
    api.storage.push_back({.path = "/data", .size = Bytes{1 << 30}});
    api.scratch.push_back({.path = "/tmp/work", .size = {}, .exec = {}});
    api.secrets.push_back(
        {.name = "file", .use = SecretUse::Config, .variable = {}, .path = "/etc/x"});
    api.peers.push_back({.kind = PeerKind::Name,
                         .service = {},
                         .network = {},
                         .name = "example.org",
                         .port = 443,
                         .protocol = {},
                         .purpose = {}});
    api.waivers.push_back({"memory-limit", "for a test"});
    window.session().start(answers);
    window.navigator().selectService(1);
    for (const Question *question : allQuestions()) {
        if (question->kind == Kind::Group || question->kind == Kind::Items)
            continue;
        if (question->id.starts_with("service.waiver."))
            continue; // the hardening page has its own way, with its own test
        if (question->id.starts_with("host.tick."))
            continue; // ticks have a list of their own: tickCanBeReached()
        // Several items may hold it; one of them asks it.
        AnswerPlace place;
        const auto walk = [&](auto &&self, const RecordPath &path) -> void {
            const void *record = path.in(window.session().answers());
            for (const Question &below : path.type().questions) {
                if (!place.isNull() || !holds(below.when, path.type(), record))
                    continue;
                if (&below == question)
                    place = {path, &below};
                else if (below.kind == Kind::Group)
                    self(self, path.group(below));
                else if (below.kind == Kind::Items)
                    for (std::size_t i = 0; i < below.access.count(record); ++i)
                        if (below.key != "services" || i == 1)
                            self(self, path.item(below, i));
            }
        };
        walk(walk, RecordPath());
        QVERIFY2(!place.isNull(), std::string(question->id).c_str());
        window.navigator().goTo(ui::Step::Start);
        window.navigator().jumpTo(place);
        QCoreApplication::processEvents();
        const QWidget *focus = QApplication::focusWidget();
        QVERIFY2(focus != nullptr, std::string(question->id).c_str());
        bool inField = false;
        for (const QWidget *widget = focus; widget != nullptr; widget = widget->parentWidget())
            if (const auto *at = qobject_cast<const ui::Field *>(widget))
                inField = at->place() == place;
        QVERIFY2(inField, std::string(question->id).c_str());
    }
}

void TestWindow::tickCanBeReached()
{
    ui::MainWindow &window = *m_window;
    Answers answers = example(QStringLiteral("web-shop"));
    answers.host.checklist = {{"disk-kind", "2026-11-20"}};
    window.session().start(answers);
    waitForResult(window);
    window.navigator().jumpTo(
        {hostPath().item(*hostType().find("checklist"), 0), findQuestion("host.tick.date")});
    QCOMPARE(window.navigator().step(), ui::Step::Checklist);
    QTRY_COMPARE(QApplication::focusWidget() == nullptr
                     ? QString()
                     : QApplication::focusWidget()->accessibleName(),
                 QStringLiteral("Find out what kind of disk it is"));
}

void TestWindow::undoAndRedoReachTheFields()
{
    ui::MainWindow &window = *m_window;
    window.session().start(example(QStringLiteral("web-shop")));
    window.navigator().goTo(ui::Step::Workload);
    type(window, "workload.owner", QStringLiteral("First"));
    auto *line = field(window, "workload.owner")->findChild<QLineEdit *>();
    QTest::keySequence(&window, QKeySequence::Undo);
    QCOMPARE(line->text(), QStringLiteral("Driftsteamet"));
    QTest::keySequence(&window, QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    QCOMPARE(line->text(), QStringLiteral("First"));
}

void TestWindow::wrongTextStaysInItsField()
{
    ui::MainWindow &window = *m_window;
    window.session().start(example(QStringLiteral("web-shop")));
    window.navigator().selectService(3);
    window.navigator().goTo(ui::Step::Resources);
    type(window, "service.resources.memory", QStringLiteral("a lot"));
    QCOMPARE(window.session().drafts().size(), std::size_t{1});
    window.navigator().goTo(ui::Step::Host);
    window.navigator().goTo(ui::Step::Resources);
    ui::Field *memory = field(window, "service.resources.memory");
    QVERIFY(memory != nullptr);
    QCOMPARE(memory->findChild<QLineEdit *>()->text(), QStringLiteral("a lot"));
    QVERIFY(memory->findChild<QLineEdit *>()->property("wrong").toBool());
    // The message is beside the field, and nothing else changed.
    QVERIFY(!memory->findChild<QLabel *>(QStringLiteral("message"))->text().isEmpty());
    QCOMPARE(toString(*window.session().answers().services[3].resources.memory),
             std::string("2Gi"));
    memory->takeKeyboard();
    QTest::keySequence(&window, QKeySequence::Undo);
    QCOMPARE(memory->findChild<QLineEdit *>()->text(), QStringLiteral("2Gi"));
}

void TestWindow::hiddenAnswersComeBack()
{
    ui::MainWindow &window = *m_window;
    Answers answers = example(QStringLiteral("web-shop"));
    answers.services[0].ports[0].exposure = Exposure::Private;
    answers.services[0].ports[0].hostAddress = "10.1.2.3";
    window.session().start(answers);
    window.navigator().goTo(ui::Step::Ports);
    QVERIFY(field(window, "service.port.hostAddress") != nullptr);
    const AnswerPlace exposure{servicePath(0).item(*serviceType().find("ports"), 0),
                               findQuestion("service.port.exposure")};
    QVERIFY(window.session().setAnswer(exposure, std::string("internal")).has_value());
    QVERIFY(field(window, "service.port.hostAddress") == nullptr);
    QVERIFY(!writeProfile(window.session().answers()).contains("10.1.2.3"));
    QVERIFY(window.session().setAnswer(exposure, std::string("private")).has_value());
    ui::Field *address = field(window, "service.port.hostAddress");
    QVERIFY(address != nullptr);
    QCOMPARE(address->findChild<QLineEdit *>()->text(), QStringLiteral("10.1.2.3"));
}

void TestWindow::presetItemsCanBeChanged()
{
    ui::MainWindow &window = *m_window;
    window.session().start(example(QStringLiteral("web-shop")));
    window.navigator().selectService(4); // redis: its storage comes from the preset
    window.navigator().goTo(ui::Step::Ports);
    waitForResult(window);
    QPushButton *change = nullptr;
    const auto find = [&] {
        for (QPushButton *button : window.findChildren<QPushButton *>())
            if (button->isVisibleTo(&window)
                && button->accessibleName().startsWith(QStringLiteral("Change: ")))
                change = button;
        return change != nullptr;
    };
    QTRY_VERIFY(find()); // rows made from the result are shown when the event loop comes round
    press(change);
    QCOMPARE(window.session().answers().services[4].ports.size(), std::size_t{1});
    QVERIFY(field(window, "service.port.container") != nullptr);
    waitForResult(window);
    QVERIFY(!window.session().result()->outcome.failed());
}

void TestWindow::hostileTextStaysText()
{
    ui::MainWindow &window = *m_window;
    window.session().start(example(QStringLiteral("web-shop")));
    window.navigator().goTo(ui::Step::Workload);
    const QStringList hostile{QStringLiteral("<b>bold</b> &amp; <img src=x>"),
                              QStringLiteral("$(reboot) `id` ${HOME} %n %1 {}"),
                              QStringLiteral("\"; rm -rf / #: NO 0644 1e3 22:22"),
                              QStringLiteral("a\\nb'c\"d")};
    for (const char *id : {"workload.description", "workload.owner", "workload.client"})
        for (const QString &text : hostile) {
            type(window, id, text);
            waitForResult(window);
            QVERIFY(!window.session().result()->outcome.failed());
            const AnswerPlace place{workloadPath(), findQuestion(id)};
            QCOMPARE(toString(window.session().answer(place)), text.toStdString());
            // Read back from the bundle it is the same text.
            const Artifact *profile =
                window.session().shown()->outcome.bundle.find("profile.skanse.yaml");
            QVERIFY(profile != nullptr);
            const auto read = readProfile(profile->text);
            QVERIFY(read.profile.has_value());
            QVERIFY(read.profile->answers == window.session().answers());
        }
    // Every field of every page refuses what hides or reorders text, says so, and keeps what was typed.
    window.navigator().selectService(1);
    int asked = 0;
    for (const ui::Step step : ui::kSteps) {
        window.navigator().goTo(step);
        QCoreApplication::processEvents();
        for (ui::Field *field : window.findChildren<ui::Field *>()) {
            QWidget *editor = field->findChild<QLineEdit *>();
            if (editor == nullptr)
                editor = field->findChild<QPlainTextEdit *>();
            if (editor == nullptr || !field->isVisibleTo(&window))
                continue;
            editor->setFocus();
            enter(editor, QStringLiteral("x\u202Ey: $(id)"));
            const ui::Draft *draft = window.session().draft(field->place());
            QVERIFY2(draft != nullptr, qPrintable(field->objectName()));
            QVERIFY(draft->text.contains(QChar(0x202E)));
            ++asked;
        }
    }
    QVERIFY2(asked > 30, qPrintable(QString::number(asked)));
    waitForResult(window);
    QVERIFY(!window.session().result()->outcome.failed()); // none of it reached the answers
}

void TestWindow::languageAndThemeSwitch()
{
    ui::MainWindow &window = *m_window;
    window.session().start(example(QStringLiteral("web-shop")));
    window.navigator().goTo(ui::Step::Resources);
    window.navigator().selectService(3);
    const QString english = seen<QLabel>(window, "stepTitle")->text();
    QTest::keySequence(&window, QKeySequence(QStringLiteral("Ctrl+Shift+L")));
    QCOMPARE(ui::language(), Language::Bokmal);
    QCoreApplication::processEvents();
    QVERIFY(seen<QLabel>(window, "stepTitle")->text() != english);
    QCOMPARE(window.navigator().service(), std::size_t{3});
    QCOMPARE(seen<QPushButton>(window, "next")->text(), QStringLiteral("Nes&te"));
    // Undo still works on what was done before.
    type(window, "service.resources.pids", QStringLiteral("333"));
    QCOMPARE(*window.session().answers().services[3].resources.pids, 333);
    // Widgets get it in a running application only; what they get is this.
    const QColor light = QApplication::palette().color(QPalette::Base);
    QTest::keySequence(&window, QKeySequence(QStringLiteral("Ctrl+Shift+D")));
    QVERIFY(ui::isDark());
    QCOMPARE_LT(QApplication::palette().color(QPalette::Base).lightness(), light.lightness());
    QTest::keySequence(&window, QKeySequence(QStringLiteral("Ctrl+Shift+D")));
    QVERIFY(!ui::isDark());
}

void TestWindow::everythingHasAName()
{
    ui::MainWindow &window = *m_window;
    window.session().start(example(QStringLiteral("web-shop")));
    waitForResult(window);
    for (const ui::Step step : ui::kSteps) {
        window.navigator().goTo(step);
        QCoreApplication::processEvents();
        for (QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisibleTo(&window) || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(spoken != nullptr, widget->metaObject()->className());
            const QString name = spoken->text(QAccessible::Name);
            QVERIFY2(!name.isEmpty() || spoken->role() == QAccessible::Client,
                     qPrintable(QStringLiteral("%1 '%2' in '%3' on step %4")
                                    .arg(QString::fromLatin1(widget->metaObject()->className()),
                                         widget->objectName(), widget->parentWidget()->objectName(),
                                         ui::titleOf(step))));
        }
    }
}

void TestWindow::paletteFinds()
{
    ui::MainWindow &window = *m_window;
    window.session().start(example(QStringLiteral("web-shop")));
    waitForResult(window);
    window.navigator().goTo(ui::Step::Workload);
    QTest::keySequence(&window, QKeySequence(QStringLiteral("Ctrl+K")));
    auto *line = seen<QLineEdit>(window, "paletteLine");
    QVERIFY(line != nullptr);
    QTest::keyClicks(line, QStringLiteral("memory limit question"));
    QTest::keyClick(line, Qt::Key_Return);
    QCoreApplication::processEvents();
    QCOMPARE(window.navigator().step(), ui::Step::Resources);
    QVERIFY(!line->isVisible());
    QTest::keySequence(&window, QKeySequence(QStringLiteral("Ctrl+K")));
    QTest::keyClicks(seen<QLineEdit>(window, "paletteLine"), QStringLiteral("host/daemon.json"));
    QTest::keyClick(seen<QLineEdit>(window, "paletteLine"), Qt::Key_Return);
    QCOMPARE(window.navigator().artifact(), QStringLiteral("host/daemon.json"));
}

void TestWindow::unsavedWorkIsAskedAbout()
{
    ui::MainWindow &window = *m_window;
    int asked = 0;
    window.files().askToSave = [&asked] {
        ++asked;
        return ui::FileActions::Answer::Cancel;
    };
    window.session().start(example(QStringLiteral("web-shop")));
    window.navigator().goTo(ui::Step::Workload);
    QVERIFY(window.close());
    QCOMPARE(asked, 0); // nothing was changed
    window.show();
    type(window, "workload.owner", QStringLiteral("Somebody"));
    QVERIFY(!window.close());
    QCOMPARE(asked, 1);
    window.files().startWith(example(QStringLiteral("hello")));
    QCOMPARE(asked, 2);
    QCOMPARE(window.session().answers().workload.owner, std::string("Somebody"));
    window.files().askToSave = [] { return ui::FileActions::Answer::Discard; };
    QVERIFY(window.close());
}

void TestWindow::brokenFilesAreExplained()
{
    ui::MainWindow &window = *m_window;
    const QString path = m_folder->filePath(QStringLiteral("broken.skanse.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("skanse: 1\nworkload: {name: shop, nonsense: 1}\nhost: {region: SE}\n"
               "services:\n  - {name: web, preset: nginx}\n");
    file.close();
    window.openFile(path);
    const auto *text = seen<QLabel>(window, "messageText");
    QVERIFY(text != nullptr);
    QVERIFY2(text->text().contains(QStringLiteral("broken.skanse.yaml:2:")),
             qPrintable(text->text()));
    QPushButton *partly = nullptr;
    for (QPushButton *button : window.findChildren<QPushButton *>())
        if (button->text() == QStringLiteral("Open what could be read"))
            partly = button;
    press(partly);
    QCOMPARE(window.session().answers().services.size(), std::size_t{1});
    QVERIFY(window.session().filePath().isEmpty());
    QVERIFY(window.session().isModified());
    window.openFile(m_folder->path());
    QVERIFY(seen<QLabel>(window, "messageText") != nullptr);
}

void TestWindow::narrowWindowKeepsTheFiles()
{
    ui::MainWindow &window = *m_window;
    window.session().start(example(QStringLiteral("web-shop")));
    window.navigator().goTo(ui::Step::Workload);
    window.resize(1024, 640);
    QCoreApplication::processEvents();
    QCOMPARE(window.width(), 1024);
    QVERIFY(field(window, "workload.name") != nullptr);
    window.resize(800, 600);
    QCoreApplication::processEvents();
    QCOMPARE(window.width(), 800);
    auto *tabs = seen<QTabBar>(window, "narrowTabs");
    QVERIFY(tabs != nullptr);
    window.navigator().showArtifact(QStringLiteral("compose.yaml"));
    QCOMPARE(tabs->currentIndex(), 1);
    window.navigator().jumpTo({workloadPath(), findQuestion("workload.owner")});
    QCOMPARE(tabs->currentIndex(), 0);
}

/// The innermost parts of a page that ask for more than there is.
QStringList widest(const QWidget &page, int room)
{
    QStringList names;
    const auto children = page.findChildren<QWidget *>();
    for (const QWidget *child : children)
        if (child->isVisible() && child->minimumSizeHint().width() > room - 40)
            names.prepend(QStringLiteral("%1 %2 %3")
                              .arg(QLatin1StringView(child->metaObject()->className()),
                                   child->accessibleName(),
                                   QString::number(child->minimumSizeHint().width())));
    return names;
}

/// Nothing is cut at the right: pages scroll up and down only.
void TestWindow::pagesFitTheSmallestWindow()
{
    ui::MainWindow &window = *m_window;
    window.session().start(example(QStringLiteral("web-shop")));
    waitForResult(window);
    window.resize(1024, 640);
    QStringList cut;
    for (const Language language : {Language::English, Language::Bokmal}) {
        ui::setLanguage(language);
        for (const ui::Step step : ui::kSteps) {
            window.navigator().goTo(step);
            QCoreApplication::processEvents();
            const auto *scroll = seen<QScrollArea>(window, "page");
            const int width = scroll->widget()->width();
            const int room = scroll->viewport()->width();
            if (width > room)
                cut += QStringLiteral("%1: %2 in %3 (%4)")
                           .arg(ui::titleOf(step), QString::number(width), QString::number(room),
                                widest(*scroll->widget(), room).join(QStringLiteral(" < ")));
        }
    }
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QStringLiteral("; "))));
}

/// Started as a process of its own, killed in the middle of the work: the next start offers it back.
void TestWindow::killedWindowLeavesItsWork()
{
    const QString folder = m_folder->filePath(QStringLiteral("killed"));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--be-killed"), folder});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(folder).entryList({QStringLiteral("*.json")}).isEmpty(), 20000);
    process.kill();
    QVERIFY(process.waitForFinished());
    ui::MainWindow next(folder);
    const auto left = next.recovery().leftBehind();
    QCOMPARE(left.size(), 1);
    next.show();
    press(seen<QPushButton>(next, "recover"));
    QCOMPARE(next.session().answers().workload.owner, std::string("Typed before the end"));
    QCOMPARE(next.session().answers().services.size(), std::size_t{5});
    next.recovery().forget();
}

namespace {

/// What the killed process does: works, and waits.
int beKilled(const QString &folder)
{
    ui::MainWindow window(folder);
    window.session().start(example(QStringLiteral("web-shop")));
    window.show();
    (void)window.session().setAnswer({workloadPath(), findQuestion("workload.owner")},
                                     std::string("Typed before the end"));
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the killed one inherits it
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--be-killed"))
        return beKilled(arguments[2]);
    TestWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_window.moc"
