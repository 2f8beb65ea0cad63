// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/findings.h"

#include "ui/session/navigator.h"

#include <algorithm>

namespace skanse::ui {

Findings::Findings(const Answers &answers, const Diagnostics &diagnostics)
{
    for (const Diagnostic &diagnostic : diagnostics) {
        m_all.push_back({diagnostic, placeAt(answers, diagnostic.path, diagnostic.question)});
        const Finding &finding = m_all.back();
        if (finding.place.isNull())
            continue;
        const auto [known, isNew] = m_byPlace.emplace(keyOf(finding.place), m_all.size() - 1);
        if (!isNew && diagnostic.severity < m_all[known->second].diagnostic.severity)
            known->second = m_all.size() - 1;
    }
}

const Diagnostic *Findings::at(const AnswerPlace &place) const
{
    const auto found = m_byPlace.find(keyOf(place));
    return found == m_byPlace.end() ? nullptr : &m_all[found->second].diagnostic;
}

std::optional<Severity> Findings::worst(Step step, int service) const
{
    std::optional<Severity> worst;
    for (const Finding &finding : m_all) {
        if (finding.place.isNull() || stepOf(finding.place.question->page) != step
            || (service >= 0 && finding.place.record.service() != service))
            continue;
        worst = std::min(worst.value_or(finding.diagnostic.severity), finding.diagnostic.severity);
    }
    return worst;
}

std::size_t Findings::count(Severity severity) const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        m_all, [&](const Finding &finding) { return finding.diagnostic.severity == severity; }));
}

} // namespace skanse::ui
