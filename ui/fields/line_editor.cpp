// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/fields/line_editor.h"

#include "core/schema/record_path.h"
#include "ui/fields/quiet_widgets.h"
#include "ui/fields/suggestions.h"
#include "ui/text/language.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace skanse::ui {

LineEditor::LineEditor(const Context &context, const AnswerPlace &place, QWidget *parent)
    : Editor(parent)
    , m_question(*place.question)
    , m_line(new QuietLineEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &LineEditor::tell);
    suggest(context, place);
}

void LineEditor::suggest(const Context &context, const AnswerPlace &place)
{
    const auto suggestions = suggestionsFor(context, place);
    if (suggestions.isEmpty())
        return;
    auto *model = new QStandardItemModel(this);
    for (const Suggestion &suggestion : suggestions) {
        auto *item = new QStandardItem(suggestion.label);
        item->setData(suggestion.value, Qt::UserRole);
        model->appendRow(item);
    }
    auto *completer = new QCompleter(model, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    // The line gets the value, the list shows the label.
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                const QString value = index.data(Qt::UserRole).toString();
                QMetaObject::invokeMethod(
                    this,
                    [this, value] {
                        m_line->setText(value);
                        tell(value);
                    },
                    Qt::QueuedConnection);
            });
}

void LineEditor::tell(const QString &typed)
{
    const QString text = m_question.kind == Kind::Line ? typed : typed.trimmed();
    if (text.isEmpty()) {
        emit edited({AnswerValue{}, typed, true});
        return;
    }
    if (m_question.kind == Kind::Integer) {
        bool fine = false;
        const qlonglong number = text.toLongLong(&fine);
        emit edited({fine ? AnswerValue(std::int64_t{number}) : AnswerValue{}, typed, fine});
        return;
    }
    emit edited({toUtf8(text), typed, true});
}

void LineEditor::showAnswer(const AnswerValue &answer)
{
    showDraft(toQString(toString(answer)));
}

void LineEditor::showDerived(const AnswerValue &derived)
{
    m_line->setPlaceholderText(displayText(m_question, derived));
}

void LineEditor::showDraft(const QString &text)
{
    if (m_line->text() != text)
        m_line->setText(text);
}

QWidget *LineEditor::focusTarget()
{
    return m_line;
}

} // namespace skanse::ui
