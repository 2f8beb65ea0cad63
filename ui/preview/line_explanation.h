// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"
#include "core/schema/record_path.h"
#include "ui/session/engine_runner.h"

#include <QString>

#include <vector>

namespace skanse::ui {

/// One control that put a line there, in words.
struct ExplainedControl {
    ControlId control{};
    int service = -1; ///< in the answers; -1 when it is none of theirs
    QString title;
    QString subject; ///< name of the service; empty for the whole workload
    DecisionState state = DecisionState::Applied;
    QString stateText;
    QString reason;
    QString stops;
    QString why;
    QString remains;
    QString references;
    AnswerPlace decidedBy; ///< may be null
    bool canWaive = false;
    bool operator==(const ExplainedControl &) const = default;
};

/// One answer that caused a line.
struct ExplainedAnswer {
    QString label;
    QString subject;
    AnswerPlace place; ///< null when the answer is not there any more
    bool operator==(const ExplainedAnswer &) const = default;
};

/// Why a line is there.
struct LineExplanation {
    QString path;
    int line = 0;
    QString text; ///< the line without the spaces around it; only the start of a long one
    std::vector<ExplainedControl> controls; ///< innermost first
    std::vector<ExplainedAnswer> answers;
    bool operator==(const LineExplanation &) const = default;
};

/// `result` made the file; `answers` are those that buttons lead to, which may be newer.
LineExplanation explainLine(const Result &result, const Artifact &artifact, int line,
                            const Answers &answers);

} // namespace skanse::ui
