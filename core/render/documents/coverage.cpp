// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/documents/coverage.h"

namespace skanse::render {

std::vector<Column> columnsOf(const Plan &plan)
{
    std::vector<Column> columns;
    if (plan.builds())
        columns.push_back(Column::Dockerfile);
    if (plan.wants(Target::Compose))
        columns.push_back(Column::Compose);
    if (plan.wants(Target::Kubernetes))
        columns.push_back(Column::Kubernetes);
    if (plan.wants(Target::Host))
        columns.push_back(Column::Host);
    if (plan.wants(Target::Ci))
        columns.push_back(Column::Ci);
    return columns;
}

Coverage coverageOf(const Evidence &evidence, const ControlStates &states, const Control &control,
                    Column column)
{
    Coverage cell;
    cell.state = states.strongest(control.id);
    cell.sightings = &evidence.of(control.id, column);
    if (cell.sightings->count > 0)
        cell.kind = Coverage::Kind::Shown;
    else if (cell.state != DecisionState::Applied)
        cell.kind = Coverage::Kind::NotApplied;
    else if (control.targets.at(static_cast<std::size_t>(column)).shows.empty())
        cell.kind = Coverage::Kind::Cannot;
    return cell;
}

} // namespace skanse::render
