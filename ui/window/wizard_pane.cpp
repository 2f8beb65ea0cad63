// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/window/wizard_pane.h"

#include "ui/checklist/checklist_page.h"
#include "ui/hardening/hardening_page.h"
#include "ui/pages/question_page.h"
#include "ui/pages/section.h"
#include "ui/pages/text_labels.h"
#include "ui/pictures/coverage_matrix.h"
#include "ui/pictures/flow_picture.h"
#include "ui/pictures/resource_picture.h"
#include "ui/review/review_page.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/start/start_page.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace skanse::ui {

WizardPane::WizardPane(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(titleLabel({}, this))
    , m_introduction(mutedLabel({}, this))
    , m_scroll(new QScrollArea(this))
    , m_back(new QPushButton(icon(QStringLiteral("left")), tr("&Back"), this))
    , m_next(new QPushButton(icon(QStringLiteral("right")), tr("Ne&xt"), this))
{
    setObjectName(QStringLiteral("wizard"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * kGrid, 4 * kGrid, 0, 3 * kGrid);
    m_title->setObjectName(QStringLiteral("stepTitle"));
    layout->addWidget(m_title);
    layout->addWidget(m_introduction);
    m_scroll->setObjectName(QStringLiteral("page"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    layout->addWidget(m_scroll, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 4 * kGrid, 0);
    buttons->addStretch(1);
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    m_next->setDefault(true);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    layout->addLayout(buttons);
    setMinimumWidth(104 * kGrid);
    connect(m_back, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { move(1); });
    connect(&context.navigator, &Navigator::stepChanged, this, &WizardPane::showStep);
    connect(&context.navigator, &Navigator::questionWanted, this, &WizardPane::reveal);
    // A field that gets the keyboard comes into view, message included.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now != nullptr && m_scroll->widget() != nullptr
            && m_scroll->widget()->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now, 0, 12 * kGrid);
    });
    showStep();
}

void WizardPane::setStartPage(StartPage *page)
{
    page->setContentsMargins(0, 2 * kGrid, 4 * kGrid, 2 * kGrid);
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false);
}

QWidget *WizardPane::questionPage(Step step)
{
    auto *page = new QuestionPage(m_context, step);
    if (step == Step::Peers)
        page->addPicture(new FlowPicture(m_context, page));
    if (step == Step::Resources)
        page->addPicture(new ResourcePicture(m_context, page));
    return page;
}

QWidget *WizardPane::makePage(Step step)
{
    switch (step) {
    case Step::Start:
        return nullptr; // given by the window
    case Step::Hardening: {
        auto *page = new HardeningPage(m_context);
        page->fieldsLayout()->addWidget(
            new Section(tr("More for one service"), tr("What is off until it is asked for."),
                        new QuestionPage(m_context, Step::Hardening), page));
        return page;
    }
    case Step::Checklist:
        return new ChecklistPage(m_context);
    case Step::Review: {
        auto *page = new ReviewPage(m_context);
        page->matrixLayout()->addWidget(headingLabel(tr("What each target can express"), page));
        page->matrixLayout()->addWidget(new CoverageMatrix(m_context, page));
        return page;
    }
    default:
        return questionPage(step);
    }
}

void WizardPane::showStep()
{
    const Step step = m_context.navigator.step();
    m_title->setText(titleOf(step));
    m_introduction->setText(introductionOf(step));
    m_back->setEnabled(step != kSteps.front());
    m_next->setEnabled(step != kSteps.back());
    const QWidget *focus = window()->focusWidget();
    bool hadKeyboard = false;
    if (QWidget *old = m_scroll->takeWidget()) {
        hadKeyboard = focus != nullptr && old->isAncestorOf(focus);
        old->hide();
        old->deleteLater(); // the change may come from inside it
    }
    if (QWidget *page = makePage(step)) {
        page->setContentsMargins(0, 2 * kGrid, 4 * kGrid, 2 * kGrid);
        m_scroll->setWidget(page);
        page->setAutoFillBackground(false);
    } else {
        emit startPageWanted();
    }
    // Otherwise it would go to the first button of the tool bar with the page.
    if (hadKeyboard)
        takeKeyboard();
}

void WizardPane::reveal(const AnswerPlace &place)
{
    QWidget *page = m_scroll->widget();
    if (page == nullptr)
        return;
    if (auto *checklist = qobject_cast<ChecklistPage *>(page)) {
        const void *record = place.question->id.starts_with("host.tick.")
                               ? place.record.in(m_context.session.answers())
                               : nullptr;
        if (record != nullptr)
            checklist->reveal(static_cast<const Tick *>(record)->item);
        return;
    }
    auto *questions = qobject_cast<QuestionPage *>(page);
    if (questions == nullptr)
        questions = page->findChild<QuestionPage *>();
    if (questions == nullptr)
        return;
    // Only an open section can give the keyboard away.
    if (auto *section = qobject_cast<Section *>(questions->parentWidget()))
        section->setOpen(true);
    questions->reveal(place);
}

void WizardPane::startWaiver(ControlId control, int service)
{
    m_context.navigator.goTo(Step::Hardening);
    if (auto *page = qobject_cast<HardeningPage *>(m_scroll->widget()))
        page->startWaiver(control, service);
}

void WizardPane::takeKeyboard()
{
    if (QWidget *page = m_scroll->widget())
        for (QWidget *widget : page->findChildren<QWidget *>())
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisibleTo(this)
                && widget->isEnabled()) {
                widget->setFocus(Qt::OtherFocusReason);
                return;
            }
}

void WizardPane::move(int delta)
{
    const int to = static_cast<int>(m_context.navigator.step()) + delta;
    if (to >= 0 && to < static_cast<int>(kSteps.size()))
        m_context.navigator.goTo(static_cast<Step>(to));
}

} // namespace skanse::ui
