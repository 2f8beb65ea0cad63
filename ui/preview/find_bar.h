// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace skanse::ui {

class CodeView;

/// A line above the code to look for a text in it.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /// Searches go to this view.
    void setView(CodeView *view);
    /// Shows itself and takes the keyboard; starts with what is selected in the view.
    void open();
    void close();
    void next();
    void previous();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showCount();

    QPointer<CodeView> m_view;
    QLineEdit *m_field;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace skanse::ui
