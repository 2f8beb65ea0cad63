// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"

#include "core/profile/writer.h"
#include "core/version.h"

#include <utility>

namespace skanse {

namespace {

void resolveInto(Outcome &outcome, std::shared_ptr<const Evidence> evidence)
{
    Resolution resolution = resolve(outcome.profile->answers, catalogue(), std::move(evidence));
    for (Diagnostic &diagnostic : resolution.diagnostics) {
        if (!diagnostic.path.starts_with("evidence/")) // a file beside the profile, no place in it
            diagnostic.place = outcome.profile->placeOf(diagnostic.path);
        outcome.diagnostics.push_back(std::move(diagnostic));
    }
    outcome.plan = std::move(resolution.plan);
}

/// Ticks decide nothing about the files that run, so these stay the same byte by byte when one is set.
std::string fingerprint(const Answers &answers, const std::string &profile)
{
    if (answers.host.checklist.empty())
        return fingerprintOf(profile);
    Answers deciding = answers;
    deciding.host.checklist.clear();
    return fingerprintOf(writeProfile(deciding));
}

void renderInto(Outcome &outcome)
{
    if (!outcome.plan || outcome.failed())
        return;
    const Answers &answers = outcome.profile->answers;
    std::string profile = writeProfile(answers);
    outcome.stamp = {kVersion, fingerprint(answers, profile), std::move(profile)};
    auto rendered = renderBundle(*outcome.plan, catalogue(), outcome.stamp, outcome.diagnostics);
    if (rendered)
        outcome.bundle = std::move(*rendered);
    else
        outcome.diagnostics.push_back(diagnosticOf(rendered.error()));
}

} // namespace

Outcome makePlan(std::string_view profileText, std::shared_ptr<const Evidence> evidence)
{
    Outcome outcome;
    ReadResult read = readProfile(profileText);
    outcome.diagnostics = std::move(read.diagnostics);
    outcome.profile = std::move(read.profile);
    if (outcome.profile && !outcome.failed())
        resolveInto(outcome, std::move(evidence));
    return outcome;
}

Outcome makeBundle(std::string_view profileText, std::shared_ptr<const Evidence> evidence)
{
    Outcome outcome = makePlan(profileText, std::move(evidence));
    renderInto(outcome);
    return outcome;
}

Outcome makeBundle(const Answers &answers, std::shared_ptr<const Evidence> evidence)
{
    Outcome outcome;
    outcome.profile = Profile{answers, {}};
    resolveInto(outcome, std::move(evidence));
    renderInto(outcome);
    return outcome;
}

} // namespace skanse
