// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/fields/editor.h"

#include <QList>

class QCheckBox;

namespace skanse::ui {

/// Several of a few, as boxes.
class ChoicesEditor : public Editor
{
    Q_OBJECT

public:
    ChoicesEditor(const Question &question, QWidget *parent);

    void showAnswer(const AnswerValue &answer) override;
    void showDraft(const QString &text) override;
    [[nodiscard]] QWidget *focusTarget() override;

private:
    void tell();

    const Question &m_question;
    QList<QCheckBox *> m_boxes; ///< one for each choice, in order
};

} // namespace skanse::ui
