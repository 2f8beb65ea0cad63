// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/line_explanation.h"

#include "core/catalogue/catalogue.h"
#include "core/render/labels.h"
#include "core/report/control_words.h"
#include "core/report/line_causes.h"
#include "ui/preview/line_edits.h"
#include "ui/session/navigator.h"
#include "ui/text/language.h"

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr qsizetype kMostShown = 120;

/// Services are found again by name: the answers may be newer than the plan. -1 when it is gone, or when
/// the plan added it.
int serviceInAnswers(const Answers &answers, const ServicePlan *service)
{
    if (service == nullptr || service->generated)
        return -1;
    const auto found = std::ranges::find(answers.services, service->name, &Service::name);
    return found == answers.services.end() ? -1
                                           : static_cast<int>(found - answers.services.begin());
}

class Explainer
{
public:
    Explainer(const Plan &plan, const Answers &answers) : m_plan(plan), m_answers(answers) {}

    [[nodiscard]] ExplainedControl control(const report::ControlCause &cause) const
    {
        const Control &control = catalogue().control(cause.control);
        const ServicePlan *service = report::serviceAt(m_plan, cause.subject);
        ExplainedControl result;
        result.control = cause.control;
        result.service = serviceInAnswers(m_answers, service);
        result.title = say(control.title);
        result.stops = say(control.threat);
        result.why = say(control.why);
        result.remains = say(control.residual);
        result.references = toQString(report::referencesText(control));
        if (service != nullptr)
            result.subject = toQString(service->name);
        if (const Decision *decision = report::decisionOf(m_plan, cause)) {
            result.state = decision->state;
            result.stateText = say(labelOf(decision->state));
            result.reason = say(decision->reason);
            result.decidedBy = place(decision->question, service);
        }
        result.canWaive = control.waivable && control.scope == ControlScope::Service
                       && result.service >= 0 && result.state == DecisionState::Applied;
        return result;
    }

    [[nodiscard]] ExplainedAnswer answer(const report::AnswerCause &cause) const
    {
        const ServicePlan *service = report::serviceAt(m_plan, cause.subject);
        return {say(cause.question->label),
                service == nullptr ? QString() : toQString(service->name),
                place(cause.question->id, service)};
    }

private:
    [[nodiscard]] AnswerPlace place(std::string_view question, const ServicePlan *service) const
    {
        return question.empty()
                 ? AnswerPlace{}
                 : placeOf(m_answers, question, serviceInAnswers(m_answers, service));
    }

    const Plan &m_plan;
    const Answers &m_answers;
};

} // namespace

LineExplanation explainLine(const Result &result, const Artifact &artifact, int line,
                            const Answers &answers)
{
    LineExplanation explanation;
    explanation.path = toQString(artifact.path);
    explanation.line = line;
    const auto lines = linesOf(artifact.text);
    if (line < 1 || static_cast<std::size_t>(line) > lines.size() || !result.outcome.plan)
        return explanation;
    explanation.text = toQString(lines[static_cast<std::size_t>(line - 1)]).trimmed();
    if (explanation.text.size() > kMostShown)
        explanation.text = explanation.text.left(kMostShown).trimmed() + u'\u2026';
    const report::LineCauses causes = report::causesOf(artifact, line);
    const Explainer explainer(*result.outcome.plan, answers);
    for (const auto &cause : causes.controls)
        explanation.controls.push_back(explainer.control(cause));
    for (const auto &cause : causes.answers)
        explanation.answers.push_back(explainer.answer(cause));
    return explanation;
}

} // namespace skanse::ui
