// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/find_bar.h"

#include "ui/preview/code_view.h"
#include "ui/preview/text_search.h"
#include "ui/style/small_button.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace skanse::ui {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_previous(smallButton(QStringLiteral("findPrevious"), QStringLiteral("up"),
                             tr("Previous match"), this, Qt::SHIFT | Qt::Key_F3))
    , m_next(smallButton(QStringLiteral("findNext"), QStringLiteral("down"), tr("Next match"), this,
                         Qt::Key_F3))
{
    setObjectName(QStringLiteral("findBar"));
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setAccessibleName(tr("Find in this file"));
    m_field->setPlaceholderText(tr("Find in this file"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(20 * kGrid);
    m_count->setObjectName(QStringLiteral("findCount"));
    auto *closing = smallButton(QStringLiteral("findClose"), QStringLiteral("close"),
                                tr("Close the search"), this, Qt::Key_Escape);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(closing);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_view)
            return;
        m_view->search().setWanted(text);
        m_view->search().next(true);
    });
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previous);
    connect(m_next, &QToolButton::clicked, this, &FindBar::next);
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::setView(CodeView *view)
{
    if (view == m_view)
        return;
    if (m_view) {
        m_view->search().setWanted({});
        m_view->search().disconnect(this);
    }
    m_view = view;
    if (!view)
        return;
    connect(&view->search(), &TextSearch::changed, this, &FindBar::showCount);
    if (isVisible())
        view->search().setWanted(m_field->text());
    showCount();
}

void FindBar::open()
{
    show();
    if (m_view) {
        const QString selected = m_view->textCursor().selectedText();
        if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
            m_field->setText(selected);
        m_view->search().setWanted(m_field->text());
    }
    showCount();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::close()
{
    hide();
    if (!m_view)
        return;
    m_view->search().setWanted({});
    m_view->setFocus(Qt::OtherFocusReason);
}

void FindBar::next()
{
    if (!isVisible())
        open();
    else if (m_view)
        m_view->search().next();
}

void FindBar::previous()
{
    if (!isVisible())
        open();
    else if (m_view)
        m_view->search().previous();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->modifiers().testFlag(Qt::ShiftModifier) ? previous() : next();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::showCount()
{
    const TextSearch &search = m_view->search();
    const int count = search.count();
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (count == 0)
        m_count->setText(tr("Not found"));
    else if (search.current() == 0)
        m_count->setText(count == 1 ? tr("1 match") : tr("%1 matches").arg(count));
    else
        m_count->setText(tr("%1 of %2").arg(search.current()).arg(count));
}

} // namespace skanse::ui
