// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"

#include <QWidget>

class QLineEdit;
class QModelIndex;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;

namespace skanse::ui {

class CoverageModel;
class ElidedLabel;

/// Where each control stands in each target, as a table that can be searched. Enter on a cell shows the
/// first line that carries the control.
class CoverageMatrix : public QWidget
{
    Q_OBJECT

public:
    explicit CoverageMatrix(const Context &context, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void filter(const QString &text);
    void showDetails();
    void open(const QModelIndex &index);

    Context m_context;
    CoverageModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search;
    QTableView *m_table;
    QStackedLayout *m_pages;
    ElidedLabel *m_details;
};

} // namespace skanse::ui
