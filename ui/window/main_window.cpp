// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/window/main_window.h"

#include "ui/preview/preview_pane.h"
#include "ui/start/start_page.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"
#include "ui/window/command_palette.h"
#include "ui/window/file_actions.h"
#include "ui/window/message_bar.h"
#include "ui/window/preferences.h"
#include "ui/window/step_list.h"
#include "ui/window/wizard_pane.h"

#include <QAction>
#include <QCloseEvent>
#include <QLabel>
#include <QMimeData>
#include <QSplitter>
#include <QTabBar>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

namespace skanse::ui {

namespace {

constexpr int kRoomForBoth = 245 * kGrid; ///< narrower windows show questions or files
constexpr int kFilesTab = 1;
const QString kGeometry = QStringLiteral("window");
const QString kColumns = QStringLiteral("columns");

} // namespace

MainWindow::MainWindow(const QString &recoveryFolder, QWidget *parent)
    : QMainWindow(parent)
    , m_recovery(m_session, recoveryFolder)
    , m_context{m_session, m_navigator}
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(160 * kGrid, 120 * kGrid);
    resize(360 * kGrid, 210 * kGrid);
    build();
    restoreGeometry(preferences::layout(kGeometry));
    connect(&m_session, &Session::fileChanged, this, &MainWindow::showTitle);
    connect(&m_session, &Session::answersChanged, this, &MainWindow::showTitle);
    connect(&m_session, &Session::draftsChanged, this, &MainWindow::showTitle);
    connect(&m_session, &Session::resultChanged, this, &MainWindow::showSummary);
    connect(&m_navigator, &Navigator::artifactWanted, this, [this] {
        if (m_tabs->isVisible())
            m_tabs->setCurrentIndex(kFilesTab);
    });
    connect(&m_navigator, &Navigator::questionWanted, this, [this] {
        if (m_tabs->isVisible())
            m_tabs->setCurrentIndex(0);
    });
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    buildToolBar();
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messages = new MessageBar(central);
    layout->addWidget(m_messages);
    m_tabs = new QTabBar(central);
    m_tabs->setObjectName(QStringLiteral("narrowTabs"));
    m_tabs->addTab(tr("Questions"));
    m_tabs->addTab(tr("Files"));
    m_tabs->setExpanding(true);
    m_tabs->setAccessibleName(tr("Questions or files"));
    layout->addWidget(m_tabs);
    m_splitter = new QSplitter(central);
    m_splitter->setObjectName(QStringLiteral("columns"));
    m_splitter->setChildrenCollapsible(false);
    layout->addWidget(m_splitter, 1);

    m_files = new FileActions(m_session, m_recovery, *m_messages, this);
    m_steps = new StepList(m_context, m_splitter);
    m_wizard = new WizardPane(m_context, m_splitter);
    m_preview = new PreviewPane(m_context, m_splitter);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setStretchFactor(2, 3);
    if (!m_splitter->restoreState(preferences::layout(kColumns)))
        m_splitter->setSizes({44 * kGrid, 132 * kGrid, 184 * kGrid});
    setCentralWidget(central);
    setTabOrder(m_steps, m_wizard);
    setTabOrder(m_wizard, m_preview);

    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::arrange);
    connect(m_wizard, &WizardPane::startPageWanted, this, &MainWindow::showStart);
    connect(m_preview, &PreviewPane::waiverWanted, this, &MainWindow::startWaiver);
    connect(m_files, &FileActions::begun, this, [this] {
        m_navigator.selectService(0);
        m_navigator.goTo(Step::Workload);
    });
    m_palette = new CommandPalette(
        m_context,
        {m_new, m_open, m_save, m_saveAs, m_undo, m_redo, m_language, m_appearance, m_projector},
        [this](ControlId control) { startWaiver(control, -1); }, this);
    connectActions();
    if (m_navigator.step() == Step::Start)
        showStart();
    arrange();
    showSummary();
    m_wizard->takeKeyboard();
}

QAction *MainWindow::action(const QString &name, const QString &iconName, const QString &text,
                            const QKeySequence &keys)
{
    auto *made = new QAction(icon(iconName), text, this);
    made->setObjectName(name);
    made->setShortcut(keys);
    QString tip = made->iconText();
    if (!keys.isEmpty())
        tip += QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
    made->setToolTip(tip);
    addAction(made);
    return made;
}

void MainWindow::buildToolBar()
{
    m_new = action(QStringLiteral("new"), QStringLiteral("new"), tr("&New"), QKeySequence::New);
    m_open =
        action(QStringLiteral("open"), QStringLiteral("open"), tr("&Open…"), QKeySequence::Open);
    m_save =
        action(QStringLiteral("save"), QStringLiteral("save"), tr("&Save"), QKeySequence::Save);
    m_saveAs = action(QStringLiteral("saveAs"), QStringLiteral("save"), tr("Save &as…"),
                      QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    m_undo =
        action(QStringLiteral("undo"), QStringLiteral("undo"), tr("&Undo"), QKeySequence::Undo);
    m_redo = action(QStringLiteral("redo"), QStringLiteral("redo"), tr("&Redo"),
                    QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    m_redo->setShortcuts(
        {QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    m_find = action(QStringLiteral("find"), QStringLiteral("search"), tr("&Find anything"),
                    QKeySequence(QStringLiteral("Ctrl+K")));
    m_language = action(QStringLiteral("language"), QStringLiteral("language"),
                        language() == Language::Bokmal ? tr("English") : tr("Norsk"),
                        QKeySequence(QStringLiteral("Ctrl+Shift+L")));
    m_appearance = action(
        QStringLiteral("appearance"), isDark() ? QStringLiteral("light") : QStringLiteral("dark"),
        isDark() ? tr("Light") : tr("Dark"), QKeySequence(QStringLiteral("Ctrl+Shift+D")));
    m_projector = action(QStringLiteral("projector"), QStringLiteral("projector"), tr("&Projector"),
                         QKeySequence(Qt::Key_F11));
    m_projector->setCheckable(true);

    auto *bar = addToolBar(tr("Actions"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize({5 * kGrid, 5 * kGrid});
    bar->addActions({m_new, m_open, m_save});
    bar->addSeparator();
    bar->addActions({m_undo, m_redo});
    bar->addSeparator();
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_summary = new QLabel(bar);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
    bar->addWidget(m_summary);
    bar->addWidget(space);
    bar->addActions({m_find, m_language, m_appearance, m_projector});
    for (QAction *item : bar->actions())
        if (QWidget *widget = bar->widgetForAction(item);
            widget != nullptr && !item->isSeparator()) {
            if (widget != m_summary && widget != space) {
                widget->setAccessibleName(item->iconText());
                widget->setFocusPolicy(Qt::TabFocus);
            }
        }
}

void MainWindow::connectActions()
{
    connect(m_new, &QAction::triggered, this, [this] { m_navigator.goTo(Step::Start); });
    connect(m_open, &QAction::triggered, m_files, &FileActions::openAsking);
    connect(m_save, &QAction::triggered, m_files, &FileActions::save);
    connect(m_saveAs, &QAction::triggered, m_files, &FileActions::saveAs);
    connect(m_undo, &QAction::triggered, this, [this] {
        // Text that is no answer yet is the newest thing that was done.
        const AnswerPlace &place = m_navigator.question();
        if (!place.isNull() && m_session.draft(place) != nullptr)
            m_session.clearDraft(place);
        else
            m_session.undoStack().undo();
    });
    connect(m_redo, &QAction::triggered, this, [this] { m_session.undoStack().redo(); });
    const auto enable = [this] {
        m_undo->setEnabled(m_session.undoStack().canUndo() || !m_session.drafts().empty());
        m_redo->setEnabled(m_session.undoStack().canRedo());
    };
    connect(&m_session.undoStack(), &QUndoStack::indexChanged, m_undo, enable);
    connect(&m_session, &Session::draftsChanged, m_undo, enable);
    enable();
    connect(m_find, &QAction::triggered, this, [this] { m_palette->popUp(); });
    connect(m_language, &QAction::triggered, this, [this] {
        const Language other =
            language() == Language::Bokmal ? Language::English : Language::Bokmal;
        preferences::setLanguage(other);
        useLanguage(other);
    });
    connect(m_appearance, &QAction::triggered, this, [this] {
        const Appearance other = isDark() ? Appearance::Light : Appearance::Dark;
        preferences::setAppearance(other);
        useAppearance(other);
    });
    connect(m_projector, &QAction::toggled, this, &MainWindow::setProjector);
}

void MainWindow::useLanguage(Language language)
{
    ui::setLanguage(language);
    const bool projector = m_projector->isChecked();
    rememberLayout();
    // What is on screen may be where the wish came from.
    m_palette->hide();
    m_palette->deleteLater();
    for (QToolBar *bar : findChildren<QToolBar *>()) {
        removeToolBar(bar);
        bar->deleteLater();
    }
    for (QAction *old : actions()) {
        removeAction(old);
        old->deleteLater();
    }
    m_files->deleteLater();
    QWidget *old = takeCentralWidget();
    old->hide();
    build();
    old->deleteLater();
    m_projector->setChecked(projector);
    showTitle();
    m_wizard->takeKeyboard();
}

void MainWindow::useAppearance(Appearance appearance)
{
    setAppearance(appearance);
    m_appearance->setIcon(icon(isDark() ? QStringLiteral("light") : QStringLiteral("dark")));
    m_appearance->setText(isDark() ? tr("Light") : tr("Dark"));
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("%1[*] – Skanse", "name of the profile").arg(m_session.displayName()));
    setWindowModified(m_session.isModified());
    setWindowFilePath(m_session.filePath());
}

void MainWindow::showSummary()
{
    const auto &plan = m_session.shown()->outcome.plan;
    if (!plan) {
        m_summary->clear();
        return;
    }
    int applied = 0;
    int waived = 0;
    const auto count = [&](const std::vector<Decision> &decisions) {
        for (const Decision &decision : decisions) {
            applied += decision.state == DecisionState::Applied ? 1 : 0;
            waived += decision.state == DecisionState::Waived ? 1 : 0;
        }
    };
    count(plan->decisions);
    for (const ServicePlan &service : plan->services)
        count(service.decisions);
    QStringList parts{
        tr("%n applied", "controls", applied), tr("%n waived", "controls", waived),
        tr("%n open", "items", static_cast<int>(m_session.findings().count(Severity::Open)))};
    if (const auto errors = m_session.findings().count(Severity::Error); errors > 0)
        parts.prepend(tr("%n to mend", "errors", static_cast<int>(errors)));
    m_summary->setText(parts.join(QStringLiteral("  ·  ")));
}

void MainWindow::showStart()
{
    auto *page = new StartPage(m_recovery.leftBehind(), preferences::recentFiles());
    connect(page, &StartPage::created, m_files, &FileActions::startWith);
    connect(page, &StartPage::openWanted, m_files, &FileActions::openAsking);
    connect(page, &StartPage::fileWanted, m_files, &FileActions::open);
    connect(page, &StartPage::recoveryDiscarded, this,
            [this](const LeftBehind &work) { m_recovery.discard(work); });
    connect(page, &StartPage::recoveryWanted, this, [this](const LeftBehind &work) {
        if (!m_files->mayLeave())
            return;
        if (m_recovery.restore(work))
            m_navigator.goTo(Step::Workload);
        else
            m_messages->tell(
                tr("The copy of “%1” cannot be read; it is left as it is.").arg(work.name),
                Tone::Bad);
    });
    m_wizard->setStartPage(page);
}

/// With little room questions and files share the place, and tabs choose.
void MainWindow::arrange()
{
    const bool both = width() >= kRoomForBoth && !m_projector->isChecked();
    const bool files = m_tabs->currentIndex() == kFilesTab;
    const bool projector = m_projector->isChecked();
    m_tabs->setVisible(!both && !projector);
    m_steps->setVisible(!projector);
    m_wizard->setVisible(!projector && (both || !files));
    m_preview->setVisible(projector || both || files);
}

void MainWindow::setProjector(bool on)
{
    m_preview->setProjector(on);
    arrange();
}

void MainWindow::startWaiver(ControlId control, int service)
{
    m_projector->setChecked(false);
    m_tabs->setCurrentIndex(0);
    m_wizard->startWaiver(control, service);
}

void MainWindow::openFile(const QString &path)
{
    m_files->open(path);
}

void MainWindow::rememberLayout()
{
    preferences::setLayout(kGeometry, saveGeometry());
    if (m_wizard->isVisible() && m_preview->isVisible())
        preferences::setLayout(kColumns, m_splitter->saveState());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_files->mayLeave()) {
        event->ignore();
        return;
    }
    rememberLayout();
    m_recovery.forget();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->urls().size() == 1 && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_files->open(event->mimeData()->urls().front().toLocalFile());
}

} // namespace skanse::ui
