// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/fields/editor.h"

class QLineEdit;

namespace skanse::ui {

/// One line: text, numbers and quantities. What is derived stands in it while it is empty.
class LineEditor : public Editor
{
    Q_OBJECT

public:
    LineEditor(const Context &context, const AnswerPlace &place, QWidget *parent);

    void showAnswer(const AnswerValue &answer) override;
    void showDerived(const AnswerValue &derived) override;
    void showDraft(const QString &text) override;
    [[nodiscard]] QWidget *focusTarget() override;

private:
    void suggest(const Context &context, const AnswerPlace &place);
    void tell(const QString &text);

    const Question &m_question;
    QLineEdit *m_line;
};

} // namespace skanse::ui
