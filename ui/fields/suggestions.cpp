// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/fields/suggestions.h"

#include "core/catalogue/catalogue.h"
#include "ui/session/session.h"
#include "ui/text/language.h"

namespace skanse::ui {

namespace {

QList<Suggestion> countries()
{
    QList<Suggestion> all;
    for (const Region &region : catalogue().regions)
        all.append({toQString(region.iso),
                    QStringLiteral("%1  %2").arg(toQString(region.iso), say(region.name))});
    return all;
}

QList<Suggestion> serviceNames(const Answers &answers, int except)
{
    QList<Suggestion> all;
    for (std::size_t i = 0; i < answers.services.size(); ++i)
        if (static_cast<int>(i) != except)
            all.append({toQString(answers.services[i].name), toQString(answers.services[i].name)});
    return all;
}

/// Ports as the plan knows them, so that those of the preset are offered, too.
QList<Suggestion> portNames(const Answers &effective, int service)
{
    QList<Suggestion> all;
    if (service >= 0 && static_cast<std::size_t>(service) < effective.services.size())
        for (const Port &port : effective.services[static_cast<std::size_t>(service)].ports)
            all.append({toQString(port.name), toQString(port.name)});
    return all;
}

} // namespace

QList<Suggestion> suggestionsFor(const Context &context, const AnswerPlace &place)
{
    const std::string_view id = place.question->id;
    if (place.question->kind == Kind::Country)
        return countries();
    if (id == "service.peer.service")
        return serviceNames(context.session.answers(), place.record.service());
    if (id == "service.health.port")
        return portNames(context.session.shown()->effective, place.record.service());
    return {};
}

} // namespace skanse::ui
