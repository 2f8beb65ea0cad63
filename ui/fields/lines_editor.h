// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/fields/editor.h"

class QPlainTextEdit;

namespace skanse::ui {

/// A list of words, one on each line. Countries and networks may also be separated by commas or spaces.
class LinesEditor : public Editor
{
    Q_OBJECT

public:
    LinesEditor(const Context &context, const AnswerPlace &place, QWidget *parent);

    void showAnswer(const AnswerValue &answer) override;
    void showDerived(const AnswerValue &derived) override;
    void showDraft(const QString &text) override;
    [[nodiscard]] QWidget *focusTarget() override;

private:
    [[nodiscard]] std::vector<std::string> words() const;
    void replace(const QString &text);

    const Question &m_question;
    QPlainTextEdit *m_text;
    bool m_replacing = false;
};

} // namespace skanse::ui
