// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"
#include "ui/context.h"

#include <QString>
#include <QWidget>

#include <expected>

namespace skanse {
struct AnswerPlace;
}

namespace skanse::ui {

/// What a person typed or chose, before it is checked.
struct Entry {
    AnswerValue value;    ///< not set: the answer is taken back
    QString text;         ///< as typed; becomes the draft when it is refused
    bool readable = true; ///< false: not even of the right kind, such as letters for a number
};

/// The widget that edits one kind of answer. It knows nothing of sessions: it shows and it tells.
class Editor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void showAnswer(const AnswerValue &answer) = 0;
    /// Shows what holds while the answer is not given.
    virtual void showDerived(const AnswerValue &) {}
    /// Shows text that is not an answer yet.
    virtual void showDraft(const QString &) {}
    /// The widget that takes the keyboard; labels and accessible names are put on it.
    [[nodiscard]] virtual QWidget *focusTarget() = 0;
    /// Frames the editor as wrong.
    virtual void setWrong(bool wrong);

signals:
    void edited(const skanse::ui::Entry &entry);
};

/// The editor for a question. `place` is where its answer is, for suggestions.
Editor *makeEditor(const Context &context, const AnswerPlace &place, QWidget *parent);

/// As people read it in a field: "512Mi", "one, two", the label of a choice.
QString displayText(const Question &question, const AnswerValue &value);

} // namespace skanse::ui
