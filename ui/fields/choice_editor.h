// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/fields/editor.h"

#include <QList>

class QComboBox;

namespace skanse::ui {

/// One entry of a list to choose from.
struct Option {
    AnswerValue value; ///< not set: "as derived"
    QString label;
    QString group = {}; ///< a heading above the first of its group
};
using Options = QList<Option>;

Options choicesFor(const Question &question, const RecordType &type);
Options yesOrNo(const Question &question, const RecordType &type);
Options presetChoices();
Options controlChoices();

/// One of a list. An answer that may stay open has a first entry that shows what is derived.
class ChoiceEditor : public Editor
{
    Q_OBJECT

public:
    ChoiceEditor(const Options &options, QWidget *parent);

    void showAnswer(const AnswerValue &answer) override;
    void showDerived(const AnswerValue &derived) override;
    [[nodiscard]] QWidget *focusTarget() override;

private:
    Options m_options;
    QComboBox *m_box;
};

} // namespace skanse::ui
