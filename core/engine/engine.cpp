// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"

#include "core/profile/writer.h"
#include "core/version.h"

namespace skanse {

namespace {

void resolveInto(Outcome &outcome)
{
    Resolution resolution = resolve(outcome.profile->answers, catalogue());
    for (Diagnostic &diagnostic : resolution.diagnostics) {
        diagnostic.place = outcome.profile->placeOf(diagnostic.path);
        outcome.diagnostics.push_back(std::move(diagnostic));
    }
    outcome.plan = std::move(resolution.plan);
}

void renderInto(Outcome &outcome)
{
    if (!outcome.plan || outcome.failed())
        return;
    std::string profile = writeProfile(outcome.profile->answers);
    outcome.stamp = {kVersion, fingerprintOf(profile), std::move(profile)};
    auto rendered = renderBundle(*outcome.plan, catalogue(), outcome.stamp, outcome.diagnostics);
    if (rendered)
        outcome.bundle = std::move(*rendered);
    else
        outcome.diagnostics.push_back(diagnosticOf(rendered.error()));
}

} // namespace

Outcome makePlan(std::string_view profileText)
{
    Outcome outcome;
    ReadResult read = readProfile(profileText);
    outcome.diagnostics = std::move(read.diagnostics);
    outcome.profile = std::move(read.profile);
    if (outcome.profile && !outcome.failed())
        resolveInto(outcome);
    return outcome;
}

Outcome makeBundle(std::string_view profileText)
{
    Outcome outcome = makePlan(profileText);
    renderInto(outcome);
    return outcome;
}

Outcome makeBundle(const Answers &answers)
{
    Outcome outcome;
    outcome.profile = Profile{answers, {}};
    resolveInto(outcome);
    renderInto(outcome);
    return outcome;
}

} // namespace skanse
