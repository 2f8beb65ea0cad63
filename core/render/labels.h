// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/policy/plan.h"

#include <string>

/// Words for people, shared by the documents and the reports, so that one thing has one name.
namespace skanse {

StaticProse labelOf(DecisionState state);
StaticProse labelOf(Column column);
StaticProse labelOf(ControlScope scope);
StaticProse labelOf(ControlWeight weight);
StaticProse labelOf(Basis basis);
StaticProse labelOf(PresetKind kind);
StaticProse labelOf(DataLocation::Kind kind);
StaticProse labelOf(Severity severity);

/// The label of one of the model's choices.
template <class Enum> StaticProse choiceLabel(Enum value)
{
    for (const Choice &choice : choicesOf<Enum>())
        if (choice.value == static_cast<int>(value))
            return choice.label;
    return {};
}

/// Who is at this end of a flow: a service's name, a network, a DNS name, "everyone". Plain text; DNS
/// names are answers.
std::string endpointText(const Plan &plan, const Endpoint &end, bool isSource, Language language);

/// "443/tcp", "any port".
std::string portText(const Flow &flow, Language language);

/// "127.0.0.1:8080"; without an address every address of the host answers.
std::string publicationText(const Publication &publication, Language language);

/// "verified on 2026-11-20", "contradicted on 2026-11-20", "open".
std::string standingText(const ControlStanding &standing, Language language);

/// "Norway (NO)"; what to say when nothing is known.
std::string regionText(const Region *region, Language language);

} // namespace skanse
