// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pages/item_list.h"

#include "ui/pages/item_card.h"
#include "ui/pages/item_words.h"
#include "ui/pages/text_labels.h"
#include "ui/session/session.h"
#include "ui/session/unique_name.h"
#include "ui/style/elided_label.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace skanse::ui {

namespace {

constexpr std::size_t kOpenAtOnce = 3; ///< longer lists start closed

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        // A button in there may be what is being handled just now.
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

ItemList::ItemList(const Context &context, RecordPath record, const Question &list, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_record(std::move(record))
    , m_list(list)
{
    setObjectName(toQString(list.id));
    build();
    fill();
    fillDerived();
    if (m_cards.size() <= static_cast<qsizetype>(kOpenAtOnce))
        for (ItemCard *card : m_cards)
            card->setOpen(true);
}

void ItemList::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, kGrid);
    layout->setSpacing(2 * kGrid);
    auto *header = new QHBoxLayout;
    header->addWidget(headingLabel(say(m_list.label), this), 1);
    auto *add = new QPushButton(icon(QStringLiteral("add")), tr("Add"), this);
    add->setObjectName(QStringLiteral("add"));
    add->setAccessibleName(tr("Add: %1").arg(say(m_list.label)));
    connect(add, &QPushButton::clicked, this, &ItemList::addOne);
    header->addWidget(add);
    layout->addLayout(header);
    layout->addWidget(mutedLabel(say(m_list.help), this));
    m_empty = mutedLabel(tr("None yet."), this);
    layout->addWidget(m_empty);
    m_cardLayout = new QVBoxLayout;
    m_cardLayout->setSpacing(2 * kGrid);
    layout->addLayout(m_cardLayout);
    m_derived = new QWidget(this);
    m_derivedLayout = new QVBoxLayout(m_derived);
    m_derivedLayout->setContentsMargins(0, 0, 0, 0);
    m_derivedLayout->setSpacing(kGrid);
    layout->addWidget(m_derived);
}

std::size_t ItemList::count() const
{
    const void *record = m_record.in(m_context.session.answers());
    return record == nullptr ? 0 : m_list.access.count(record);
}

ItemCard *ItemList::addCard(std::size_t index)
{
    auto *card = new ItemCard(m_context, m_record, m_list, index, this);
    m_cardLayout->addWidget(card);
    card->show(); // at once: it may get the keyboard
    m_cards.append(card);
    card->setOpen(false);
    return card;
}

void ItemList::fill()
{
    for (std::size_t i = static_cast<std::size_t>(m_cards.size()); i < count(); ++i)
        addCard(i);
    while (static_cast<std::size_t>(m_cards.size()) > count()) {
        ItemCard *card = m_cards.takeLast();
        m_cardLayout->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    m_empty->setVisible(m_cards.isEmpty());
}

void ItemList::fillDerived()
{
    const Session &session = m_context.session;
    const void *effective = m_record.in(session.shown()->effective);
    // While a new result is on its way, the old one may have other items.
    if (effective == nullptr || (session.isPending() && !m_derivedShown.isEmpty()))
        return;
    QStringList rows;
    QList<std::size_t> indices;
    for (std::size_t i = count(); i < m_list.access.count(effective); ++i) {
        rows.append(itemTitle(m_list, effective, i) + QLatin1Char('\n')
                    + itemSummary(*m_list.items, m_list.access.at(effective, i)));
        indices.append(i);
    }
    if (rows == m_derivedShown)
        return;
    m_derivedShown = rows;
    clear(m_derivedLayout);
    m_derived->setVisible(!rows.isEmpty());
    m_empty->setVisible(m_cards.isEmpty() && rows.isEmpty());
    if (!rows.isEmpty())
        m_derivedLayout->addWidget(mutedLabel(tr("From the preset:"), m_derived));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString title = rows[i].section(QLatin1Char('\n'), 0, 0);
        auto *row = new QWidget(m_derived);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
        auto *name = new ElidedLabel(row);
        name->setText(title);
        layout->addWidget(name);
        auto *summary = new ElidedLabel(row);
        summary->setTone(Tone::Muted);
        summary->setText(rows[i].section(QLatin1Char('\n'), 1));
        layout->addWidget(summary, 1);
        auto *change = new QPushButton(tr("Change"), row);
        change->setAccessibleName(tr("Change: %1").arg(title));
        const std::size_t index = indices[i];
        connect(change, &QPushButton::clicked, this, [this, index] { adopt(index); });
        layout->addWidget(change);
        m_derivedLayout->addWidget(row);
    }
}

void ItemList::addOne()
{
    const void *record = m_record.in(m_context.session.answers());
    const RecordType &type = *m_list.items;
    const Question *identity = type.identity.empty() ? nullptr : type.find(type.identity);
    std::vector<std::string> taken;
    if (identity != nullptr) {
        // A name that the preset uses would change the preset's item instead of adding one.
        const void *effective = m_record.in(m_context.session.shown()->effective);
        for (const void *in : {record, effective})
            for (std::size_t i = 0; in != nullptr && i < m_list.access.count(in); ++i)
                taken.push_back(toString(identity->access.get(m_list.access.at(in, i))));
    }
    const std::size_t index = m_context.session.addItem(m_record, m_list, [&](void *item) {
        if (identity != nullptr)
            (void)identity->access.set(item, uniqueName(firstIdentity(m_list), taken, *identity));
    });
    openOnly(index);
    if (index < static_cast<std::size_t>(m_cards.size()))
        m_cards[static_cast<qsizetype>(index)]->startTyping();
}

void ItemList::adopt(std::size_t effectiveIndex)
{
    const void *effective = m_record.in(m_context.session.shown()->effective);
    if (effective == nullptr || effectiveIndex >= m_list.access.count(effective))
        return;
    const void *from = m_list.access.at(effective, effectiveIndex);
    const RecordType &type = *m_list.items;
    const std::size_t index = m_context.session.addItem(m_record, m_list, [&](void *item) {
        // What may stay open stays derived; the rest would fall back to the default of the question.
        for (const Question &question : type.questions)
            if (question.access.get != nullptr
                && (question.key == type.identity || isSet(defaultOf(type, question))
                    || question.required))
                (void)question.access.set(item, question.access.get(from));
    });
    openOnly(index);
    if (index < static_cast<std::size_t>(m_cards.size()))
        m_cards[static_cast<qsizetype>(index)]->startTyping();
}

void ItemList::openOnly(std::size_t index)
{
    if (m_cards.size() > static_cast<qsizetype>(kOpenAtOnce))
        for (qsizetype i = 0; i < m_cards.size(); ++i)
            if (i != static_cast<qsizetype>(index))
                m_cards[i]->setOpen(false);
}

void ItemList::refresh()
{
    fill();
    for (ItemCard *card : m_cards)
        card->refresh();
    fillDerived();
}

bool ItemList::reveal(const AnswerPlace &place)
{
    if (place.question == &m_list && place.record == m_record) {
        if (auto *add = findChild<QPushButton *>(QStringLiteral("add")))
            add->setFocus(Qt::OtherFocusReason);
        return true;
    }
    for (ItemCard *card : m_cards)
        if (card->reveal(place))
            return true;
    return false;
}

} // namespace skanse::ui
