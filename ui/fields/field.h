// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/schema/record_path.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace skanse::ui {

class Editor;
struct Entry;

/// One question: label, editor, and one line below it with the help, or with what is wrong. Its object name
/// is the question's id.
class Field : public QWidget
{
    Q_OBJECT

public:
    Field(const Context &context, AnswerPlace place, QWidget *parent = nullptr);

    [[nodiscard]] const AnswerPlace &place() const { return m_place; }
    /// Shows the session's state, unless it is what was typed here last.
    void refresh();
    void takeKeyboard();
    /// Needs the whole width of a form.
    [[nodiscard]] bool isWide() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void take(const Entry &entry);
    void keyboardLeft();
    void showMessage();
    void showReset();
    void explain();

    Context m_context;
    AnswerPlace m_place;
    AnswerValue m_known; ///< the answer that the editor shows, in whatever spelling
    QLabel *m_label = nullptr;
    QToolButton *m_reset = nullptr;
    Editor *m_editor = nullptr;
    QLabel *m_sign = nullptr;
    QLabel *m_message = nullptr;
    int m_messageTone = -1; ///< the Tone it has; -1: none yet
};

} // namespace skanse::ui
