// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/fields/choices_editor.h"

#include "ui/text/language.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kRoom = 320; ///< in the smallest window

} // namespace

ChoicesEditor::ChoicesEditor(const Question &question, QWidget *parent)
    : Editor(parent)
    , m_question(question)
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    int widest = 0;
    for (const Choice &choice : question.choices) {
        auto *box = new QCheckBox(say(choice.label), this);
        box->setAccessibleName(say(question.label) + QStringLiteral(": ") + say(choice.label));
        connect(box, &QCheckBox::toggled, this, &ChoicesEditor::tell);
        m_boxes.append(box);
        widest = std::max(widest, box->sizeHint().width());
    }
    const qsizetype columns = 2 * widest < kRoom ? 2 : 1;
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        layout->addWidget(m_boxes[i], static_cast<int>(i / columns), static_cast<int>(i % columns));
}

void ChoicesEditor::tell()
{
    std::vector<std::string> words;
    QStringList text;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (!m_boxes[i]->isChecked())
            continue;
        words.emplace_back(m_question.choices[static_cast<std::size_t>(i)].word);
        text.append(toQString(words.back()));
    }
    emit edited({words, text.join(QLatin1Char(' ')), true});
}

void ChoicesEditor::showAnswer(const AnswerValue &answer)
{
    const auto *words = std::get_if<std::vector<std::string>>(&answer);
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const QSignalBlocker quiet(m_boxes[i]);
        const auto &word = m_question.choices[static_cast<std::size_t>(i)].word;
        m_boxes[i]->setChecked(words != nullptr && std::ranges::find(*words, word) != words->end());
    }
}

void ChoicesEditor::showDraft(const QString &text)
{
    std::vector<std::string> words;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.push_back(toUtf8(word));
    showAnswer(words);
}

QWidget *ChoicesEditor::focusTarget()
{
    return m_boxes.isEmpty() ? static_cast<QWidget *>(this) : m_boxes.front();
}

} // namespace skanse::ui
