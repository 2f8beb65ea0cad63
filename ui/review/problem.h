// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/schema/record_path.h"
#include "ui/style/severity.h"

#include <QString>

#include <vector>

namespace skanse::ui {

class Session;

/// One thing to mend, to decide or to know.
struct Problem {
    Severity severity = Severity::Error;
    QString message;
    QString advice;
    QString where;           ///< service and question, in words
    AnswerPlace place;       ///< may be null: then there is nowhere to go
    bool unfinished = false; ///< text in a field that is not an answer yet
};

/// What the engine found and what is not an answer yet; the worst first.
std::vector<Problem> problemsOf(const Session &session);

/// How many there are of each.
struct ProblemCounts {
    int errors = 0; ///< unfinished answers are among them
    int warnings = 0;
    int open = 0;
    int notes = 0;
};
ProblemCounts countsOf(const std::vector<Problem> &problems);

/// "Errors", "Open items".
QString headingOf(Severity severity);

} // namespace skanse::ui
