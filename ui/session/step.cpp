// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/step.h"

#include "core/report/question_words.h"
#include "ui/text/language.h"

#include <QCoreApplication>

namespace skanse::ui {

namespace {

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Step)
};

} // namespace

Page pageOf(Step step)
{
    switch (step) {
    case Step::Services:
        return Page::Services;
    case Step::Ports:
        return Page::Ports;
    case Step::Storage:
        return Page::Storage;
    case Step::Resources:
        return Page::Resources;
    case Step::Peers:
        return Page::Peers;
    case Step::Secrets:
        return Page::Secrets;
    case Step::Host:
        return Page::Host;
    case Step::Hardening:
        return Page::Hardening;
    case Step::Checklist:
        return Page::Checklist;
    case Step::Start:
    case Step::Workload:
    case Step::Review:
        break;
    }
    return Page::Workload;
}

Step stepOf(Page page)
{
    for (const Step step : kSteps)
        if (step != Step::Start && step != Step::Review && pageOf(step) == page)
            return step;
    return Step::Workload;
}

bool isPerService(Step step)
{
    return step >= Step::Services && step <= Step::Secrets;
}

QString titleOf(Step step)
{
    if (step == Step::Start)
        return Text::tr("Start");
    if (step == Step::Review)
        return Text::tr("Review and export");
    return say(report::pageLabel(pageOf(step)));
}

QString introductionOf(Step step)
{
    switch (step) {
    case Step::Start:
        return Text::tr("Begin with an example or a few presets, or go on where you were.");
    case Step::Workload:
        return Text::tr("What is hardened, for whom, and which files should come out.");
    case Step::Services:
        return Text::tr(
            "One service for each container. The preset fills in what is known about it.");
    case Step::Ports:
        return Text::tr("Who may connect to which port. Nothing is public unless it says so here.");
    case Step::Storage:
        return Text::tr(
            "The root file system is read-only: these are the paths that can be written.");
    case Step::Resources:
        return Text::tr("Limits keep one service from starving the others and the host.");
    case Step::Peers:
        return Text::tr("Each allowed flow is declared once. Everything else is denied.");
    case Step::Secrets:
        return Text::tr("Names only: a value is never asked for and never written.");
    case Step::Host:
        return Text::tr("Where it runs, whose law applies, and how large the machine is.");
    case Step::Hardening:
        return Text::tr(
            "Every control and what became of it. Switching one off asks for a reason.");
    case Step::Checklist:
        return Text::tr("What people do on the server, in the order of the work. The profile keeps "
                        "the ticks.");
    case Step::Review:
        return Text::tr("What is wrong or open, and the files to take with you.");
    }
    return {};
}

} // namespace skanse::ui
