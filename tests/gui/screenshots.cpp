// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
//
// screenshots FOLDER: draws every page of the window, and what opens over it, as PNG. Language and
// appearance are taken from SKANSE_LANGUAGE (en, nb) and SKANSE_APPEARANCE (light, dark); the scale from
// QT_SCALE_FACTOR. screenshots.sh runs it in all combinations.
#include "core/profile/reader.h"
#include "tests/support/examples.h"
#include "ui/checklist/checklist_page.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace skanse;

namespace {

class Camera
{
public:
    Camera(ui::MainWindow &window, QDir folder) : m_window(window), m_folder(std::move(folder)) {}

    void shoot(const QString &name)
    {
        while (m_window.session().isPending())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QTest::qWait(350); // for what is laid out or computed beside the window
        const QString path = m_folder.filePath(name + QStringLiteral(".png"));
        if (!m_window.grab().save(path))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
    }

private:
    ui::MainWindow &m_window;
    QDir m_folder;
};

void trigger(ui::MainWindow &window, const char *name)
{
    for (QAction *action : window.actions())
        if (action->objectName() == QLatin1StringView(name))
            action->trigger();
}

void steps(ui::MainWindow &window, Camera &camera, const QString &prefix)
{
    for (const ui::Step step : ui::kSteps) {
        window.navigator().goTo(step);
        camera.shoot(QStringLiteral("%1%2").arg(prefix).arg(static_cast<int>(step), 2, 10,
                                                            QLatin1Char('0')));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setApplicationName(QStringLiteral("skanse-screenshots"));
    QSettings().clear();
    if (argc != 2) {
        std::fputs("use: screenshots FOLDER\n", stderr);
        return 2;
    }
    QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    ui::setLanguage(qEnvironmentVariable("SKANSE_LANGUAGE") == QStringLiteral("nb")
                        ? Language::Bokmal
                        : Language::English);
    ui::setAppearance(qEnvironmentVariable("SKANSE_APPEARANCE") == QStringLiteral("dark")
                          ? ui::Appearance::Dark
                          : ui::Appearance::Light);
    QTemporaryDir recovery;
    ui::MainWindow window(recovery.path());
    Camera camera(window, folder);
    window.resize(1440, 900);
    window.show();
    camera.shoot(QStringLiteral("empty"));
    const auto read = readProfile(test::readAll(
        test::sourceFolder() + QStringLiteral("/resources/examples/web-shop.skanse.yaml")));
    window.session().start(read.profile->answers);
    window.navigator().selectService(1);
    window.navigator().showArtifact(QStringLiteral("compose.yaml"), 45);
    steps(window, camera, QStringLiteral("step-"));

    window.navigator().goTo(ui::Step::Checklist);
    window.session().edit({}, [](Answers &answers) {
        answers.host.checklist = {{"kvm-confirmed", "2026-11-20"},
                                  {"user-data-read", "2026-11-21"}};
    });
    window.findChild<ui::ChecklistPage *>()->reveal("ssh-second-session");
    camera.shoot(QStringLiteral("checklist-open"));

    window.navigator().goTo(ui::Step::Resources);
    const AnswerPlace memory{servicePath(1).group(*serviceType().find("resources")),
                             findQuestion("service.resources.memory")};
    window.navigator().jumpTo(memory);
    window.session().setDraft(memory, QStringLiteral("a lot"),
                              {{"A number with a unit is needed.", "Et tall med enhet trengs."},
                               {"Such as 512Mi.", "For eksempel 512Mi."}});
    camera.shoot(QStringLiteral("mistake"));
    window.session().clearDraft(memory);
    (void)window.session().setAnswer(memory, std::string("16Gi"));
    camera.shoot(QStringLiteral("overcommitted"));
    trigger(window, "find");
    camera.shoot(QStringLiteral("palette"));
    QTest::keyClick(window.findChild<QLineEdit *>(QStringLiteral("paletteLine")), Qt::Key_Escape);
    trigger(window, "projector");
    camera.shoot(QStringLiteral("projector"));
    trigger(window, "projector");
    window.resize(1024, 640);
    steps(window, camera, QStringLiteral("small-"));
    window.resize(760, 600);
    window.navigator().goTo(ui::Step::Services);
    camera.shoot(QStringLiteral("narrow"));
    window.recovery().forget();
    return 0;
}
