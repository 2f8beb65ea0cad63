// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"
#include "ui/hardening/control_places.h"
#include "ui/hardening/control_states.h"
#include "ui/hardening/drill_results.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace skanse::ui {

class ControlFacts;

/// One control: its state for each service with the reason, what can be done about it, and the facts.
class ControlDetails : public QWidget
{
    Q_OBJECT

public:
    explicit ControlDetails(const Context &context, QWidget *parent = nullptr);

    void show(const ControlStates &states, const std::vector<DrillResult> &drill);
    void clear();

    /// Between the buttons and the facts: where the panel for switching off opens.
    [[nodiscard]] QVBoxLayout *panelLayout() { return m_panelLayout; }
    /// While the panel is open, the button that opens it rests.
    void setPanelOpen(bool open);

signals:
    /// -1: no service was named.
    void waiverWanted(skanse::ControlId control, int service);
    void switchOnWanted(skanse::ControlId control, int service);

private:
    void showSubjects(const ControlStates &states);
    void addSubject(const ControlStates &states, const SubjectState &subject, int row);
    [[nodiscard]] QWidget *makeActions(const ControlStates &states, const SubjectState &subject);
    void fillPlaces(const ControlStates &states);
    void updateWaive();

    Context m_context;
    QWidget *m_content;
    QLabel *m_empty;
    QLabel *m_title;
    QLabel *m_kind;
    QGridLayout *m_subjects;
    QPushButton *m_waive;
    QPushButton *m_places;
    QMenu *m_placesMenu;
    QVBoxLayout *m_panelLayout;
    ControlFacts *m_facts;
    std::vector<ControlPlace> m_found;
    ControlId m_control{};
    bool m_canWaive = false;
    bool m_panelOpen = false;
};

} // namespace skanse::ui
