// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/coverage_model.h"

#include "core/catalogue/catalogue.h"
#include "core/render/labels.h"
#include "ui/style/theme.h"
#include "ui/style/tool_tip.h"
#include "ui/text/language.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skanse::ui {

namespace {

const ControlTarget &targetOf(const Control &control, Column column)
{
    return control.targets.at(static_cast<std::size_t>(column));
}

QString namesOf(const Plan &plan, const std::vector<int> &subjects)
{
    QStringList names;
    for (const int subject : subjects)
        if (subject != kWholeWorkload)
            names += toQString(plan.services.at(static_cast<std::size_t>(subject)).name);
    return names.join(u", "_s);
}

} // namespace

CoverageModel::CoverageModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_controls(catalogue().controlsInOrder())
{
    rebuild();
}

void CoverageModel::setResult(const ResultPtr &result)
{
    if (result == m_result)
        return;
    m_result = result;
    rebuild();
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void CoverageModel::rebuild()
{
    m_cells.clear();
    m_cells.reserve(m_controls.size() * kColumnCount);
    const bool known =
        m_result && m_result->outcome.plan && !m_result->outcome.bundle.artifacts.empty();
    if (!known) {
        for (const Control *control : m_controls)
            for (std::size_t c = 0; c < kColumnCount; ++c)
                m_cells.push_back(cellWithout(*control, static_cast<Column>(c)));
        return;
    }
    const Plan &plan = *m_result->outcome.plan;
    const render::Evidence evidence(m_result->outcome.bundle);
    const render::ControlStates states(plan);
    const auto columns = render::columnsOf(plan);
    for (const Control *control : m_controls) {
        for (std::size_t c = 0; c < kColumnCount; ++c) {
            const auto column = static_cast<Column>(c);
            if (std::ranges::find(columns, column) == columns.end()) {
                m_cells.push_back({.text = u"–"_s, .spoken = tr("not part of this bundle")});
                continue;
            }
            m_cells.push_back(cellOf(*control, column, plan,
                                     render::coverageOf(evidence, states, *control, column),
                                     states));
        }
    }
}

CoverageModel::Cell CoverageModel::cellWithout(const Control &control, Column column) const
{
    const ControlTarget &target = targetOf(control, column);
    if (target.shows.empty())
        return {.sign = Sign::Cannot,
                .text = tr("cannot"),
                .spoken = tr("cannot: %1").arg(say(target.cannot))};
    return {.text = toQString(target.shows),
            .spoken = tr("shows as: %1").arg(toQString(target.shows))};
}

CoverageModel::Cell CoverageModel::cellOf(const Control &control, Column column, const Plan &plan,
                                          const render::Coverage &coverage,
                                          const render::ControlStates &states) const
{
    const ControlTarget &target = targetOf(control, column);
    const auto waivedFor = states.subjectsIn(control.id, DecisionState::Waived);
    const QString names = namesOf(plan, waivedFor);
    const QString waived = names.isEmpty() ? tr("waived") : tr("waived for %1").arg(names);
    Cell cell;
    switch (coverage.kind) {
    case render::Coverage::Kind::Shown: {
        const render::Sightings &found = *coverage.sightings;
        cell.sign = Sign::Shown;
        cell.text = target.shows.empty() ? tr("yes") : toQString(target.shows);
        cell.spoken = tr("shows as: %1").arg(cell.text);
        cell.first = Line{toQString(found.first[0].file->path), found.first[0].line};
        cell.spoken += u" – %1:%2"_s.arg(cell.first->path).arg(cell.first->line);
        if (found.count > 1)
            cell.spoken += tr(" and %1 more places").arg(found.count - 1);
        if (!waivedFor.empty()) {
            cell.sign = Sign::Waived;
            cell.text = waived + u" · "_s + cell.text;
            cell.spoken += u"; "_s + waived;
        }
        break;
    }
    case render::Coverage::Kind::NotApplied:
        if (coverage.state == DecisionState::Waived) {
            cell.sign = Sign::Waived;
            cell.text = waived;
        } else {
            cell.text = say(labelOf(coverage.state));
        }
        cell.spoken = cell.text;
        break;
    case render::Coverage::Kind::Cannot:
        cell.sign = Sign::Cannot;
        cell.text = tr("cannot");
        cell.spoken = tr("cannot: %1").arg(say(target.cannot));
        break;
    case render::Coverage::Kind::Silent:
        cell.text = u"–"_s;
        cell.spoken = tr("nothing to say about it in this bundle");
        break;
    }
    return cell;
}

std::optional<CoverageModel::Line> CoverageModel::firstLine(const QModelIndex &index) const
{
    return index.isValid() ? cellAt(index).first : std::nullopt;
}

QString CoverageModel::detailsOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return u"%1 – %2: %3"_s.arg(say(controlAt(index.row()).title),
                                say(labelOf(static_cast<Column>(index.column()))),
                                cellAt(index).spoken);
}

int CoverageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_controls.size());
}

int CoverageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant CoverageModel::data(const QModelIndex &index, int role) const
{
    const Cell &cell = cellAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        return detailsOf(index);
    case Qt::ToolTipRole:
        return plainToolTip(cell.spoken);
    case Qt::DecorationRole:
        if (cell.sign == Sign::Shown)
            return icon(u"done"_s, Tone::Good);
        if (cell.sign == Sign::Waived)
            return icon(u"shield-off"_s, Tone::Caution);
        return cell.sign == Sign::Cannot ? QVariant(icon(u"close"_s, Tone::Muted)) : QVariant();
    case Qt::ForegroundRole:
        return cell.sign == Sign::Shown ? QVariant() : QVariant(colour(Tone::Muted));
    case SearchRole: {
        const Control &control = controlAt(index.row());
        return QStringList{toQString(toString(control.id)), say(control.title), cell.text,
                           cell.spoken}
            .join(u' ');
    }
    default:
        return {};
    }
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return role == Qt::DisplayRole ? QVariant(say(labelOf(static_cast<Column>(section))))
                                       : QVariant();
    const Control &control = controlAt(section);
    switch (role) {
    case Qt::DisplayRole:
        return say(control.title);
    case Qt::ToolTipRole:
        return plainToolTip(say(control.title) + u'\n' + say(control.why));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace skanse::ui
