// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/derived.h"

#include "core/policy/effective.h"

namespace skanse {

Answers effectiveAnswers(const Outcome &outcome)
{
    if (!outcome.profile)
        return {};
    return outcome.plan ? effectiveAnswers(outcome.profile->answers, *outcome.plan)
                        : outcome.profile->answers;
}

Answers naiveAnswers(Answers answers, const Prose &reason)
{
    const Language language =
        answers.workload.language == LanguageChoice::Bokmal ? Language::Bokmal : Language::English;
    for (Service &service : answers.services) {
        service.waivers.clear();
        for (const Control *control : catalogue().controlsInOrder())
            if (control->scope == ControlScope::Service && control->waivable)
                service.waivers.push_back(
                    {std::string(toString(control->id)), reason.in(language)});
    }
    return answers;
}

} // namespace skanse
