// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/preview_pane.h"

#include "ui/preview/artifact_tree.h"
#include "ui/preview/changed_files.h"
#include "ui/preview/code_footer.h"
#include "ui/preview/code_view.h"
#include "ui/preview/compare_view.h"
#include "ui/preview/empty_files.h"
#include "ui/preview/explanation_panel.h"
#include "ui/preview/file_bar.h"
#include "ui/preview/file_stage.h"
#include "ui/preview/find_bar.h"
#include "ui/preview/notice_strip.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace skanse::ui {

namespace {

constexpr int kRoomForTree = 155 * kGrid;
constexpr double kZoomStep = 1.1;
constexpr int kSmallest = -5;
constexpr int kLargest = 12;
constexpr double kProjectorScale = 1.6;
/// While somebody types, answers that do not fit come and go; the strip waits for those that stay.
constexpr int kProblemDelay = 500; // milliseconds

int errorsOf(const Result &result)
{
    return static_cast<int>(
        std::ranges::count(result.outcome.diagnostics, Severity::Error, &Diagnostic::severity));
}

/// The first file that shows hardening at work; the prose before it tells less.
QString firstToShow(const Bundle &bundle)
{
    const auto found = std::ranges::find_if(bundle.artifacts, [](const Artifact &artifact) {
        return artifact.syntax != Syntax::Markdown
            && std::ranges::any_of(artifact.spans,
                                   [](const Span &span) { return !span.origin.controls.empty(); });
    });
    return toQString(found == bundle.artifacts.end() ? bundle.artifacts.front().path : found->path);
}

bool hasFiles(const ResultPtr &result)
{
    return result && !result->outcome.bundle.artifacts.empty();
}

} // namespace

PreviewPane::PreviewPane(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_session(context.session)
    , m_navigator(context.navigator)
    , m_comparison(context.session)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyFiles)
    , m_content(new QWidget)
    , m_problems(
          new NoticeStrip(QStringLiteral("problemStrip"), QStringLiteral("attention"), tr("Show")))
    , m_bar(new FileBar)
    , m_find(new FindBar)
    , m_tree(new ArtifactTree)
    , m_stage(new FileStage)
    , m_footer(new CodeFooter)
    , m_explanation(new ExplanationPanel)
{
    setObjectName(QStringLiteral("previewPane"));
    setAccessibleName(tr("Preview of the files"));
    buildContent();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_find->setView(&m_stage->code());
    m_problemDelay.setSingleShot(true);
    m_problemDelay.setInterval(kProblemDelay);
    connectParts();
    addShortcuts();
    m_traced = m_navigator.question();
    takeResult();
}

PreviewPane::~PreviewPane() = default;

void PreviewPane::buildContent()
{
    auto *files = new QSplitter(Qt::Horizontal);
    files->setObjectName(QStringLiteral("fileSplitter"));
    files->addWidget(m_tree);
    files->addWidget(m_stage);
    files->setStretchFactor(0, 0);
    files->setStretchFactor(1, 1);
    files->setSizes({55 * kGrid, 150 * kGrid});
    files->setChildrenCollapsible(false);

    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problems);
    column->addWidget(m_bar);
    column->addWidget(m_find);
    column->addWidget(files, 1);
    column->addWidget(m_footer);
    m_problems->hide();

    auto *halves = new QSplitter(Qt::Vertical);
    halves->setObjectName(QStringLiteral("previewSplitter"));
    halves->addWidget(upper);
    halves->addWidget(m_explanation);
    halves->setStretchFactor(0, 5);
    halves->setStretchFactor(1, 2);
    halves->setSizes({500, 200});
    halves->setCollapsible(0, false);

    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(halves);
}

void PreviewPane::connectParts()
{
    const auto want = [this](const QString &path) { m_navigator.showArtifact(path); };
    connect(&m_session, &Session::resultChanged, this, &PreviewPane::takeResult);
    connect(&m_session, &Session::restarted, this, &PreviewPane::startOver);
    connect(&m_navigator, &Navigator::artifactWanted, this, &PreviewPane::showArtifact);
    connect(&m_navigator, &Navigator::questionNoted, this, &PreviewPane::trace);
    connect(&m_comparison, &Comparison::changed, this, &PreviewPane::compare);
    connect(m_tree, &ArtifactTree::chosen, this, want);

    connect(m_bar, &FileBar::chosen, this, want);
    connect(m_bar, &FileBar::treeToggled, this, [this](bool shown) {
        m_treeWanted = shown;
        showTree();
    });
    connect(m_bar, &FileBar::findWanted, m_find, &FindBar::open);
    connect(m_bar, &FileBar::copyWanted, this, &PreviewPane::copyFile);
    connect(m_bar, &FileBar::wrapToggled, m_stage, &FileStage::setWrapped);
    connect(m_bar, &FileBar::zoomWanted, this, &PreviewPane::zoom);
    connect(m_bar, &FileBar::compareWanted, this, &PreviewPane::setCompared);

    connect(m_stage, &FileStage::lineSelected, this, &PreviewPane::showSelection);
    connect(m_stage, &FileStage::zoomWanted, this, &PreviewPane::zoom);
    connect(m_stage, &FileStage::viewChanged, this, [this] { m_find->setView(&m_stage->view()); });
    connect(m_footer, &CodeFooter::nextWanted, this, &PreviewPane::goToTraced);
    connect(m_explanation, &ExplanationPanel::questionWanted, this,
            [this](const AnswerPlace &place) { m_navigator.jumpTo(place); });
    connect(m_explanation, &ExplanationPanel::waiverWanted, this, &PreviewPane::waiverWanted);

    connect(&m_problemDelay, &QTimer::timeout, m_problems, &QWidget::show);
    const auto review = [this] { m_navigator.goTo(Step::Review); };
    connect(m_problems, &NoticeStrip::pressed, this, review);
    connect(m_empty, &EmptyFiles::reviewWanted, this, review);
    connect(m_empty, &EmptyFiles::servicesWanted, this,
            [this] { m_navigator.goTo(Step::Services); });
}

void PreviewPane::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto &&act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence::Find, [this] { m_find->open(); });
    add(Qt::Key_F3, [this] { m_find->next(); });
    add(Qt::SHIFT | Qt::Key_F3, [this] { m_find->previous(); });
    add(Qt::Key_F7, [this] { m_stage->comparison().goToDifference(1); });
    add(Qt::SHIFT | Qt::Key_F7, [this] { m_stage->comparison().goToDifference(-1); });
    add(Qt::CTRL | Qt::Key_PageUp, [this] { m_bar->goBy(-1); });
    add(Qt::CTRL | Qt::Key_PageDown, [this] { m_bar->goBy(1); });
    add(Qt::CTRL | Qt::Key_Plus, [this] { zoom(1); });
    add(Qt::CTRL | Qt::Key_Equal, [this] { zoom(1); }); // the same key without Shift
    add(Qt::CTRL | Qt::Key_Minus, [this] { zoom(-1); });
    add(Qt::CTRL | Qt::Key_0, [this] { zoom(0); });
}

// --- results

void PreviewPane::startOver()
{
    m_now.reset();
    m_trace.clear();
    m_changed.clear();
    m_traced = {};
    showProblems();
    m_empty->setState(!m_session.answers().services.empty(), 0);
}

void PreviewPane::takeResult()
{
    showProblems();
    const ResultPtr &shown = m_session.shown();
    if (!hasFiles(shown)) {
        m_now.reset();
        m_empty->setState(!m_session.answers().services.empty(), errorsOf(*m_session.result()));
        m_pages->setCurrentWidget(m_empty);
        return;
    }
    if (shown == m_now)
        return;
    const ResultPtr before = std::exchange(m_now, shown);
    m_changed = before ? changedFiles(before->outcome, m_now->outcome) : QSet<QString>();
    m_trace = traceOf(m_now->outcome.bundle, m_traced);
    m_stage->setResults(m_now, before);
    m_stage->setTrace(m_trace);
    showFiles();
    m_pages->setCurrentWidget(m_content);
}

void PreviewPane::showFiles()
{
    showPaths();
    showTrace();
    const QStringList &paths = m_tree->files().paths();
    const QString &wanted = m_navigator.artifact();
    if (paths.contains(wanted))
        showArtifact(wanted, 0);
    else if (!paths.isEmpty())
        m_navigator.showArtifact(firstToShow(m_now->outcome.bundle));
}

void PreviewPane::showPaths()
{
    QStringList paths = pathsOf(m_now->outcome.bundle);
    QSet<QString> noted = m_changed;
    QString meaning = tr("Changed by the latest edit");
    if (const ResultPtr &other = m_comparison.other();
        m_comparison.with() != Comparison::With::Nothing && hasFiles(other)) {
        noted = changedFiles(other->outcome, m_now->outcome);
        meaning = tr("Differs from what it is compared with");
        const QSet<QString> now(paths.cbegin(), paths.cend());
        for (const QString &path : pathsOf(other->outcome.bundle))
            if (!now.contains(path)) {
                paths.append(path);
                noted.insert(path);
            }
    }
    if (paths != m_tree->files().paths()) {
        m_tree->files().setPaths(paths);
        m_bar->setPaths(paths);
    }
    m_tree->files().setNoted(noted, meaning);
}

void PreviewPane::showProblems()
{
    const int errors = errorsOf(*m_session.result());
    if (errors == 0 || m_session.result() == m_session.shown()) {
        m_problemDelay.stop();
        m_problems->hide();
        return;
    }
    m_problems->setText(
        errors == 1
            ? tr("The files show the last answers that fit: one thing to mend.")
            : tr("The files show the last answers that fit: %1 things to mend.").arg(errors));
    if (m_problems->isHidden() && !m_problemDelay.isActive())
        m_problemDelay.start();
}

void PreviewPane::showArtifact(const QString &path, int line)
{
    if (!m_now || !m_tree->files().paths().contains(path))
        return;
    m_tree->setCurrent(path);
    m_bar->setCurrent(path);
    m_stage->showFile(path, line);
}

void PreviewPane::showSelection()
{
    m_explanation->show(m_stage->explanation(m_session.answers()));
    const int line = m_stage->selectedLine();
    const int count = m_stage->lineCount();
    m_footer->setPosition(line == 0 ? tr("%1 lines").arg(count)
                                    : tr("Line %1 of %2").arg(line).arg(count));
}

// --- comparing

void PreviewPane::setCompared(Comparison::With with)
{
    m_comparison.setWith(with);
}

void PreviewPane::compare()
{
    const bool alone = m_comparison.with() == Comparison::With::Nothing;
    m_bar->setCompared(m_comparison.with());
    m_bar->setWrapEnabled(alone);
    m_stage->setComparison(m_comparison.with(), m_comparison.other());
    if (m_now)
        showFiles();
}

// --- the question in focus

void PreviewPane::trace(const AnswerPlace &place)
{
    if (place == m_traced)
        return;
    m_traced = place;
    if (!m_now)
        return;
    m_trace = traceOf(m_now->outcome.bundle, place);
    m_stage->setTrace(m_trace);
    showTrace();
}

void PreviewPane::showTrace()
{
    int lines = 0;
    for (const TracedFile &file : m_trace)
        lines += file.count();
    if (lines == 0) {
        m_footer->setTrace({});
        return;
    }
    const auto files = static_cast<int>(m_trace.size());
    m_footer->setTrace(tr("%1: %2 in %3")
                           .arg(say(m_traced.question->label),
                                lines == 1 ? tr("1 line") : tr("%1 lines").arg(lines),
                                files == 1 ? tr("1 file") : tr("%1 files").arg(files)));
}

void PreviewPane::goToTraced()
{
    const QStringList &paths = m_tree->files().paths();
    const auto here = std::pair(paths.indexOf(m_stage->path()), m_stage->selectedLine());
    std::vector<std::pair<qsizetype, int>> places;
    for (const TracedFile &file : m_trace)
        for (const LineRange &range : file.lines)
            places.emplace_back(paths.indexOf(toQString(file.artifact->path)), range.first);
    if (places.empty())
        return;
    std::ranges::sort(places);
    const auto next = std::ranges::upper_bound(places, here);
    const auto &[file, line] = next == places.end() ? places.front() : *next;
    m_navigator.showArtifact(paths.value(file), line);
}

// --- tools

void PreviewPane::copyFile()
{
    if (!m_now)
        return;
    const Artifact *artifact = m_now->outcome.bundle.find(toUtf8(m_stage->path()));
    if (artifact == nullptr)
        return;
    QGuiApplication::clipboard()->setText(toQString(artifact->text));
    m_footer->flash(tr("Copied: %1").arg(m_stage->path()));
}

void PreviewPane::zoom(int steps)
{
    m_zoom = steps == 0 ? 0 : std::clamp(m_zoom + steps, kSmallest, kLargest);
    applyScale();
}

void PreviewPane::setProjector(bool on)
{
    m_projector = on;
    applyScale();
    showTree();
}

void PreviewPane::applyScale()
{
    const double base = m_projector ? kProjectorScale : 1.0;
    m_stage->setTextScale(base * std::pow(kZoomStep, m_zoom));
    m_explanation->setTextScale(base);
}

void PreviewPane::showTree()
{
    const bool shown = m_treeWanted.value_or(width() >= kRoomForTree) && !m_projector;
    m_tree->setVisible(shown);
    m_bar->setTreeShown(shown);
}

void PreviewPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showTree();
}

} // namespace skanse::ui
