// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/window/step_list.h"

#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QHeaderView>

namespace skanse::ui {

namespace {

constexpr int kStepRole = Qt::UserRole;
constexpr int kServiceRole = Qt::UserRole + 1;
constexpr int kStateRole = Qt::UserRole + 2;

} // namespace

StepList::StepList(const Context &context, QWidget *parent)
    : QTreeWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("steps"));
    setAccessibleName(tr("Steps"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(4 * kGrid);
    setItemsExpandable(false);
    setFrameShape(QFrame::NoFrame);
    setIconSize({4 * kGrid, 4 * kGrid});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setMinimumWidth(28 * kGrid);
    QPalette plain = palette();
    plain.setColor(QPalette::Base, plain.color(QPalette::Window));
    setPalette(plain);
    for (const Step step : kSteps) {
        auto *item = new QTreeWidgetItem(this);
        item->setData(0, kStepRole, static_cast<int>(step));
        item->setData(0, kServiceRole, -1);
        item->setSizeHint(0, QSize(0, 8 * kGrid));
    }
    connect(this, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem *item) { go(item); });
    connect(&context.navigator, &Navigator::stepChanged, this, &StepList::refresh);
    connect(&context.navigator, &Navigator::serviceChanged, this, &StepList::follow);
    connect(&context.session, &Session::answersChanged, this, &StepList::refresh);
    connect(&context.session, &Session::resultChanged, this, &StepList::refresh);
    connect(&context.session, &Session::draftsChanged, this, &StepList::refresh);
    connect(&context.session, &Session::restarted, this, [this] {
        m_visited.clear();
        refresh();
    });
    refresh();
}

StepList::State StepList::stateOf(Step step, int service) const
{
    const Session &session = m_context.session;
    for (const auto &[key, draft] : session.drafts())
        if (stepOf(draft.place.question->page) == step
            && (service < 0 || draft.place.record.service() == service))
            return State::Attention;
    const auto worst = session.findings().worst(step, service);
    if (worst && *worst <= Severity::Warning)
        return State::Attention;
    if (step == Step::Review && session.findings().count(Severity::Error) > 0)
        return State::Attention;
    return m_visited.contains(static_cast<int>(step)) ? State::Done : State::Open;
}

void StepList::show(QTreeWidgetItem *item, const QString &text, State state)
{
    if (item->text(0) == text && item->data(0, kStateRole).toInt() == static_cast<int>(state) + 1)
        return; // asked after every keystroke
    item->setData(0, kStateRole, static_cast<int>(state) + 1);
    item->setText(0, text);
    QString word;
    switch (state) {
    case State::Done:
        item->setIcon(0, icon(QStringLiteral("done"), Tone::Good));
        word = tr("done");
        break;
    case State::Attention:
        item->setIcon(0, icon(QStringLiteral("attention"), Tone::Caution));
        word = tr("needs attention");
        break;
    case State::Open:
        item->setIcon(0, icon(QStringLiteral("todo"), Tone::Muted));
        word = tr("open");
        break;
    }
    const QString spoken = tr("%1, %2", "step and its state").arg(text, word);
    item->setData(0, Qt::AccessibleTextRole, spoken);
    item->setToolTip(0, spoken);
}

void StepList::refresh()
{
    m_visited.insert(static_cast<int>(m_context.navigator.step()));
    for (const Step step : kSteps)
        show(topLevelItem(static_cast<int>(step)), titleOf(step), stateOf(step, -1));
    refreshServices();
    follow();
}

void StepList::refreshServices()
{
    QTreeWidgetItem *parent = topLevelItem(static_cast<int>(Step::Services));
    const auto &services = m_context.session.answers().services;
    const auto count = static_cast<int>(services.size());
    m_following = true;
    while (parent->childCount() > count)
        delete parent->takeChild(parent->childCount() - 1);
    while (parent->childCount() < count) {
        auto *item = new QTreeWidgetItem(parent);
        item->setData(0, kStepRole, static_cast<int>(Step::Services));
        item->setData(0, kServiceRole, parent->childCount() - 1);
        item->setSizeHint(0, QSize(0, 6 * kGrid));
    }
    for (int i = 0; i < count; ++i) {
        State worst = State::Open;
        for (const Step step : kSteps)
            if (isPerService(step))
                worst = std::max(worst, stateOf(step, i));
        show(parent->child(i), toQString(services[static_cast<std::size_t>(i)].name), worst);
    }
    parent->setExpanded(true);
    m_following = false;
}

void StepList::follow()
{
    const Navigator &navigator = m_context.navigator;
    QTreeWidgetItem *item = topLevelItem(static_cast<int>(navigator.step()));
    if (navigator.step() == Step::Services)
        if (QTreeWidgetItem *service = item->child(static_cast<int>(navigator.service())))
            item = service;
    if (item == currentItem())
        return;
    m_following = true;
    setCurrentItem(item);
    m_following = false;
}

void StepList::go(QTreeWidgetItem *item)
{
    if (item == nullptr || m_following)
        return;
    if (const int service = item->data(0, kServiceRole).toInt(); service >= 0)
        m_context.navigator.selectService(static_cast<std::size_t>(service));
    m_context.navigator.goTo(static_cast<Step>(item->data(0, kStepRole).toInt()));
}

} // namespace skanse::ui
