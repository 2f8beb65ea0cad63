// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
//
// bench_window: from a keystroke to the repainted window, and from the start of the program to its first
// painted window. Prints a table; judges nothing. Runs offscreen unless QT_QPA_PLATFORM says otherwise.
#include "core/profile/reader.h"
#include "tests/support/examples.h"
#include "ui/fields/field.h"
#include "ui/preview/code_view.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace skanse;
using Clock = std::chrono::steady_clock;

namespace {

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void print(const char *what, std::vector<double> times)
{
    std::ranges::sort(times);
    std::printf("%-34s median %7.2f ms  p99 %7.2f ms  most %7.2f ms  (%zu)\n", what,
                times[times.size() / 2], times[times.size() * 99 / 100], times.back(),
                times.size());
    std::fflush(stdout);
}

Answers webShop()
{
    return readProfile(test::readAll(test::sourceFolder()
                                     + QStringLiteral("/resources/examples/web-shop.skanse.yaml")))
        .profile->answers;
}

/// A proxy, and applications that each have a database.
Answers large(int services)
{
    Answers answers = webShop();
    // A machine as large as they need.
    answers.host.vcpu.reset();
    answers.host.memory.reset();
    answers.host.disk.reset();
    while (answers.services.size() < static_cast<std::size_t>(services)) {
        Service service = answers.services[answers.services.size() % 2 == 0 ? 1 : 3];
        service.name += "-" + std::to_string(answers.services.size());
        answers.services.push_back(service);
    }
    return answers;
}

/// The editor of a question that can be seen now.
QLineEdit *lineOf(ui::MainWindow &window, const char *id)
{
    for (ui::Field *field : window.findChildren<ui::Field *>(QString::fromLatin1(id)))
        if (field->isVisibleTo(&window))
            return field->findChild<QLineEdit *>();
    qFatal("%s is not on the page", id);
}

/// Notes when a widget is painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

    bool painted = false;
};

/// Types into the field of a question, one key at a time; a keystroke ends when the file on the right has
/// been painted from the new result.
void keystrokes(const char *what, const Answers &answers, const char *question, const QString &file)
{
    QTemporaryDir folder;
    ui::MainWindow window(folder.path());
    window.resize(1440, 900);
    window.session().start(answers);
    window.show();
    window.navigator().jumpTo(ui::placeOf(window.session().answers(), question, 3));
    window.navigator().showArtifact(file);
    if (!QTest::qWaitFor([&] { return !window.session().isPending(); }, 5000))
        qFatal("the engine does not answer");
    QLineEdit *line = lineOf(window, question);
    QTest::qWait(200); // the pane lays itself out
    QWidget *code = nullptr;
    for (ui::CodeView *view : window.findChildren<ui::CodeView *>())
        if (view->isVisible())
            code = view->viewport();
    if (code == nullptr)
        qFatal("no file is on the screen");
    PaintWatch watch(*code);
    line->setFocus();
    std::vector<double> times;
    for (int i = 0; i < 500; ++i) {
        QTest::qWait(30); // faster than people type; what the keystroke before left to do is done
        if (i % 3 == 0)
            line->selectAll();
        const auto start = Clock::now();
        QTest::keyClick(line, static_cast<char>('1' + (i + i / 3) % 9));
        while (window.session().isPending())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        watch.painted = false;
        code->update(0, 0, 1, 1); // also when what changed is out of sight
        if (!QTest::qWaitFor([&] { return watch.painted; }, 2000))
            qFatal("%s is not on the screen", qPrintable(file));
        times.push_back(millisecondsSince(start));
    }
    print(what, times);
    window.recovery().forget();
}

/// Ends the program when the window has been painted for the first time.
class FirstPaint : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
};

int startOnce(const QString &folder)
{
    ui::MainWindow window(folder);
    FirstPaint paint;
    window.installEventFilter(&paint);
    window.show();
    window.openFile(test::sourceFolder()
                    + QStringLiteral("/resources/examples/web-shop.skanse.yaml"));
    return QApplication::exec();
}

void starts(const char *program)
{
    std::vector<double> times;
    long peak = 0;
    for (int i = 0; i < 20; ++i) {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        const auto start = Clock::now();
        const pid_t child = fork();
        if (child == 0) {
            execl(program, program, "--start-once", path.c_str(), nullptr);
            _exit(127);
        }
        int status = 0;
        rusage usage{};
        if (wait4(child, &status, 0, &usage) != child || status != 0) {
            std::puts("the window could not be started");
            return;
        }
        times.push_back(millisecondsSince(start));
        peak = std::max(peak, usage.ru_maxrss);
    }
    print("start to first painted window", times);
    std::printf("%-34s %ld MiB\n", "peak memory after that", peak / 1024);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    ui::setLanguage(Language::English);
    ui::setAppearance(ui::Appearance::Light);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--start-once"))
        return startOnce(arguments[2]);
    starts(argv[0]);
    const char *pids = "service.resources.pids";
    const char *description = "workload.description";
    keystrokes("web shop: pids, compose.yaml", webShop(), pids, QStringLiteral("compose.yaml"));
    keystrokes("web shop: description, README.md", webShop(), description,
               QStringLiteral("README.md"));
    keystrokes("50 services: pids, compose.yaml", large(50), pids, QStringLiteral("compose.yaml"));
    keystrokes("50 services: description, README", large(50), description,
               QStringLiteral("README.md"));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-34s %ld MiB\n", "peak memory of all of this", usage.ru_maxrss / 1024);
    return 0;
}
