// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pages/question_page.h"

#include "ui/pages/record_form.h"
#include "ui/pages/service_bar.h"
#include "ui/pages/text_labels.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace skanse::ui {

QuestionPage::QuestionPage(const Context &context, Step step, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_step(step)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4 * kGrid);
    if (isAboutService()) {
        m_services = new ServiceBar(context, step, this);
        m_layout->addWidget(m_services);
        m_empty = mutedLabel(tr("There is no service yet: add the first one here."), this);
        m_layout->addWidget(m_empty);
        connect(&context.navigator, &Navigator::serviceChanged, this, [this] {
            m_services->refresh();
            rebuild();
        });
    }
    m_pictures = new QVBoxLayout;
    m_layout->addLayout(m_pictures);
    m_layout->addStretch(1);
    rebuild();
    connect(&context.session, &Session::answersChanged, this, &QuestionPage::refresh);
    connect(&context.session, &Session::resultChanged, this, &QuestionPage::refresh);
    connect(&context.session, &Session::restarted, this, &QuestionPage::rebuild);
}

/// The waivers of the hardening step are shown by a page of their own; what is left is about one service.
bool QuestionPage::isAboutService() const
{
    return isPerService(m_step) || m_step == Step::Hardening;
}

RecordPath QuestionPage::record() const
{
    if (isAboutService())
        return servicePath(m_context.navigator.service());
    return m_step == Step::Host ? hostPath() : workloadPath();
}

void QuestionPage::rebuild()
{
    if (m_form != nullptr) {
        m_form->hide();
        m_form->deleteLater(); // the change may come from inside it
        m_form = nullptr;
    }
    const RecordPath path = record();
    const bool there = path.in(m_context.session.answers()) != nullptr;
    if (m_empty != nullptr)
        m_empty->setVisible(m_context.session.answers().services.empty());
    if (!there)
        return;
    m_form = new RecordForm(m_context, path, pageOf(m_step), this,
                            m_step == Step::Hardening ? RecordForm::Lists::LeftOut
                                                      : RecordForm::Lists::Shown);
    m_layout->insertWidget(m_layout->count() - 1, m_form);
}

void QuestionPage::refresh()
{
    if (m_services != nullptr) {
        m_services->refresh();
        const std::size_t count = m_context.session.answers().services.size();
        if (m_context.navigator.service() >= count && count > 0) {
            m_context.navigator.selectService(count - 1); // rebuilds
            return;
        }
        m_empty->setVisible(count == 0);
    }
    if ((m_form == nullptr) != (record().in(m_context.session.answers()) == nullptr))
        rebuild();
    else if (m_form != nullptr)
        m_form->refresh();
}

bool QuestionPage::reveal(const AnswerPlace &place)
{
    return m_form != nullptr && m_form->reveal(place);
}

void QuestionPage::addPicture(QWidget *picture)
{
    m_pictures->addWidget(picture);
}

} // namespace skanse::ui
