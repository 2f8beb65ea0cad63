// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/schema/record_path.h"
#include "ui/session/step.h"

#include <map>
#include <string>
#include <vector>

namespace skanse::ui {

/// A diagnostic and the question it is about.
struct Finding {
    Diagnostic diagnostic;
    AnswerPlace place; ///< null when it is about no question
};

/// What the engine says about the answers, by question, step and service.
class Findings
{
public:
    Findings() = default;
    Findings(const Answers &answers, const Diagnostics &diagnostics);

    [[nodiscard]] const std::vector<Finding> &all() const { return m_all; }
    /// The worst one about exactly this question; null when there is none.
    [[nodiscard]] const Diagnostic *at(const AnswerPlace &place) const;
    /// The worst severity in a step, for one service or (-1) for all.
    [[nodiscard]] std::optional<Severity> worst(Step step, int service = -1) const;
    [[nodiscard]] std::size_t count(Severity severity) const;

private:
    std::vector<Finding> m_all;
    std::map<std::string, std::size_t> m_byPlace; ///< index of the worst
};

} // namespace skanse::ui
