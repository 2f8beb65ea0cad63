// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/hardening/bundle_changes.h"
#include "ui/hardening/control_states.h"
#include "ui/hardening/waiver_change.h"
#include "ui/review/newest_job.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace skanse::ui {

class DiffView;
class Session;

/// Switching a control off, in the page: for which services, why, what changes in the files and what is
/// lost. Nothing changes before the last button; then it is one step of undo.
class WaiverPanel : public QFrame
{
    Q_OBJECT

public:
    explicit WaiverPanel(Session &session, QWidget *parent = nullptr);

    /// Opens for a control. `service` is chosen at first, or with -1 the only one there is; when it has
    /// the waiver already, its reason is changed.
    void open(const ControlStates &states, int service);
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] ControlId control() const { return m_change.control; }

signals:
    void opened();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillServices(const ControlStates &states, int service);
    void readFields();
    void validate(bool complete);
    void preview();
    void take(const BundleChanges &changes);
    void confirm();
    void tint();

    Session &m_session;
    NewestJob m_job;
    QTimer m_delay; ///< a preview when typing rests
    WaiverChange m_change;
    QLabel *m_title;
    QLabel *m_servicesLabel;
    QListWidget *m_services;
    QLineEdit *m_reason;
    QLabel *m_message;
    QLabel *m_lost;
    DiffView *m_diff;
    QLabel *m_news;
    QPushButton *m_confirm;
    bool m_open = false;
};

} // namespace skanse::ui
