// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/export_panel.h"

#include "ui/review/artifact_picker.h"
#include "ui/review/export_target.h"
#include "ui/review/write_plan_view.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/icon_label.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace skanse::ui {

namespace {

constexpr int kRest = 150; ///< milliseconds without typing before the folder is looked at
constexpr int kMostKept = 8;

// Properties of the session.
constexpr const char *kUnticked = "exportUnticked";
constexpr const char *kZip = "exportZip";
constexpr const char *kPath = "exportPath";

QString textOf(const WriteError &error)
{
    return say(error.message) + QLatin1Char(' ') + say(error.advice);
}

QLabel *makeText(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(20 * kGrid);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ExportPanel::ExportPanel(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_files(new ArtifactPicker)
    , m_target(new ExportTarget(context.session))
    , m_summary(makeText("export-summary"))
    , m_plan(new WritePlanView)
    , m_force(new QCheckBox(tr("&Replace files edited by hand or in the way")))
    , m_obstacle(makeText("export-obstacle"))
{
    setObjectName(QStringLiteral("export-panel"));
    m_force->setObjectName(QStringLiteral("export-force"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_files);
    layout->addWidget(m_target);
    layout->addWidget(m_summary);
    layout->addWidget(m_plan);
    layout->addWidget(m_force);
    layout->addLayout(makeButtons());
    layout->addLayout(makeOutcome());

    m_delay.setSingleShot(true);
    m_delay.setInterval(kRest);
    connect(&m_delay, &QTimer::timeout, this, &ExportPanel::look);
    connect(m_files, &ArtifactPicker::activated, this,
            [this](const QString &path) { m_context.navigator.showArtifact(path); });
    connect(m_force, &QCheckBox::toggled, this, [this] {
        if (m_known)
            takePlan(*m_known);
    });
    connect(&context.session, &Session::resultChanged, this, &ExportPanel::takeResult);
    connect(&context.session, &Session::answersChanged, this, [this] {
        hideOutcome(); // it was about other answers
        updateState();
    });
    connect(&context.session, &Session::draftsChanged, this, &ExportPanel::updateState);
    connect(&context.session, &Session::restarted, this, &ExportPanel::restart);
    connect(&m_job, &ExportJob::progress, this, &ExportPanel::showProgress);
    connect(&m_job, &ExportJob::finished, this,
            [this](const ExportOutcomePtr &outcome) { showOutcome(*outcome); });
    recall();
    connect(m_files, &ArtifactPicker::changed, this, &ExportPanel::takeChoice);
    connect(m_target, &ExportTarget::changed, this, &ExportPanel::takeChoice);
    takeResult();
}

/// The page is made anew with every language; what was chosen stays with the session.
void ExportPanel::remember()
{
    QStringList unticked;
    for (const std::string &path : m_files->unticked())
        unticked.append(toQString(path));
    m_context.session.setProperty(kUnticked, unticked);
    m_context.session.setProperty(kZip, m_target->form() == ExportForm::Zip);
    m_context.session.setProperty(kPath, m_target->path());
}

void ExportPanel::recall()
{
    std::set<std::string> unticked;
    const QStringList paths = m_context.session.property(kUnticked).toStringList();
    for (const QString &path : paths)
        unticked.insert(toUtf8(path));
    m_files->setUnticked(std::move(unticked));
    m_target->setForm(m_context.session.property(kZip).toBool() ? ExportForm::Zip
                                                                : ExportForm::Folder);
    if (const QString path = m_context.session.property(kPath).toString(); !path.isEmpty())
        m_target->setPath(path);
}

QLayout *ExportPanel::makeButtons()
{
    m_export = new QPushButton(icon(QStringLiteral("export")), tr("&Export"));
    m_export->setObjectName(QStringLiteral("export-start"));
    m_mend = new QPushButton(icon(QStringLiteral("goto")), tr("Show the first"));
    m_mend->setObjectName(QStringLiteral("export-mend"));
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("export-progress"));
    m_progress->setAccessibleName(tr("Files written"));
    m_progress->setMinimumWidth(20 * kGrid);
    m_progress->setVisible(false);
    m_cancel = new QPushButton(icon(QStringLiteral("close")), tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("export-cancel"));
    m_cancel->setVisible(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_export);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_obstacle, 1);
    row->addWidget(m_mend);
    connect(m_export, &QPushButton::clicked, this, &ExportPanel::startExport);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_job.cancel(); });
    connect(m_mend, &QPushButton::clicked, this, &ExportPanel::mendWanted);
    return row;
}

QLayout *ExportPanel::makeOutcome()
{
    m_outcomeIcon = new IconLabel(4 * kGrid);
    m_outcomeIcon->setVisible(false);
    m_outcome = makeText("export-outcome");
    m_outcome->setVisible(false);
    m_open = new QPushButton(icon(QStringLiteral("folder")), tr("Open folder"));
    m_open->setObjectName(QStringLiteral("export-open"));
    m_open->setVisible(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_outcomeIcon);
    row->addWidget(m_outcome, 1);
    row->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &ExportPanel::openFolder);
    return row;
}

void ExportPanel::restart()
{
    m_files->setUnticked({});
    m_target->propose();
    remember();
    m_force->setChecked(false);
    hideOutcome();
    takeResult();
}

void ExportPanel::takeResult()
{
    const Bundle &bundle = m_context.session.shown()->outcome.bundle;
    if (!bundle.artifacts.empty())
        m_files->setBundle(bundle);
    lookSoon();
}

void ExportPanel::takeChoice()
{
    remember();
    lookSoon();
}

/// What is known holds no longer, and neither does what is being found out.
void ExportPanel::lookSoon()
{
    m_look.forget();
    m_known.reset();
    m_lookError.clear();
    updateState();
    m_delay.start();
}

int ExportPanel::toMend() const
{
    int count = static_cast<int>(m_context.session.drafts().size());
    for (const Diagnostic &diagnostic : m_context.session.result()->outcome.diagnostics)
        count += diagnostic.severity == Severity::Error ? 1 : 0;
    return count;
}

QString ExportPanel::missing() const
{
    if (const int count = toMend(); count > 0)
        return count == 1 ? tr("One answer has to be mended first.")
                          : tr("%1 answers have to be mended first.").arg(count);
    if (m_context.session.result()->outcome.bundle.artifacts.empty())
        return tr("There are no files yet.");
    if (m_files->tickedCount() == 0)
        return tr("No file is ticked.");
    if (m_target->path().isEmpty())
        return tr("Say where to export to.");
    return {};
}

QString ExportPanel::obstacle() const
{
    if (const QString first = missing(); !first.isEmpty())
        return first;
    if (!m_lookError.isEmpty())
        return m_lookError;
    return m_known ? say(m_known->refusal(m_force->isChecked())) : QString();
}

ExportRequest ExportPanel::request() const
{
    return {.result = m_context.session.result(),
            .unticked = m_files->unticked(),
            .form = m_target->form(),
            .path = m_target->path(),
            .force = m_force->isChecked()};
}

void ExportPanel::look()
{
    if (!isVisible())
        return; // showing it looks
    m_lookError.clear();
    if (m_job.isRunning() || m_context.session.isPending() || !missing().isEmpty()) {
        m_look.forget();
        m_known.reset();
        m_plan->clear();
        m_summary->clear();
        updateState();
        return;
    }
    m_look.request([this, request = request()]() -> NewestJob::Delivery {
        auto plan = std::make_shared<std::expected<ExportPlan, WriteError>>(planExport(request));
        return [this, plan] { takePlan(*plan); };
    });
}

void ExportPanel::takePlan(const std::expected<ExportPlan, WriteError> &plan)
{
    if (plan) {
        const ExportPlan known = *plan; // it may be the member itself
        m_known = known;
        m_lookError.clear();
        m_plan->show(known, request());
        m_summary->setText(WritePlanView::summary(known, m_force->isChecked()));
    } else {
        m_known.reset();
        m_lookError = textOf(plan.error());
        m_plan->clear();
        m_summary->clear();
    }
    updateState();
}

void ExportPanel::updateState()
{
    const bool running = m_job.isRunning();
    const QString why = running ? QString() : obstacle();
    m_obstacle->setText(why);
    m_obstacle->setVisible(!running);
    m_mend->setVisible(!running && toMend() > 0);
    m_export->setEnabled(!running && why.isEmpty() && !m_context.session.isPending() && m_known);
    m_progress->setVisible(running);
    m_plan->setVisible(m_plan->topLevelItemCount() > 0);
    m_summary->setVisible(!m_summary->text().isEmpty());
    m_cancel->setVisible(running);
    m_files->setEnabled(!running);
    m_target->setEnabled(!running);
    m_force->setEnabled(!running);
    tint();
}

void ExportPanel::startExport()
{
    hideOutcome();
    m_progress->setRange(0, 0);
    m_job.start(request());
    updateState();
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void ExportPanel::showProgress(int done, int total)
{
    m_progress->setRange(0, std::max(total, 1));
    m_progress->setValue(done);
}

void ExportPanel::showOutcome(const ExportOutcome &outcome)
{
    const bool done = outcome.report.has_value();
    QString text;
    if (done) {
        const WriteReport &report = *outcome.report;
        text = tr("Done: %1 written, %2 unchanged, %3 removed.")
                   .arg(report.written.size())
                   .arg(report.unchanged.size())
                   .arg(report.removed.size());
        if (!report.kept.empty()) {
            QStringList kept;
            for (const std::string &path : report.kept)
                if (kept.size() < kMostKept)
                    kept.append(toQString(path));
            QString list = kept.join(QStringLiteral(", "));
            if (const auto more = report.kept.size() - static_cast<std::size_t>(kept.size());
                more > 0)
                list = tr("%1 and %2 more").arg(list).arg(more);
            text += QLatin1Char('\n') + tr("Kept, because they were edited by hand: %1").arg(list);
        }
        m_outcomePath = outcome.request.path;
    } else {
        text = textOf(outcome.report.error());
    }
    m_outcome->setText(text);
    m_outcome->setVisible(true);
    m_outcomeIcon->setIcon(done                ? icon(QStringLiteral("done"), Tone::Good)
                           : outcome.cancelled ? icon(QStringLiteral("note"), Tone::Muted)
                                               : icon(QStringLiteral("error"), Tone::Bad));
    m_outcomeIcon->setVisible(true);
    m_open->setVisible(done);
    updateState();
    if (m_cancel->hasFocus() || focusWidget() == m_cancel)
        (done ? m_open : m_export)->setFocus(Qt::OtherFocusReason);
    look();
}

void ExportPanel::hideOutcome()
{
    m_outcome->setVisible(false);
    m_outcomeIcon->setVisible(false);
    m_open->setVisible(false);
}

void ExportPanel::openFolder() const
{
    const QFileInfo target(m_outcomePath);
    QDesktopServices::openUrl(
        QUrl::fromLocalFile(target.isDir() ? target.absoluteFilePath() : target.absolutePath()));
}

void ExportPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_delay.start();
}

bool ExportPanel::event(QEvent *event)
{
    // Somebody may have changed the folder meanwhile.
    if (event->type() == QEvent::WindowActivate)
        m_delay.start();
    if (event->type() == QEvent::PaletteChange)
        tint();
    return QWidget::event(event);
}

void ExportPanel::tint()
{
    QPalette own;
    own.setColor(QPalette::WindowText, colour(Tone::Bad));
    m_obstacle->setPalette(own);
}

} // namespace skanse::ui
