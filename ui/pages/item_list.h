// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/record_path.h"
#include "ui/context.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace skanse::ui {

class ItemCard;

/// A list of records as cards: add, duplicate, remove, reorder. Below them, what the preset adds by
/// itself, each with a button that lets people change it.
class ItemList : public QWidget
{
    Q_OBJECT

public:
    ItemList(const Context &context, RecordPath record, const Question &list,
             QWidget *parent = nullptr);

    void refresh();
    /// Opens the card of the place; false when it is not below this list.
    bool reveal(const AnswerPlace &place);

private:
    void build();
    void fill();
    void fillDerived();
    void addOne();
    /// Makes an item of the answers from one that the preset brought.
    void adopt(std::size_t effectiveIndex);
    [[nodiscard]] std::size_t count() const;
    ItemCard *addCard(std::size_t index);
    void openOnly(std::size_t index);

    Context m_context;
    RecordPath m_record;
    const Question &m_list;
    QList<ItemCard *> m_cards;
    QVBoxLayout *m_cardLayout = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_derived = nullptr;
    QVBoxLayout *m_derivedLayout = nullptr;
    QStringList
        m_derivedShown; ///< what m_derived holds, so that it is made anew only when it differs
};

} // namespace skanse::ui
