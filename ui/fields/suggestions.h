// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/record_path.h"
#include "ui/context.h"

#include <QList>
#include <QString>

namespace skanse::ui {

/// Something that could be the answer: what is written, and what it is called.
struct Suggestion {
    QString value;
    QString label; ///< may be the same
};

/// Countries of the catalogue, names of services and ports of the workload; nothing for most questions.
QList<Suggestion> suggestionsFor(const Context &context, const AnswerPlace &place);

} // namespace skanse::ui
