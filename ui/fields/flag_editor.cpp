// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/fields/flag_editor.h"

#include "ui/text/language.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace skanse::ui {

FlagEditor::FlagEditor(const Question &question, QWidget *parent)
    : Editor(parent)
    , m_box(new QCheckBox(say(question.label), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    connect(m_box, &QCheckBox::toggled, this, [this](bool on) { emit edited({on, {}, true}); });
}

void FlagEditor::showAnswer(const AnswerValue &answer)
{
    const QSignalBlocker quiet(m_box);
    const bool *flag = std::get_if<bool>(&answer);
    m_box->setChecked(flag != nullptr && *flag);
}

QWidget *FlagEditor::focusTarget()
{
    return m_box;
}

} // namespace skanse::ui
