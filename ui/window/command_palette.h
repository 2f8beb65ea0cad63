// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "ui/context.h"

#include <QAction>
#include <QFrame>

#include <functional>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace skanse::ui {

/// Ctrl+K: finds questions, controls, services, files and actions by any of their words.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// `actions` are offered by their texts; `showControl` is called for a control.
    CommandPalette(const Context &context, QList<QAction *> actions,
                   std::function<void(ControlId)> showControl, QWidget *window);

    /// Shows it at the top of the window, with fresh entries and an empty line.
    void popUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void collect();
    void add(const QString &iconName, const QString &text, const QString &kind,
             const QString &alsoFoundBy, std::function<void()> go);
    void filter(const QString &text);
    void run(const QModelIndex &index);
    void leave();

    Context m_context;
    QList<QAction *> m_actions;
    std::function<void(ControlId)> m_showControl;
    QLineEdit *m_line;
    QListView *m_list;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_found;
    QList<std::function<void()>> m_ways; ///< what each entry does
    QWidget *m_focusBefore = nullptr;
};

} // namespace skanse::ui
