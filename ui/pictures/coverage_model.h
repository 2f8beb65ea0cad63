// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/documents/coverage.h"
#include "ui/session/engine_runner.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace skanse::ui {

/// The parity matrix: a row for each control, a column for each target. Without a bundle it says what
/// the catalogue knows.
class CoverageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum { SearchRole = Qt::UserRole }; ///< everything that a row says

    explicit CoverageModel(QObject *parent = nullptr);

    void setResult(const ResultPtr &result);

    struct Line {
        QString path;
        int line = 0;
    };
    /// The first line that carries the control; nothing when there is none.
    [[nodiscard]] std::optional<Line> firstLine(const QModelIndex &index) const;
    /// All that is known about a cell, in one paragraph.
    [[nodiscard]] QString detailsOf(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    enum class Sign : std::uint8_t { None, Shown, Waived, Cannot };
    struct Cell {
        Sign sign = Sign::None;
        QString text;
        QString spoken; ///< for screen readers and tooltips
        std::optional<Line> first;
    };

    void rebuild();
    [[nodiscard]] Cell cellWithout(const Control &control, Column column) const;
    [[nodiscard]] Cell cellOf(const Control &control, Column column, const Plan &plan,
                              const render::Coverage &coverage,
                              const render::ControlStates &states) const;
    [[nodiscard]] const Control &controlAt(int row) const
    {
        return *m_controls.at(static_cast<std::size_t>(row));
    }
    [[nodiscard]] const Cell &cellAt(const QModelIndex &index) const
    {
        return m_cells.at(static_cast<std::size_t>(index.row()) * kColumnCount
                          + static_cast<std::size_t>(index.column()));
    }

    std::vector<const Control *> m_controls;
    std::vector<Cell> m_cells; ///< row by row
    ResultPtr m_result;
};

} // namespace skanse::ui
