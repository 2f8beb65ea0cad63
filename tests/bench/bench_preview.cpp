// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
//
// bench_preview: from a keystroke in a text answer to the repainted preview (engine, text, colours and
// painting), without a screen. Prints a table; judges nothing.
#include "core/profile/reader.h"
#include "tests/support/examples.h"
#include "tests/support/large_profile.h"

#include "ui/preview/code_view.h"
#include "ui/preview/preview_pane.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace skanse;
using namespace skanse::ui;

constexpr int kWarmUp = 20;
constexpr int kKeystrokes = 400;
constexpr int kPause = 8; ///< milliseconds between keystrokes, in which the glow goes on

/// Notes when the code is painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

class Typist
{
public:
    Typist(Session &session, PreviewPane &pane, std::size_t service)
        : m_session(session)
        , m_code(*pane.findChild<CodeView *>(QStringLiteral("codeView")))
        , m_watch(*m_code.viewport())
        , m_memory(
              placeOf(session.answers(), "service.resources.memory", static_cast<int>(service)))
        , m_description(placeOf(session.answers(), "workload.description", -1))
    {
    }

    /// Milliseconds until the preview shows it.
    double keystroke(int number)
    {
        ResultPtr before = m_session.result();
        QElapsedTimer timer;
        timer.start();
        if (number % 2 == 0)
            type(m_memory, std::to_string(512 + number % 100) + "Mi");
        else
            type(m_description, "A shop" + std::string(static_cast<std::size_t>(number % 40), 'x'));
        while (m_session.result() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_watch.painted = false;
        m_code.viewport()->update(0, 0, 1, 1); // also when what changed is out of sight
        while (!m_watch.painted)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

private:
    void type(const AnswerPlace &place, const std::string &text)
    {
        if (!m_session.setAnswer(place, text))
            std::printf("refused: %s\n", text.c_str());
    }

    Session &m_session;
    CodeView &m_code;
    PaintWatch m_watch;
    AnswerPlace m_memory;
    AnswerPlace m_description;
};

void bench(const char *what, const std::string &text, const QString &file)
{
    ReadResult read = readProfile(text);
    if (!read.profile)
        return;
    Session session;
    Navigator navigator;
    PreviewPane pane({session, navigator});
    pane.resize(700, 900);
    pane.show();
    session.start(std::move(read.profile->answers));
    while (session.isPending())
        QTest::qWait(5);
    if (session.result()->outcome.failed())
        std::printf("%s: %s\n", what,
                    session.result()->outcome.diagnostics.front().message.en.c_str());
    navigator.showArtifact(file);
    QTest::qWait(200);
    Typist typist(session, pane, 1);
    std::vector<double> times;
    std::vector<double> engine;
    for (int i = 0; i < kWarmUp + kKeystrokes; ++i) {
        const double time = typist.keystroke(i);
        if (i >= kWarmUp) {
            times.push_back(time);
            engine.push_back(session.result()->milliseconds);
        }
        QTest::qWait(kPause);
    }
    std::ranges::sort(times);
    std::ranges::sort(engine);
    const auto at = [](const std::vector<double> &all, std::size_t percent) {
        return all[(all.size() - 1) * percent / 100];
    };
    std::printf(
        "%-12s %-24s p50 %7.3f ms  p99 %7.3f ms  most %7.3f ms  (engine p50 %.3f p99 %.3f)\n", what,
        qPrintable(file), at(times, 50), at(times, 99), times.back(), at(engine, 50),
        at(engine, 99));
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    setAppearance(Appearance::Light);
    const std::string shop = test::readAll(
        test::sourceFolder() + QStringLiteral("/resources/examples/web-shop.skanse.yaml"));
    const std::string large = test::largeProfile(50);
    for (const char *file : {"compose.yaml", "HARDENING.md", "profile.skanse.yaml"}) {
        bench("web shop", shop, QLatin1StringView(file));
        bench("50 services", large, QLatin1StringView(file));
    }
    return 0;
}
