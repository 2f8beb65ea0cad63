// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"
#include "ui/session/step.h"

#include <QWidget>

class QListWidget;
class QMenu;
class QPushButton;
class QToolButton;

namespace skanse::ui {

/// The services of the workload; the one that is selected is the one the page asks about.
class ServiceBar : public QWidget
{
    Q_OBJECT

public:
    /// `step` decides which findings mark a service.
    ServiceBar(const Context &context, Step step, QWidget *parent = nullptr);

    void refresh();

private:
    void build();
    QMenu *presetMenu();
    void addService(const std::string &preset);
    void select(int row);
    void moveBy(int delta);

    Context m_context;
    Step m_step;
    QListWidget *m_list = nullptr;
    QPushButton *m_add = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
};

} // namespace skanse::ui
