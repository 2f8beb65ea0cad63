// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/control_places.h"

#include <algorithm>

namespace skanse::ui {

std::vector<ControlPlace> placesOf(const Bundle &bundle, ControlId control)
{
    std::vector<ControlPlace> places;
    for (const Artifact &artifact : bundle.artifacts) {
        const auto first = static_cast<std::ptrdiff_t>(places.size());
        for (const Span &span : artifact.spans) {
            if (!span.origin.controls.contains(control))
                continue;
            const int service = span.origin.subject;
            const auto known =
                std::find_if(places.begin() + first, places.end(),
                             [&](const ControlPlace &place) { return place.service == service; });
            if (known == places.end())
                places.push_back({artifact.path, span.firstLine, service});
            else
                known->line = std::min(known->line, span.firstLine);
        }
    }
    return places;
}

} // namespace skanse::ui
