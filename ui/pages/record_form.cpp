// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pages/record_form.h"

#include "ui/fields/field.h"
#include "ui/pages/item_list.h"
#include "ui/pages/section.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QGridLayout>
#include <QResizeEvent>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kTwoColumns = 520; ///< narrower forms have one column

/// Whether anything below the question belongs on the page.
bool belongs(const Question &question, Page page)
{
    if (question.kind == Kind::Group) {
        for (const Question &inner : question.items->questions)
            if (belongs(inner, page))
                return true;
        return false;
    }
    return question.page == page;
}

} // namespace

RecordForm::RecordForm(const Context &context, RecordPath record, Page page, QWidget *parent,
                       Lists lists)
    : QWidget(parent)
    , m_context(context)
    , m_record(std::move(record))
    , m_page(page)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4 * kGrid);
    m_grid->setVerticalSpacing(3 * kGrid);
    for (const Question &question : m_record.type().questions)
        if (belongs(question, page) && (lists == Lists::Shown || question.kind != Kind::Items))
            add(question);
    showAsked();
}

void RecordForm::add(const Question &question)
{
    if (question.kind == Kind::Group) {
        addGroup(question);
        return;
    }
    Part part;
    part.question = &question;
    if (question.kind == Kind::Items) {
        part.list = new ItemList(m_context, m_record, question, this);
        part.widget = part.list;
    } else {
        part.field = new Field(m_context, {m_record, &question}, this);
        part.widget = part.field;
    }
    m_parts.append(part);
}

void RecordForm::addGroup(const Question &question)
{
    Part part;
    part.question = &question;
    part.form = new RecordForm(m_context, m_record.group(question), m_page);
    // A page that is about the group needs no heading for it.
    const bool alone = question.page == m_page && m_parts.isEmpty();
    part.widget = alone ? static_cast<QWidget *>(part.form)
                        : new Section(say(question.label), say(question.help), part.form, this);
    part.widget->setParent(this);
    m_parts.append(part);
}

void RecordForm::showAsked()
{
    const void *record = m_record.in(m_context.session.answers());
    if (record == nullptr)
        return;
    std::vector<bool> asked;
    for (const Part &part : m_parts)
        asked.push_back(holds(part.question->when, m_record.type(), record));
    if (asked == m_asked)
        return;
    m_asked = std::move(asked);
    arrange();
}

/// Fields side by side where there is room; what is hidden leaves no gap.
void RecordForm::arrange()
{
    const int columns = width() >= kTwoColumns ? 2 : 1;
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    int row = 0;
    int column = 0;
    QWidget *before = nullptr;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        part.widget->setVisible(m_asked[static_cast<std::size_t>(i)]);
        if (!m_asked[static_cast<std::size_t>(i)])
            continue;
        const bool wide = columns == 1 || part.field == nullptr || part.field->isWide();
        if (wide && column > 0) {
            ++row;
            column = 0;
        }
        m_grid->addWidget(part.widget, row, column, 1, wide ? columns : 1, Qt::AlignTop);
        column += wide ? columns : 1;
        if (column >= columns) {
            ++row;
            column = 0;
        }
        if (before != nullptr)
            setTabOrder(before, part.widget);
        before = part.widget;
    }
    for (int i = 0; i < 2; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    m_columns = columns;
}

void RecordForm::refresh()
{
    if (m_record.in(m_context.session.answers()) == nullptr)
        return; // about to be taken away
    showAsked();
    for (const Part &part : m_parts) {
        if (part.field != nullptr)
            part.field->refresh();
        else if (part.form != nullptr)
            part.form->refresh();
        else
            part.list->refresh();
    }
}

bool RecordForm::reveal(const AnswerPlace &place)
{
    for (const Part &part : m_parts) {
        if (part.field != nullptr && part.field->place() == place) {
            part.field->takeKeyboard();
            return true;
        }
        if (part.form != nullptr && part.form->reveal(place)) {
            if (auto *section = qobject_cast<Section *>(part.widget))
                section->setOpen(true);
            part.form->reveal(place); // a closed section cannot give the keyboard away
            return true;
        }
        if (part.list != nullptr && part.list->reveal(place))
            return true;
    }
    return false;
}

QSize RecordForm::minimumSizeHint() const
{
    int width = 0;
    for (const Part &part : m_parts)
        if (!part.widget->isHidden())
            width = std::max(width, part.widget->minimumSizeHint().width());
    const QMargins margins = m_grid->contentsMargins();
    return {width + margins.left() + margins.right(), m_grid->minimumSize().height()};
}

void RecordForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if ((event->size().width() >= kTwoColumns ? 2 : 1) != m_columns)
        arrange();
}

} // namespace skanse::ui
