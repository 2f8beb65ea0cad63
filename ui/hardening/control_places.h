// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"
#include "core/render/bundle.h"

#include <string>
#include <vector>

namespace skanse::ui {

/// A line that a control put into a file.
struct ControlPlace {
    std::string path;
    int line = 0;
    int service = kWholeWorkload;
};

/// The first such line of each file and service, in the order of the bundle.
std::vector<ControlPlace> placesOf(const Bundle &bundle, ControlId control);

} // namespace skanse::ui
