// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/preview/line_explanation.h"

#include <QScrollArea>

class QVBoxLayout;

namespace skanse::ui {

/// Below the code: why the selected line is there.
class ExplanationPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit ExplanationPanel(QWidget *parent = nullptr);

    /// Nothing happens when it is shown already.
    void show(const LineExplanation &explanation);
    using QScrollArea::show;
    /// No line is selected.
    void showNothing();
    void setTextScale(double scale);

signals:
    void questionWanted(const skanse::AnswerPlace &place);
    void waiverWanted(skanse::ControlId control, int service);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addHeading();
    void addControl(const ExplainedControl &control);
    void addAnswers();
    void addText(const QString &html, const QString &name = {});
    void addEmpty();

    LineExplanation m_shown; ///< line 0: none
    QWidget *m_content = nullptr;
    QVBoxLayout *m_layout = nullptr;
};

} // namespace skanse::ui
