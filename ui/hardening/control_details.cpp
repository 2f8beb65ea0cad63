// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/control_details.h"

#include "core/render/labels.h"
#include "ui/hardening/control_facts.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/icon_label.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kIcon = 4 * kGrid;

QString upperFirst(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QLabel *makeText(const QString &text)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setMinimumWidth(20 * kGrid);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

} // namespace

ControlDetails::ControlDetails(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_content(new QWidget)
    , m_empty(new QLabel(tr("Choose a control to see what became of it and why.")))
    , m_title(makeText({}))
    , m_kind(makeText({}))
    , m_subjects(new QGridLayout)
    , m_waive(new QPushButton(icon(QStringLiteral("shield-off")), tr("Switch off with a reason…")))
    , m_places(new QPushButton(icon(QStringLiteral("goto")), tr("Show in the files")))
    , m_placesMenu(new QMenu(this))
    , m_panelLayout(new QVBoxLayout)
    , m_facts(new ControlFacts)
{
    setObjectName(QStringLiteral("control-details"));
    QFont big = m_title->font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setWeight(QFont::DemiBold);
    m_title->setFont(big);
    m_title->setObjectName(QStringLiteral("control-title"));
    m_subjects->setColumnStretch(2, 1);
    m_subjects->setHorizontalSpacing(2 * kGrid);
    m_subjects->setVerticalSpacing(kGrid);
    m_waive->setObjectName(QStringLiteral("waive"));
    m_places->setObjectName(QStringLiteral("show-in-files"));
    m_places->setMenu(m_placesMenu);
    m_empty->setWordWrap(true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_waive);
    buttons->addWidget(m_places);
    buttons->addStretch();
    auto *inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(m_title);
    inner->addWidget(m_kind);
    inner->addLayout(m_subjects);
    inner->addLayout(buttons);
    inner->addLayout(m_panelLayout);
    inner->addSpacing(kGrid);
    inner->addWidget(m_facts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty);
    layout->addWidget(m_content);
    connect(m_waive, &QPushButton::clicked, this, [this] { emit waiverWanted(m_control, -1); });
    clear();
}

void ControlDetails::clear()
{
    m_content->setVisible(false);
    m_empty->setVisible(true);
}

void ControlDetails::show(const ControlStates &states, const std::vector<DrillResult> &drill)
{
    const Control &control = *states.control;
    const bool hadFocus = m_content->isAncestorOf(focusWidget()) && focusWidget() != nullptr
                       && focusWidget()->hasFocus() && control.id == m_control;
    m_control = control.id;
    m_title->setText(say(control.title));
    const bool mayWaive = control.waivable && control.scope == ControlScope::Service;
    QStringList kind{tr("Severity: %1").arg(say(labelOf(control.severity))),
                     upperFirst(say(labelOf(control.scope))), toQString(toString(control.id))};
    if (!mayWaive)
        kind.append(tr("cannot be switched off"));
    m_kind->setText(kind.join(QStringLiteral(" · ")));
    m_found = placesOf(m_context.session.shown()->outcome.bundle, control.id);
    showSubjects(states);
    fillPlaces(states);
    m_canWaive = std::ranges::any_of(states.subjects, [](const SubjectState &subject) {
        return subject.state == DecisionState::Applied && !subject.generated;
    });
    m_waive->setVisible(mayWaive);
    updateWaive();
    m_facts->show(control, drill);
    m_empty->setVisible(false);
    m_content->setVisible(true);
    if (hadFocus && (focusWidget() == nullptr || !focusWidget()->hasFocus()))
        (m_waive->isEnabled() && m_waive->isVisible() ? m_waive : m_places)->setFocus();
}

void ControlDetails::setPanelOpen(bool open)
{
    m_panelOpen = open;
    updateWaive();
}

void ControlDetails::updateWaive()
{
    m_waive->setEnabled(m_canWaive && !m_panelOpen);
    m_waive->setToolTip(m_canWaive || m_panelOpen
                            ? QString()
                            : tr("It is not applied for any service: nothing to switch off."));
}

void ControlDetails::showSubjects(const ControlStates &states)
{
    while (QLayoutItem *item = m_subjects->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    int row = 0;
    for (const SubjectState &subject : states.subjects)
        addSubject(states, subject, row++);
}

void ControlDetails::addSubject(const ControlStates &states, const SubjectState &subject, int row)
{
    auto *sign = new IconLabel(kIcon, stateIcon(subject.state));
    sign->setAccessibleName(stateWord(subject.state));
    m_subjects->addWidget(sign, row, 0, Qt::AlignTop);
    auto *name = new QLabel;
    name->setTextFormat(Qt::PlainText);
    const QString full = subject.service >= 0 ? subject.name : tr("Workload");
    name->setText(name->fontMetrics().elidedText(full, Qt::ElideRight, 30 * kGrid));
    name->setToolTip(full);
    m_subjects->addWidget(name, row, 1, Qt::AlignTop);
    const QString word = upperFirst(stateWord(subject.state));
    m_subjects->addWidget(
        makeText(subject.reason.isEmpty() ? word : tr("%1: %2").arg(word, subject.reason)), row, 2);
    m_subjects->addWidget(makeActions(states, subject), row, 3, Qt::AlignTop | Qt::AlignRight);
}

QWidget *ControlDetails::makeActions(const ControlStates &states, const SubjectState &subject)
{
    auto *actions = new QWidget;
    auto *layout = new QHBoxLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    const auto button = [&](const char *name, const QString &icons, const QString &what) {
        auto *tool = new QToolButton;
        tool->setObjectName(QString::fromLatin1(name) + QLatin1Char('-')
                            + QString::number(subject.service));
        tool->setIcon(icon(icons));
        tool->setAutoRaise(true);
        tool->setFocusPolicy(Qt::StrongFocus);
        tool->setToolTip(what);
        tool->setAccessibleName(subject.name.isEmpty() ? what
                                                       : tr("%1: %2").arg(subject.name, what));
        layout->addWidget(tool);
        return tool;
    };
    const ControlId control = states.control->id;
    const int service = subject.service;
    if (subject.state == DecisionState::Waived && !subject.generated) {
        connect(button("edit-reason", QStringLiteral("edit"), tr("Change the reason")),
                &QToolButton::clicked, this,
                [this, control, service] { emit waiverWanted(control, service); });
        connect(button("switch-on", QStringLiteral("shield-held"), tr("Switch on again")),
                &QToolButton::clicked, this,
                [this, control, service] { emit switchOnWanted(control, service); });
    }
    const auto place = std::ranges::find(m_found, service, &ControlPlace::service);
    if (place != m_found.end())
        connect(button("line", QStringLiteral("goto"),
                       tr("Show line %1 of %2").arg(place->line).arg(toQString(place->path))),
                &QToolButton::clicked, this, [this, found = *place] {
                    m_context.navigator.showArtifact(toQString(found.path), found.line);
                });
    return actions;
}

void ControlDetails::fillPlaces(const ControlStates &states)
{
    constexpr std::size_t kMost = 40; // a longer menu is no help
    m_placesMenu->clear();
    for (std::size_t i = 0; i < m_found.size() && i < kMost; ++i) {
        const ControlPlace &place = m_found[i];
        const SubjectState *subject = states.of(place.service);
        const QString who = subject != nullptr && !subject->name.isEmpty()
                              ? QStringLiteral(" (%1)").arg(subject->name)
                              : QString();
        QAction *action = m_placesMenu->addAction(
            tr("%1, line %2").arg(toQString(place.path)).arg(place.line) + who);
        connect(action, &QAction::triggered, this, [this, place] {
            m_context.navigator.showArtifact(toQString(place.path), place.line);
        });
    }
    m_places->setEnabled(!m_found.empty());
    m_places->setToolTip(m_found.empty() ? tr("No line of the files carries it.") : QString());
}

} // namespace skanse::ui
