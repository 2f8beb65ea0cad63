// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace skanse::ui {

class IconLabel;
class ProblemList;

/// The last step: what is wrong or open, what covers what, and the files to take along.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPage(const Context &context, QWidget *parent = nullptr);

    /// Between the problems and the export: the window puts the matrix of controls and targets here.
    [[nodiscard]] QVBoxLayout *matrixLayout() { return m_matrix; }

private:
    void showVerdict();

    Context m_context;
    IconLabel *m_verdictIcon;
    QLabel *m_verdict;
    ProblemList *m_problems;
    QVBoxLayout *m_matrix;
};

} // namespace skanse::ui
