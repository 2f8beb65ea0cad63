// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/hardening/control_states.h"
#include "ui/hardening/drill_results.h"

#include <QAbstractItemModel>

#include <array>

namespace skanse::ui {

/// The controls as a tree: scopes, their controls, and below a control its services. With one service
/// chosen, controls of the scope "service" show its state only.
class ControlModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TitleColumn, StateColumn, DrillColumn, kColumns };
    enum Role {
        ControlRole = Qt::UserRole, ///< ControlId as int; -1 for a scope
        ServiceRole,                ///< number of the service; -1 for other rows
        StateRole,                  ///< DecisionState as int, overall for a control; -1 for a scope
        SearchRole,                 ///< what a filter looks through
    };

    explicit ControlModel(QObject *parent = nullptr);

    void setStates(std::vector<ControlStates> states);
    /// -1 for all services.
    void setService(int service);
    [[nodiscard]] int service() const { return m_service; }
    void setDrill(std::vector<DrillResult> results);

    /// Every control once.
    [[nodiscard]] StateCounts counts() const;
    /// As shown for the chosen service; null before there is a plan.
    [[nodiscard]] const ControlStates *states(ControlId control) const;
    [[nodiscard]] QModelIndex indexOf(ControlId control) const;
    [[nodiscard]] std::vector<DrillResult> drill(ControlId control) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    static constexpr std::size_t kScopes = 4;
    using Groups = std::array<std::vector<ControlStates>, kScopes>;

    [[nodiscard]] Groups groupsOf(int service) const;
    void take(Groups groups);
    [[nodiscard]] QVariant scopeData(std::size_t scope, int column, int role) const;
    [[nodiscard]] QVariant controlData(const ControlStates &states, int column, int role) const;
    [[nodiscard]] QVariant serviceData(const ControlStates &states, const SubjectState &subject,
                                       int column, int role) const;
    /// Results of a control, for one service or for all with an empty name.
    [[nodiscard]] QVariant drillData(ControlId control, const QString &service, int role) const;
    [[nodiscard]] int servicesBelow(const ControlStates &states) const;

    std::vector<ControlStates> m_all;
    Groups m_groups;
    std::vector<DrillResult> m_drill;
    int m_service = -1;
};

} // namespace skanse::ui
