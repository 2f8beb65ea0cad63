// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/control.h"
#include "ui/hardening/drill_results.h"

#include <QWidget>

class QLabel;
class QGridLayout;

namespace skanse::ui {

/// What is known about a control: what it does, what it stops, what is lost without it, how to try it,
/// where it shows, and what others say about it. Text to read.
class ControlFacts : public QWidget
{
    Q_OBJECT

public:
    explicit ControlFacts(QWidget *parent = nullptr);

    void show(const Control &control, const std::vector<DrillResult> &drill);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Fact {
        QLabel *caption = nullptr;
        QLabel *text = nullptr;
    };
    [[nodiscard]] Fact addFact(const QString &caption);
    static void set(const Fact &fact, const QString &text);
    void showTargets(const Control &control);
    void tint();

    Fact m_drill;
    Fact m_why;
    Fact m_threat;
    Fact m_residual;
    Fact m_attempt;
    QLabel *m_targetsCaption;
    QGridLayout *m_targets;
    Fact m_references;
    Fact m_rules;
};

} // namespace skanse::ui
