// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pages/item_card.h"

#include "ui/fields/field.h"
#include "ui/pages/item_words.h"
#include "ui/pages/record_form.h"
#include "ui/session/session.h"
#include "ui/style/elided_label.h"
#include "ui/style/severity.h"
#include "ui/style/small_button.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace skanse::ui {

ItemCard::ItemCard(const Context &context, RecordPath record, const Question &list,
                   std::size_t index, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_record(std::move(record))
    , m_list(list)
    , m_index(index)
{
    setObjectName(QStringLiteral("card"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    build();
    describe();
}

void ItemCard::build()
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
    m_layout->setSpacing(2 * kGrid);
    auto *header = new QHBoxLayout;
    header->setSpacing(kGrid);
    m_title = new QToolButton(this);
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setCheckable(true);
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setFocusPolicy(Qt::StrongFocus);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    connect(m_title, &QToolButton::toggled, this, &ItemCard::setOpen);
    header->addWidget(m_title);
    m_summary = new ElidedLabel(this);
    m_summary->setTone(Tone::Muted);
    header->addWidget(m_summary, 1);
    m_sign = new QLabel(this);
    header->addWidget(m_sign);
    m_up = smallButton(QStringLiteral("up"), QStringLiteral("up"), tr("Move up"), this);
    m_down = smallButton(QStringLiteral("down"), QStringLiteral("down"), tr("Move down"), this);
    auto *copy = smallButton(QStringLiteral("duplicate"), QStringLiteral("duplicate"),
                             tr("Duplicate"), this);
    auto *remove =
        smallButton(QStringLiteral("remove"), QStringLiteral("remove"), tr("Remove"), this);
    for (QToolButton *button : {m_up, m_down, copy, remove})
        header->addWidget(button);
    m_layout->addLayout(header);

    Session &session = m_context.session;
    connect(m_up, &QToolButton::clicked, this,
            [this, &session] { session.moveItem(m_record, m_list, m_index, m_index - 1); });
    connect(m_down, &QToolButton::clicked, this,
            [this, &session] { session.moveItem(m_record, m_list, m_index, m_index + 1); });
    connect(copy, &QToolButton::clicked, this,
            [this, &session] { session.duplicateItem(m_record, m_list, m_index); });
    connect(remove, &QToolButton::clicked, this,
            [this, &session] { session.removeItem(m_record, m_list, m_index); });
}

void ItemCard::buildForm()
{
    if (m_form != nullptr)
        return;
    m_form = new RecordForm(m_context, m_record.item(m_list, m_index), m_list.page, this);
    m_form->setContentsMargins(kGrid, 0, kGrid, 2 * kGrid);
    m_layout->addWidget(m_form);
}

void ItemCard::describe()
{
    const Session &session = m_context.session;
    const void *record = m_record.in(session.answers());
    if (record == nullptr || m_index >= m_list.access.count(record))
        return;
    const QString title = itemTitle(m_list, record, m_index);
    m_title->setText(QString(title).replace(u'&', QStringLiteral("&&"))); // not a mnemonic
    m_title->setAccessibleName(QStringLiteral("%1: %2").arg(say(m_list.label), title));
    const void *shown = m_record.in(session.shown()->effective);
    const bool derived = shown != nullptr && m_index < m_list.access.count(shown);
    m_summary->setText(
        itemSummary(*m_list.items, m_list.access.at(derived ? shown : record, m_index)));
    m_up->setEnabled(m_index > 0);
    m_down->setEnabled(m_index + 1 < m_list.access.count(record));
    for (QToolButton *button : findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly))
        if (button != m_title)
            button->setAccessibleName(QStringLiteral("%1: %2").arg(button->toolTip(), title));

    std::optional<Severity> worst;
    for (const Finding &finding : session.findings().all())
        if (finding.place.record.isBelow(m_record, m_list)
            && finding.place.record.steps()[m_record.steps().size()].index == m_index)
            worst =
                std::min(worst.value_or(finding.diagnostic.severity), finding.diagnostic.severity);
    const bool sign = worst && *worst <= Severity::Warning;
    m_sign->setVisible(sign);
    if (sign) {
        m_sign->setPixmap(iconOf(*worst).pixmap(QSize(4 * kGrid, 4 * kGrid), devicePixelRatioF()));
        m_sign->setToolTip(tr("Needs attention"));
    }
}

void ItemCard::setOpen(bool open)
{
    m_title->setChecked(open);
    m_title->setIcon(icon(open ? QStringLiteral("down") : QStringLiteral("right")));
    if (open)
        buildForm();
    if (m_form != nullptr)
        m_form->setVisible(open);
}

void ItemCard::startTyping()
{
    setOpen(true);
    const auto fields = m_form->findChildren<Field *>();
    if (fields.isEmpty())
        return;
    fields.front()->takeKeyboard();
    if (auto *line = fields.front()->findChild<QLineEdit *>())
        line->selectAll();
}

void ItemCard::refresh()
{
    describe();
    if (m_form != nullptr)
        m_form->refresh();
}

bool ItemCard::reveal(const AnswerPlace &place)
{
    if (!place.record.isBelow(m_record, m_list)
        || place.record.steps()[m_record.steps().size()].index != m_index)
        return false;
    setOpen(true);
    return m_form->reveal(place);
}

} // namespace skanse::ui
