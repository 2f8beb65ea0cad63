// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/review/problem.h"

#include <QAbstractListModel>

namespace skanse::ui {

/// Problems below headings, one after the other. Headings cannot be selected.
class ProblemModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        AdviceRole = Qt::UserRole,
        WhereRole,
        HeadingRole, ///< true for a heading
    };

    explicit ProblemModel(QObject *parent = nullptr);

    void setProblems(std::vector<Problem> problems);
    /// Null for a heading.
    [[nodiscard]] const Problem *problem(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        Severity severity = Severity::Error;
        int problem = -1; ///< -1 for a heading
        int count = 0;    ///< of a heading
    };
    [[nodiscard]] QVariant headingData(const Row &row, int role) const;

    std::vector<Problem> m_problems;
    std::vector<Row> m_rows;
};

} // namespace skanse::ui
