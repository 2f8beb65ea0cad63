// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/control_filter.h"

#include "ui/hardening/control_model.h"

#include <algorithm>

namespace skanse::ui {

ControlFilter::ControlFilter(QObject *parent) : QSortFilterProxyModel(parent) {}

void ControlFilter::setWords(const QString &text)
{
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void ControlFilter::setShown(DecisionState state, bool shown)
{
    const unsigned bit = 1U << static_cast<unsigned>(state);
    m_states = shown ? (m_states | bit) : (m_states & ~bit);
    invalidateFilter();
}

bool ControlFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!parent.isValid()) {
        for (int i = 0; i < sourceModel()->rowCount(index); ++i)
            if (acceptsControl(sourceModel()->index(i, 0, index)))
                return true;
        return false;
    }
    return parent.parent().isValid() || acceptsControl(index);
}

bool ControlFilter::acceptsControl(const QModelIndex &control) const
{
    const int state = control.data(ControlModel::StateRole).toInt();
    if (state >= 0 && (m_states & (1U << static_cast<unsigned>(state))) == 0)
        return false;
    const QString text = control.data(ControlModel::SearchRole).toString();
    return std::ranges::all_of(
        m_words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace skanse::ui
