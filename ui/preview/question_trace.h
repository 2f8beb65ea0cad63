// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/bundle.h"
#include "core/schema/record_path.h"
#include "ui/preview/line_edits.h"

#include <vector>

namespace skanse::ui {

/// The lines of one file that an answer causes.
struct TracedFile {
    const Artifact *artifact = nullptr;
    std::vector<LineRange> lines; ///< ascending, apart from each other
    [[nodiscard]] int count() const;
};

/// What an answer causes, in the order of the bundle. A question that no line names counts as the group
/// or list that it is in.
std::vector<TracedFile> traceOf(const Bundle &bundle, const AnswerPlace &place);

/// Ascending, touching ranges joined.
std::vector<LineRange> joined(std::vector<LineRange> lines);

} // namespace skanse::ui
