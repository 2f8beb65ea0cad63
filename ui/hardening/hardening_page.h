// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "core/policy/plan.h"
#include "core/schema/record_path.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace skanse::ui {

class ControlDetails;
class ControlList;
class WaiverPanel;

/// Every control with what became of it and why; switching one off with a reason, and what was seen of it.
class HardeningPage : public QWidget
{
    Q_OBJECT

public:
    explicit HardeningPage(const Context &context, QWidget *parent = nullptr);

    /// At the top: the window puts the fields of the page's other questions here.
    [[nodiscard]] QVBoxLayout *fieldsLayout() { return m_fields; }

public slots:
    /// Shows the control and opens the panel that switches it off. With a service that cannot have it
    /// switched off, a line says why.
    void startWaiver(skanse::ControlId control, int service);
    /// Adds a results file to the evidence of the profile; what is wrong with it stands beside the button.
    void addEvidence(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeEvidenceRow();
    void showEvidence(const Plan &plan);
    /// A page that nobody sees only notes that there is something new.
    void takeResult();
    void refresh();
    void showCurrent();
    void follow(const AnswerPlace &place);
    void say(const QString &note);

    Context m_context;
    QVBoxLayout *m_fields;
    ControlList *m_list;
    ControlDetails *m_details;
    QLabel *m_note; ///< why a wish was not followed
    WaiverPanel *m_panel;
    QLabel *m_evidence = nullptr; ///< what was loaded
    QLabel *m_refusal = nullptr;  ///< why the last file was not
    bool m_stale = true;          ///< shows an older result
};

} // namespace skanse::ui
