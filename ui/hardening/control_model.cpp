// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/control_model.h"

#include "core/render/labels.h"
#include "ui/style/theme.h"
#include "ui/style/tool_tip.h"
#include "ui/text/language.h"

#include <QFont>

#include <algorithm>

namespace skanse::ui {

namespace {

// internalId of an index: a scope has 0; a control 1 + its scope; a service the control's row and scope.
constexpr quintptr kScopeRow = 0;
constexpr quintptr kFirstService = 16;

quintptr serviceId(std::size_t scope, int controlRow)
{
    return kFirstService + static_cast<quintptr>(controlRow) * kFirstService + scope;
}

struct Position {
    std::size_t scope = 0;
    int control = -1; ///< row; -1 for a scope
    int service = -1; ///< row below the control; -1 for others
};

Position positionOf(const QModelIndex &index)
{
    const quintptr id = index.internalId();
    if (id == kScopeRow)
        return {static_cast<std::size_t>(index.row())};
    if (id < kFirstService)
        return {static_cast<std::size_t>(id - 1), index.row()};
    return {static_cast<std::size_t>(id % kFirstService), static_cast<int>(id / kFirstService) - 1,
            index.row()};
}

bool sameRows(const std::vector<ControlStates> &left, const std::vector<ControlStates> &right)
{
    return std::ranges::equal(left, right, [](const ControlStates &a, const ControlStates &b) {
        return a.control == b.control && a.subjects.size() == b.subjects.size();
    });
}

} // namespace

ControlModel::ControlModel(QObject *parent) : QAbstractItemModel(parent) {}

void ControlModel::setStates(std::vector<ControlStates> states)
{
    m_all = std::move(states);
    take(groupsOf(m_service));
}

void ControlModel::setService(int service)
{
    m_service = service;
    take(groupsOf(service));
}

void ControlModel::setDrill(std::vector<DrillResult> results)
{
    m_drill = std::move(results);
    take(m_groups);
}

ControlModel::Groups ControlModel::groupsOf(int service) const
{
    Groups groups;
    for (ControlStates states : m_all) {
        if (service >= 0 && states.control->scope == ControlScope::Service)
            std::erase_if(states.subjects, [service](const SubjectState &subject) {
                return subject.service != service;
            });
        groups.at(static_cast<std::size_t>(states.control->scope)).push_back(std::move(states));
    }
    return groups;
}

/// The same rows only change what they say, so that a view keeps its place.
void ControlModel::take(Groups groups)
{
    if (!std::ranges::equal(groups, m_groups, sameRows)) {
        beginResetModel();
        m_groups = std::move(groups);
        endResetModel();
        return;
    }
    m_groups = std::move(groups);
    for (int scope = 0; scope < static_cast<int>(kScopes); ++scope) {
        const QModelIndex top = index(scope, 0);
        const int controls = rowCount(top);
        for (int row = 0; row < controls; ++row) {
            const QModelIndex control = index(row, 0, top);
            if (const int services = rowCount(control); services > 0)
                emit dataChanged(index(0, 0, control), index(services - 1, kColumns - 1, control));
        }
        if (controls > 0)
            emit dataChanged(index(0, 0, top), index(controls - 1, kColumns - 1, top));
    }
    emit dataChanged(index(0, 0), index(static_cast<int>(kScopes) - 1, kColumns - 1));
}

StateCounts ControlModel::counts() const
{
    StateCounts counts;
    for (const auto &group : m_groups)
        for (const ControlStates &states : group)
            if (!states.subjects.empty())
                counts.add(states.overall());
    return counts;
}

const ControlStates *ControlModel::states(ControlId control) const
{
    for (const auto &group : m_groups)
        for (const ControlStates &states : group)
            if (states.control->id == control)
                return &states;
    return nullptr;
}

QModelIndex ControlModel::indexOf(ControlId control) const
{
    for (std::size_t scope = 0; scope < kScopes; ++scope)
        for (std::size_t row = 0; row < m_groups.at(scope).size(); ++row)
            if (m_groups.at(scope)[row].control->id == control)
                return createIndex(static_cast<int>(row), 0, quintptr{scope + 1});
    return {};
}

std::vector<DrillResult> ControlModel::drill(ControlId control) const
{
    std::vector<DrillResult> results;
    std::ranges::copy_if(m_drill, std::back_inserter(results),
                         [control](const DrillResult &one) { return one.control == control; });
    return results;
}

int ControlModel::servicesBelow(const ControlStates &states) const
{
    return states.subjects.size() > 1 ? static_cast<int>(states.subjects.size()) : 0;
}

QModelIndex ControlModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= kColumns || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, kScopeRow);
    const Position above = positionOf(parent);
    return createIndex(row, column,
                       above.control < 0 ? quintptr{above.scope + 1}
                                         : serviceId(above.scope, above.control));
}

QModelIndex ControlModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Position here = positionOf(child);
    if (here.service >= 0)
        return createIndex(here.control, 0, quintptr{here.scope + 1});
    return here.control < 0 ? QModelIndex()
                            : createIndex(static_cast<int>(here.scope), 0, kScopeRow);
}

int ControlModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(kScopes);
    if (parent.column() != 0)
        return 0;
    const Position above = positionOf(parent);
    const auto &group = m_groups.at(above.scope);
    if (above.control < 0)
        return static_cast<int>(group.size());
    return above.service < 0 ? servicesBelow(group.at(static_cast<std::size_t>(above.control))) : 0;
}

int ControlModel::columnCount(const QModelIndex & /*parent*/) const
{
    return kColumns;
}

QVariant ControlModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Position here = positionOf(index);
    if (here.control < 0)
        return scopeData(here.scope, index.column(), role);
    const ControlStates &states =
        m_groups.at(here.scope).at(static_cast<std::size_t>(here.control));
    if (role == ControlRole)
        return static_cast<int>(states.control->id);
    if (here.service < 0)
        return controlData(states, index.column(), role);
    return serviceData(states, states.subjects.at(static_cast<std::size_t>(here.service)),
                       index.column(), role);
}

QVariant ControlModel::scopeData(std::size_t scope, int column, int role) const
{
    if (role == ControlRole || role == ServiceRole || role == StateRole)
        return -1;
    if (column == TitleColumn && role == Qt::DisplayRole)
        return tr("%1 (%2)")
            .arg(say(labelOf(static_cast<ControlScope>(scope))))
            .arg(m_groups.at(scope).size());
    if (column == TitleColumn && role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

QVariant ControlModel::controlData(const ControlStates &states, int column, int role) const
{
    const Control &control = *states.control;
    if (role == ServiceRole)
        return -1;
    if (role == StateRole)
        return static_cast<int>(states.overall());
    if (role == SearchRole)
        return QString(say(control.title) + QLatin1Char('\n') + toQString(toString(control.id))
                       + QLatin1Char('\n') + say(control.why) + QLatin1Char('\n')
                       + say(control.threat));
    if (column == DrillColumn)
        return drillData(control.id, {}, role);
    if (column == TitleColumn && (role == Qt::DisplayRole || role == Qt::ToolTipRole))
        return say(control.title);
    if (column != StateColumn || states.subjects.empty())
        return {};
    if (role == Qt::DisplayRole)
        return stateSummary(states.subjects);
    if (role == Qt::DecorationRole)
        return stateIcon(states.overall());
    if (role == Qt::ToolTipRole)
        return plainToolTip(states.subjects.size() == 1 ? states.subjects.front().reason
                                                        : stateSummary(states.subjects));
    return {};
}

QVariant ControlModel::serviceData(const ControlStates &states, const SubjectState &subject,
                                   int column, int role) const
{
    if (role == ServiceRole)
        return subject.service;
    if (role == StateRole)
        return static_cast<int>(subject.state);
    if (column == DrillColumn)
        return drillData(states.control->id, subject.name, role);
    if (column == TitleColumn && role == Qt::DisplayRole)
        return subject.generated ? tr("%1 (added by Skanse)").arg(subject.name) : subject.name;
    if (column != StateColumn)
        return {};
    if (role == Qt::DecorationRole)
        return stateIcon(subject.state);
    if (role == Qt::DisplayRole)
        return subject.reason.isEmpty()
                 ? stateWord(subject.state)
                 : tr("%1: %2").arg(stateWord(subject.state), subject.reason);
    return role == Qt::ToolTipRole ? QVariant(plainToolTip(subject.reason)) : QVariant();
}

QVariant ControlModel::drillData(ControlId control, const QString &service, int role) const
{
    int held = 0;
    int broken = 0;
    int untried = 0;
    for (const DrillResult &result : m_drill)
        if (result.control == control && (service.isEmpty() || result.service == service))
            ++(!result.held ? untried : *result.held ? held : broken);
    if (held + broken == 0)
        return untried > 0 && role == Qt::DisplayRole ? tr("says nothing") : QVariant();
    if (role == Qt::DecorationRole)
        return broken > 0 ? icon(QStringLiteral("shield-broken"), Tone::Bad)
                          : icon(QStringLiteral("shield-held"), Tone::Good);
    if (role != Qt::DisplayRole)
        return {};
    if (broken == 0)
        return tr("held");
    return held == 0 ? tr("broken") : tr("broken %1 of %2").arg(broken).arg(held + broken);
}

QVariant ControlModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Control");
    case StateColumn:
        return tr("State");
    default:
        return tr("Evidence");
    }
}

} // namespace skanse::ui
