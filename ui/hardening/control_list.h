// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/hardening/control_model.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace skanse::ui {

class ControlFilter;

/// The controls to look through: choice of service, search, chips for the states, and the tree.
class ControlList : public QWidget
{
    Q_OBJECT

public:
    explicit ControlList(QWidget *parent = nullptr);

    [[nodiscard]] ControlModel &model() { return *m_model; }
    void setPlan(const Plan &plan);
    void setDrill(const std::vector<DrillResult> &results);

    [[nodiscard]] std::optional<ControlId> current() const;
    /// Shows and selects a control, whatever the filters hide now.
    void select(ControlId control);
    /// -1 for all.
    void chooseService(int service);
    void focusTree();

signals:
    /// Another control, or the same one with other states.
    void currentChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeChips();
    void fillServices(const Plan &plan);
    void updateCounts();
    void restore();
    void showRow(const QModelIndex &source);
    void clearFilters();

    ControlModel *m_model;
    ControlFilter *m_filter;
    QLabel *m_summary;
    QComboBox *m_service;
    QLineEdit *m_words;
    std::array<QPushButton *, 3> m_chips{};
    QTreeView *m_tree;
    QLabel *m_nothing;
    std::optional<ControlId> m_current;
    bool m_hiding = false;             ///< rows are being taken out of the tree
    std::vector<ControlId> m_expanded; ///< survives a model that is made anew
};

} // namespace skanse::ui
