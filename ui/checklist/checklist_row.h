// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"
#include "ui/context.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace skanse::ui {

/// One item of the checklist: a box to tick and why, and, when it is opened, how to do it.
class ChecklistRow : public QWidget
{
    Q_OBJECT

public:
    ChecklistRow(const Context &context, const Plan &plan, const ChecklistItem &item,
                 QWidget *parent = nullptr);

    /// Shows whether the profile has it ticked.
    void refresh();
    void setOpen(bool open);

private:
    void tick(bool done);
    void makeDetails(const Plan &plan, const ChecklistItem &item);
    void addCommand(QVBoxLayout *layout, const QString &command);
    void addFact(QVBoxLayout *layout, const QString &caption, const QString &markdown);
    void goTo(const QString &question);

    Context m_context;
    std::string m_id;
    QString m_title;
    QCheckBox *m_box;
    QLabel *m_done;
    QToolButton *m_how;
    QWidget *m_details;
};

} // namespace skanse::ui
