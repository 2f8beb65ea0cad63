// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <QSortFilterProxyModel>

namespace skanse::ui {

/// Controls by words and by state. A scope without any is hidden; the services of a control stay together.
class ControlFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ControlFilter(QObject *parent = nullptr);

    /// Every word must be in the control's texts.
    void setWords(const QString &text);
    void setShown(DecisionState state, bool shown);
    [[nodiscard]] bool isEmpty() const { return rowCount() == 0; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool acceptsControl(const QModelIndex &control) const;

    QStringList m_words;
    unsigned m_states = ~0U; ///< one bit for each DecisionState
};

} // namespace skanse::ui
