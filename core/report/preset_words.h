// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/preset.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skanse::report {

/// One line about a preset and how well it is known; without a basis it follows from the others.
struct PresetFact {
    std::string label;
    std::string text;
    std::optional<Basis> basis;
};

/// What there is to say, in the order of the documents. Empty facts are left out.
std::vector<PresetFact> factsOf(const Preset &preset, Language language);

/// "http 8080, https 8443"
std::string presetPorts(const Preset &preset);

/// "?" behind what is unverified.
inline std::string_view doubt(Basis basis)
{
    return isUnverified(basis) ? "?" : "";
}

} // namespace skanse::report
