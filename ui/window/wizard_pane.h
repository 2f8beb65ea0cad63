// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "ui/context.h"
#include "ui/session/step.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace skanse {
struct AnswerPlace;
}

namespace skanse::ui {

class StartPage;

/// The middle of the window: the page of the step, with Back and Next. One page exists at a time.
class WizardPane : public QWidget
{
    Q_OBJECT

public:
    explicit WizardPane(const Context &context, QWidget *parent = nullptr);

    /// Takes over what the first step shows.
    void setStartPage(StartPage *page);
    /// Shows the control on the hardening page with the panel that switches it off.
    void startWaiver(ControlId control, int service);
    /// Puts the keyboard into the page.
    void takeKeyboard();

signals:
    /// The first step is about to be shown: somebody should give it a page.
    void startPageWanted();

private:
    void showStep();
    QWidget *makePage(Step step);
    QWidget *questionPage(Step step);
    void reveal(const AnswerPlace &place);
    void move(int delta);

    Context m_context;
    QLabel *m_title;
    QLabel *m_introduction;
    QScrollArea *m_scroll;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace skanse::ui
