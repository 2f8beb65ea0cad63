// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/fields/editor.h"

class QCheckBox;

namespace skanse::ui {

/// Yes or no, as a box with the question's label.
class FlagEditor : public Editor
{
    Q_OBJECT

public:
    FlagEditor(const Question &question, QWidget *parent);

    void showAnswer(const AnswerValue &answer) override;
    [[nodiscard]] QWidget *focusTarget() override;

private:
    QCheckBox *m_box;
};

} // namespace skanse::ui
