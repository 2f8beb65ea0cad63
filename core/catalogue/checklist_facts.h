// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "core/catalogue/preset.h"

/// The host's checklist as data: what is done in which order, and how one sees that it is done.
namespace skanse {

/// A section of a benchmark that an item belongs to.
struct ChecklistReference {
    std::string standard; ///< "CIS Docker 1.6.0"
    std::string section;
    std::string system; ///< word of OperatingSystem; empty: every system
};

/// One thing to do. `title` is plain text; `why` and `good` are inline Markdown; these and the lines of
/// `command` may hold placeholders `{{name:sink}}` (core/render/host/checklist_items.h lists the names).
struct ChecklistFact {
    std::string id;   ///< stable: profiles keep it
    std::string when; ///< a closed word list; see core/policy/checklist.cpp
    Prose title;
    Prose why;
    std::vector<std::string> command; ///< lines of POSIX shell; empty: nothing to run
    Prose good;
    std::vector<ChecklistReference> references;
    std::vector<ControlId> controls;    ///< that it puts into force or checks
    std::vector<std::string> questions; ///< ids of the answers it comes from
};

struct ChecklistSection {
    std::string id;
    std::int64_t order = 0;
    Prose title;
    Prose intro; ///< inline Markdown with placeholders; may be empty
    std::vector<ChecklistFact> items;
};

} // namespace skanse
