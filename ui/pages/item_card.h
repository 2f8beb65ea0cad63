// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/record_path.h"
#include "ui/context.h"

#include <QFrame>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace skanse::ui {

class ElidedLabel;
class RecordForm;

/// One item of a list: a line that says what it is, buttons, and below it its fields when it is open.
class ItemCard : public QFrame
{
    Q_OBJECT

public:
    ItemCard(const Context &context, RecordPath record, const Question &list, std::size_t index,
             QWidget *parent = nullptr);

    void refresh();
    bool reveal(const AnswerPlace &place);
    void setOpen(bool open);
    /// Puts the keyboard into the first field.
    void startTyping();

private:
    void build();
    void buildForm();
    void describe();

    Context m_context;
    RecordPath m_record;
    const Question &m_list;
    std::size_t m_index;
    QToolButton *m_title = nullptr;
    ElidedLabel *m_summary = nullptr;
    QLabel *m_sign = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    QVBoxLayout *m_layout = nullptr;
    RecordForm *m_form = nullptr; ///< made when the card is first opened
};

} // namespace skanse::ui
