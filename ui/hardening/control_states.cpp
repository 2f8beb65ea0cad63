// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/control_states.h"

#include "core/render/labels.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace skanse::ui {

namespace {

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(ControlStates)
};

SubjectState stateOf(const Decision &decision, const Plan &plan)
{
    SubjectState state{.service = decision.subject,
                       .name = {},
                       .state = decision.state,
                       .reason = say(decision.reason)};
    if (decision.subject >= 0) {
        const ServicePlan &service = plan.services.at(static_cast<std::size_t>(decision.subject));
        state.name = toQString(service.name);
        state.generated = service.generated;
    }
    return state;
}

} // namespace

DecisionState ControlStates::overall() const
{
    const auto has = [this](DecisionState state) {
        return std::ranges::find(subjects, state, &SubjectState::state) != subjects.end();
    };
    if (has(DecisionState::Waived))
        return DecisionState::Waived;
    return has(DecisionState::Applied) ? DecisionState::Applied : DecisionState::NotApplicable;
}

const SubjectState *ControlStates::of(int service) const
{
    const auto found = std::ranges::find(subjects, service, &SubjectState::service);
    return found == subjects.end() ? nullptr : &*found;
}

void StateCounts::add(DecisionState state)
{
    switch (state) {
    case DecisionState::Applied:
        ++applied;
        break;
    case DecisionState::Waived:
        ++waived;
        break;
    case DecisionState::NotApplicable:
        ++notApplicable;
        break;
    }
}

std::vector<ControlStates> controlStates(const Plan &plan)
{
    std::vector<ControlStates> all;
    for (const Control *control : catalogue().controlsInOrder())
        all.push_back({control, {}});
    const auto add = [&](const Decision &decision) {
        const auto found = std::ranges::find_if(all, [&](const ControlStates &states) {
            return states.control->id == decision.control;
        });
        if (found != all.end())
            found->subjects.push_back(stateOf(decision, plan));
    };
    std::ranges::for_each(plan.decisions, add);
    for (const ServicePlan &service : plan.services)
        std::ranges::for_each(service.decisions, add);
    return all;
}

QString stateSummary(const std::vector<SubjectState> &subjects)
{
    if (subjects.empty())
        return {};
    StateCounts counts;
    for (const SubjectState &subject : subjects)
        counts.add(subject.state);
    const int total = static_cast<int>(subjects.size());
    if (total == 1)
        return stateWord(subjects.front().state);
    QStringList parts;
    const auto part = [&](DecisionState state, int count) {
        const QString word = stateWord(state);
        if (count == total)
            parts.append(Text::tr("%1 for all %2").arg(word).arg(total));
        else if (count > 0 && parts.isEmpty())
            parts.append(Text::tr("%1 for %2 of %3").arg(word).arg(count).arg(total));
        else if (count > 0)
            parts.append(Text::tr("%1 for %2").arg(word).arg(count));
    };
    part(DecisionState::Applied, counts.applied);
    part(DecisionState::Waived, counts.waived);
    if (parts.isEmpty()) // the rest of those that are not needed follows from the numbers
        part(DecisionState::NotApplicable, counts.notApplicable);
    return parts.join(QStringLiteral(", "));
}

QString stateWord(DecisionState state)
{
    return say(labelOf(state));
}

QIcon stateIcon(DecisionState state)
{
    switch (state) {
    case DecisionState::Applied:
        return icon(QStringLiteral("done"), Tone::Good);
    case DecisionState::Waived:
        return icon(QStringLiteral("shield-off"), Tone::Caution);
    case DecisionState::NotApplicable:
        break;
    }
    return icon(QStringLiteral("not-needed"), Tone::Muted);
}

std::optional<ControlId> controlIdOf(std::string_view name)
{
    const auto found = std::ranges::find(kControlNames, name);
    if (found == kControlNames.end())
        return std::nullopt;
    return static_cast<ControlId>(found - kControlNames.begin());
}

} // namespace skanse::ui
