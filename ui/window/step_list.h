// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"
#include "ui/session/step.h"

#include <QSet>
#include <QTreeWidget>

namespace skanse::ui {

/// The steps at the left with their state: done, needs attention, open. Below "Services" the services.
class StepList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit StepList(const Context &context, QWidget *parent = nullptr);

    void refresh();

private:
    enum class State : std::uint8_t { Open, Done, Attention };
    [[nodiscard]] State stateOf(Step step, int service) const;
    static void show(QTreeWidgetItem *item, const QString &text, State state);
    void refreshServices();
    void follow();
    void go(QTreeWidgetItem *item);

    Context m_context;
    QSet<int> m_visited; ///< steps that were shown
    bool m_following = false;
};

} // namespace skanse::ui
