// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace skanse {

/// Where in a text something is. Lines and columns start at 1; 0 means unknown.
struct Place {
    int line = 0;
    int column = 0;
    bool operator==(const Place &) const = default;
};

enum class Severity : std::uint8_t {
    Error,   ///< no bundle is made
    Warning, ///< a bundle is made; the reader should change something
    Open,    ///< a bundle is made; somebody has to fill in a fact (a digest, a key)
    Note,    ///< good to know
};

std::string_view toString(Severity severity);

/// What is wrong (or open) and what to do about it.
struct Diagnostic {
    std::string id; ///< stable, kebab-case: "peer-unknown-service"
    Severity severity = Severity::Error;
    std::string path;     ///< of the answer: "services.api.ports.http.hostPort"
    std::string question; ///< id in the question table: "service.port.hostPort"
    Prose message;
    Prose advice;
    Place place = {};
    bool operator==(const Diagnostic &) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

inline bool hasError(const Diagnostics &diagnostics)
{
    return std::ranges::any_of(diagnostics,
                               [](const auto &d) { return d.severity == Severity::Error; });
}

/// A refusal inside one value; the caller adds path and place.
struct Refusal {
    Prose message;
    Prose advice = {};
};

} // namespace skanse
