// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/hardening_page.h"

#include "ui/hardening/control_details.h"
#include "ui/hardening/control_list.h"
#include "ui/hardening/inline_scroll.h"
#include "ui/hardening/waiver_panel.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

HardeningPage::HardeningPage(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_fields(new QVBoxLayout)
    , m_list(new ControlList)
    , m_details(new ControlDetails(context))
    , m_note(new QLabel)
    , m_panel(new WaiverPanel(context.session))
{
    setObjectName(QStringLiteral("hardening-page"));
    m_note->setObjectName(QStringLiteral("hardening-note"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setVisible(false);
    m_details->panelLayout()->addWidget(m_note);
    m_details->panelLayout()->addWidget(m_panel);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3 * kGrid);
    layout->addLayout(m_fields);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeEvidenceRow());
    layout->addWidget(m_details);

    connect(m_list, &ControlList::currentChanged, this, &HardeningPage::showCurrent);
    connect(m_details, &ControlDetails::waiverWanted, this, &HardeningPage::startWaiver);
    connect(m_details, &ControlDetails::switchOnWanted, this,
            [this](ControlId control, int service) {
                m_panel->close();
                switchOnAgain(m_context.session, control, static_cast<std::size_t>(service));
            });
    connect(m_panel, &WaiverPanel::opened, this, [this] { m_details->setPanelOpen(true); });
    connect(m_panel, &WaiverPanel::closed, this, [this] { m_details->setPanelOpen(false); });
    connect(&context.session, &Session::resultChanged, this, &HardeningPage::takeResult);
    // Numbers of services mean something else now.
    connect(&context.session, &Session::structureChanged, m_panel, &WaiverPanel::close);
    connect(&context.session, &Session::restarted, m_panel, &WaiverPanel::close);
    connect(&context.navigator, &Navigator::questionWanted, this, &HardeningPage::follow);
    refresh();
}

QWidget *HardeningPage::makeEvidenceRow()
{
    const auto message = [](const char *name) {
        auto *label = new QLabel;
        label->setObjectName(QLatin1StringView(name));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(20 * kGrid);
        return label;
    };
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *add = new QPushButton(icon(QStringLiteral("open")), tr("Add evidence…"));
    add->setObjectName(QStringLiteral("add-evidence"));
    add->setToolTip(
        tr("Results of the drill or of verify-host.sh, as JSON. They are copied into the "
           "folder “evidence” beside the profile."));
    m_evidence = message("evidence-message");
    m_refusal = message("evidence-refusal");
    m_refusal->hide();
    auto *messages = new QVBoxLayout;
    messages->addWidget(m_refusal);
    messages->addWidget(m_evidence);
    layout->addWidget(add, 0, Qt::AlignTop);
    layout->addLayout(messages, 1);
    connect(add, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(
            this, tr("Add evidence"), QFileInfo(m_context.session.filePath()).path(),
            tr("Results (*.json);;All files (*)"));
        if (!path.isEmpty())
            addEvidence(path);
    });
    return row;
}

void HardeningPage::addEvidence(const QString &path)
{
    const auto added = m_context.session.addEvidence(path);
    m_refusal->setVisible(!added);
    if (!added)
        m_refusal->setText(QFileInfo(path).fileName() + QStringLiteral(": ")
                           + ui::say(added.error().message));
}

void HardeningPage::showEvidence(const Plan &plan)
{
    m_list->setDrill(drillResults(plan));
    const EvidencePlan &evidence = plan.evidence;
    if (evidence.files.empty()) {
        m_evidence->setText(
            tr("No evidence yet: every control is intended, none was seen to hold."));
        return;
    }
    int verified = 0;
    int contradicted = 0;
    for (const ControlStanding &standing : evidence.standings) {
        verified += standing.state == Standing::Verified ? 1 : 0;
        contradicted += standing.state == Standing::Contradicted ? 1 : 0;
    }
    QStringList names;
    for (const EvidenceFile *file : evidence.files)
        names.append(file->date.empty()
                         ? toQString(file->name)
                         : tr("%1 of %2").arg(toQString(file->name), toQString(dayOf(file->date))));
    m_evidence->setText(tr("%1: %2 controls verified, %3 contradicted.")
                            .arg(names.join(QStringLiteral(", ")))
                            .arg(verified)
                            .arg(contradicted));
}

void HardeningPage::takeResult()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void HardeningPage::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void HardeningPage::refresh()
{
    if (!m_stale)
        return;
    m_stale = false;
    const ResultPtr &newest = m_context.session.result();
    const ResultPtr &result = newest->outcome.plan ? newest : m_context.session.shown();
    if (!result->outcome.plan)
        return;
    m_list->setPlan(*result->outcome.plan);
    showEvidence(*result->outcome.plan);
}

void HardeningPage::showCurrent()
{
    const auto control = m_list->current();
    const ControlStates *states = control ? m_list->model().states(*control) : nullptr;
    if (states == nullptr) {
        m_details->clear();
        return;
    }
    if (m_panel->isOpen() && m_panel->control() != *control)
        m_panel->close();
    m_note->setVisible(false);
    m_details->show(*states, m_list->model().drill(*control));
}

void HardeningPage::startWaiver(ControlId control, int service)
{
    refresh();
    if (m_list->model().service() >= 0 && m_list->model().service() != service && service >= 0)
        m_list->chooseService(-1);
    m_list->select(control);
    const ControlStates *states = m_list->model().states(control);
    if (states == nullptr)
        return;
    const QString title = ui::say(states->control->title);
    const SubjectState *subject = states->of(service);
    if (!states->control->waivable || states->control->scope != ControlScope::Service)
        say(tr("“%1” cannot be switched off.").arg(title));
    else if (subject != nullptr && subject->generated)
        say(tr("Skanse added %1 itself, so nothing can be switched off there.").arg(subject->name));
    else if (subject != nullptr && subject->state == DecisionState::NotApplicable)
        say(tr("“%1” is not applied for %2: there is nothing to switch off.")
                .arg(title, subject->name));
    else {
        m_panel->open(*states, service);
        bringIntoView(m_panel);
    }
}

void HardeningPage::say(const QString &note)
{
    m_panel->close();
    m_note->setText(note);
    m_note->setVisible(true);
    bringIntoView(m_note);
}

void HardeningPage::follow(const AnswerPlace &place)
{
    if (place.isNull() || !place.question->id.starts_with("service.waiver"))
        return;
    const int service = place.record.service();
    const Answers &answers = m_context.session.answers();
    if (service < 0 || static_cast<std::size_t>(service) >= answers.services.size())
        return;
    const auto &waivers = answers.services[static_cast<std::size_t>(service)].waivers;
    const auto &steps = place.record.steps();
    const std::size_t item =
        !steps.empty() && steps.back().question->id == "service.waivers" ? steps.back().index : 0;
    refresh();
    m_list->chooseService(-1);
    m_list->focusTree();
    if (item < waivers.size())
        if (const auto control = controlIdOf(waivers[item].control))
            m_list->select(*control);
    bringIntoView(m_details);
}

} // namespace skanse::ui
