// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/diagnostic.h"

namespace skanse {

std::string_view toString(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Open:
        return "open";
    case Severity::Note:
        return "note";
    }
    return "error";
}

} // namespace skanse
