// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/fields/lines_editor.h"

#include "core/schema/record_path.h"
#include "ui/fields/quiet_widgets.h"
#include "ui/text/language.h"

#include <QRegularExpression>
#include <QVBoxLayout>

namespace skanse::ui {

LinesEditor::LinesEditor(const Context &, const AnswerPlace &place, QWidget *parent)
    : Editor(parent)
    , m_question(*place.question)
    , m_text(new QuietTextEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_replacing)
            return;
        const auto typed = words();
        emit edited(
            {typed.empty() ? AnswerValue{} : AnswerValue{typed}, m_text->toPlainText(), true});
    });
}

std::vector<std::string> LinesEditor::words() const
{
    static const QRegularExpression kLines(QStringLiteral("\\n"));
    static const QRegularExpression kSeparators(QStringLiteral("[\\s,;]+"));
    const bool codes = m_question.kind == Kind::Countries || m_question.kind == Kind::Networks;
    std::vector<std::string> words;
    for (const QString &part : m_text->toPlainText().split(codes ? kSeparators : kLines))
        if (const QString word = m_question.kind == Kind::Words ? part : part.trimmed();
            !word.isEmpty())
            words.push_back(toUtf8(word));
    return words;
}

void LinesEditor::replace(const QString &text)
{
    if (m_text->toPlainText() == text)
        return;
    m_replacing = true;
    m_text->setPlainText(text);
    m_replacing = false;
}

void LinesEditor::showAnswer(const AnswerValue &answer)
{
    QStringList lines;
    if (const auto *list = std::get_if<std::vector<std::string>>(&answer))
        for (const std::string &word : *list)
            lines.append(toQString(word));
    replace(lines.join(QLatin1Char('\n')));
}

void LinesEditor::showDerived(const AnswerValue &derived)
{
    m_text->setPlaceholderText(isSet(derived) ? displayText(m_question, derived)
                                              : tr("One on each line"));
}

void LinesEditor::showDraft(const QString &text)
{
    replace(text);
}

QWidget *LinesEditor::focusTarget()
{
    return m_text;
}

} // namespace skanse::ui
