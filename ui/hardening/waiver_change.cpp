// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/waiver_change.h"

#include "core/catalogue/catalogue.h"
#include "ui/session/session.h"
#include "ui/text/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace skanse::ui {

namespace {

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(WaiverChange)
};

std::vector<Waiver>::const_iterator positionIn(const std::vector<Waiver> &waivers,
                                               ControlId control)
{
    return std::ranges::find(waivers, toString(control), &Waiver::control);
}

const Question &waiversQuestion()
{
    static const Question &kQuestion = *findQuestion("service.waivers");
    return kQuestion;
}

} // namespace

Answers WaiverChange::applied(Answers answers) const
{
    for (const std::size_t index : services) {
        if (index >= answers.services.size())
            continue;
        auto &waivers = answers.services[index].waivers;
        const auto found = std::ranges::find(waivers, toString(control), &Waiver::control);
        if (found == waivers.end())
            waivers.push_back({std::string(toString(control)), reason});
        else
            found->reason = reason;
    }
    return answers;
}

void WaiverChange::make(Session &session) const
{
    const QString title = say(catalogue().control(control).title);
    const bool onlyReasons = std::ranges::all_of(services, [&](std::size_t index) {
        return findWaiver(session.answers(), control, index) != nullptr;
    });
    if (onlyReasons) {
        session.edit(Text::tr("Change reason: %1").arg(title),
                     [this](Answers &answers) { answers = applied(std::move(answers)); });
        return;
    }
    // Through the list's own functions: they take the drafts along, which a plain edit would drop.
    session.undoStack().beginMacro(Text::tr("Switch off: %1").arg(title));
    for (const std::size_t index : services) {
        const WaiverChange one{control, {index}, reason};
        if (findWaiver(session.answers(), control, index) != nullptr)
            one.make(session);
        else if (index < session.answers().services.size())
            session.addItem(servicePath(index), waiversQuestion(), [this](void *item) {
                *static_cast<Waiver *>(item) = {std::string(toString(control)), reason};
            });
    }
    session.undoStack().endMacro();
}

void switchOnAgain(Session &session, ControlId control, std::size_t service)
{
    if (findWaiver(session.answers(), control, service) == nullptr)
        return;
    const auto &waivers = session.answers().services[service].waivers;
    const auto index = static_cast<std::size_t>(positionIn(waivers, control) - waivers.begin());
    session.undoStack().beginMacro(
        Text::tr("Switch on: %1").arg(say(catalogue().control(control).title)));
    session.removeItem(servicePath(service), waiversQuestion(), index);
    session.undoStack().endMacro();
}

const Waiver *findWaiver(const Answers &answers, ControlId control, std::size_t service)
{
    if (service >= answers.services.size())
        return nullptr;
    const auto &waivers = answers.services[service].waivers;
    const auto found = positionIn(waivers, control);
    return found == waivers.end() ? nullptr : &*found;
}

} // namespace skanse::ui
