// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/problem.h"

#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/session/step.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace skanse::ui {

namespace {

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString whereText(const Answers &answers, const AnswerPlace &place)
{
    if (place.isNull())
        return {};
    const QString question = say(place.question->label);
    const int service = place.record.service();
    const QString first =
        service >= 0 && static_cast<std::size_t>(service) < answers.services.size()
            ? toQString(answers.services[static_cast<std::size_t>(service)].name)
            : QString();
    const QString step = titleOf(stepOf(place.question->page));
    return first.isEmpty() ? Text::tr("%1 › %2").arg(step, question)
                           : Text::tr("%1 › %2 › %3").arg(first, step, question);
}

Problem problemOf(const Diagnostic &diagnostic, const Answers &answers)
{
    const AnswerPlace place = placeAt(answers, diagnostic.path, diagnostic.question);
    return {.severity = diagnostic.severity,
            .message = say(diagnostic.message),
            .advice = say(diagnostic.advice),
            .where = whereText(answers, place),
            .place = place};
}

Problem problemOf(const Draft &draft, const Answers &answers)
{
    QString text = draft.text.simplified();
    if (text.size() > 60)
        text = text.first(60) + QStringLiteral("…");
    return {.severity = Severity::Error,
            .message = text.isEmpty() ? say(draft.refusal.message)
                                      : Text::tr("“%1”: %2").arg(text, say(draft.refusal.message)),
            .advice = say(draft.refusal.advice),
            .where = whereText(answers, draft.place),
            .place = draft.place,
            .unfinished = true};
}

} // namespace

std::vector<Problem> problemsOf(const Session &session)
{
    std::vector<Problem> problems;
    for (const auto &[key, draft] : session.drafts())
        problems.push_back(problemOf(draft, session.answers()));
    for (const Diagnostic &diagnostic : session.result()->outcome.diagnostics)
        problems.push_back(problemOf(diagnostic, session.answers()));
    std::ranges::stable_sort(problems, {}, &Problem::severity);
    return problems;
}

ProblemCounts countsOf(const std::vector<Problem> &problems)
{
    ProblemCounts counts;
    for (const Problem &problem : problems) {
        switch (problem.severity) {
        case Severity::Error:
            ++counts.errors;
            break;
        case Severity::Warning:
            ++counts.warnings;
            break;
        case Severity::Open:
            ++counts.open;
            break;
        case Severity::Note:
            ++counts.notes;
            break;
        }
    }
    return counts;
}

QString headingOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Text::tr("Errors: no files before these are mended");
    case Severity::Warning:
        return Text::tr("Warnings: worth a change");
    case Severity::Open:
        return Text::tr("Open: somebody has to fill in a fact");
    case Severity::Note:
        break;
    }
    return Text::tr("Notes: good to know");
}

} // namespace skanse::ui
