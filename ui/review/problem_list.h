// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"
#include "ui/review/problem.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace skanse::ui {

class ProblemModel;

/// Everything to mend, to decide or to know; each is a jump to its answer.
class ProblemList : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemList(const Context &context, QWidget *parent = nullptr);

    [[nodiscard]] const ProblemCounts &counts() const { return m_counts; }

public slots:
    /// Goes to the worst one that has a place.
    void jumpToFirst();

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void jump(const QModelIndex &index);
    void fitHeight();

    Context m_context;
    ProblemModel *m_model;
    QListView *m_view;
    QLabel *m_empty;
    QPushButton *m_go;
    ProblemCounts m_counts;
};

} // namespace skanse::ui
