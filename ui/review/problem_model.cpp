// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/problem_model.h"

#include "core/render/labels.h"
#include "ui/text/language.h"

#include <QFont>

#include <algorithm>

namespace skanse::ui {

ProblemModel::ProblemModel(QObject *parent) : QAbstractListModel(parent) {}

void ProblemModel::setProblems(std::vector<Problem> problems)
{
    beginResetModel();
    m_problems = std::move(problems);
    m_rows.clear();
    for (std::size_t i = 0; i < m_problems.size(); ++i) {
        const Severity severity = m_problems[i].severity;
        if (i == 0 || m_problems[i - 1].severity != severity)
            m_rows.push_back({.severity = severity,
                              .count = static_cast<int>(
                                  std::ranges::count(m_problems, severity, &Problem::severity))});
        m_rows.push_back({.severity = severity, .problem = static_cast<int>(i)});
    }
    endResetModel();
}

const Problem *ProblemModel::problem(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const int problem = m_rows.at(static_cast<std::size_t>(index.row())).problem;
    return problem < 0 ? nullptr : &m_problems.at(static_cast<std::size_t>(problem));
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    const Problem *one = problem(index);
    if (one == nullptr)
        return index.isValid() ? headingData(m_rows.at(static_cast<std::size_t>(index.row())), role)
                               : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return one->message;
    case Qt::DecorationRole:
        return iconOf(one->severity);
    case AdviceRole:
        return one->advice;
    case WhereRole:
        return one->unfinished ? tr("%1 (not finished)").arg(one->where) : one->where;
    case Qt::AccessibleTextRole:
        return tr("%1: %2 %3 %4")
            .arg(say(labelOf(one->severity)), one->message, one->advice, one->where);
    default:
        return {};
    }
}

QVariant ProblemModel::headingData(const Row &row, int role) const
{
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("%1 (%2)").arg(headingOf(row.severity)).arg(row.count);
    if (role == HeadingRole)
        return true;
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

Qt::ItemFlags ProblemModel::flags(const QModelIndex &index) const
{
    return problem(index) == nullptr ? Qt::ItemIsEnabled : QAbstractListModel::flags(index);
}

} // namespace skanse::ui
