// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "core/schema/record_path.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace skanse::ui {

class ControlDetails;
class ControlList;
class WaiverPanel;

/// Every control with what became of it and why; switching one off with a reason, and what a drill saw.
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
    /// Reads what a drill saw; what is wrong with the file stands beside the button.
    void loadDrill(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeDrillRow();
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
    QLabel *m_drillMessage = nullptr;
    bool m_stale = true; ///< shows an older result
};

} // namespace skanse::ui
