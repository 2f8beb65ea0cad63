// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "core/base/language.h"

#include <array>
#include <string>
#include <vector>

/// One hardening measure as prose. When it applies is decided in core/policy.
namespace skanse {

enum class ControlScope : std::uint8_t { Service, Workload, Host, Ci };
enum class ControlWeight : std::uint8_t { Critical, High, Medium, Low };
std::string_view toString(ControlScope scope);
std::string_view toString(ControlWeight weight);

/// The columns of the parity matrix.
enum class Column : std::uint8_t { Dockerfile, Compose, Kubernetes, Host, Ci };
inline constexpr std::size_t kColumnCount = 5;
std::string_view toString(Column column);

/// How a control shows in one column, or why it cannot.
struct ControlTarget {
    std::string shows; ///< short: the field; empty when it cannot be expressed
    Prose cannot;
};

struct Reference {
    std::string standard;
    std::string section;
};

struct ToolRules {
    std::string tool;
    std::vector<std::string> ids;
};

struct Control {
    ControlId id{};
    std::int64_t order = 0;
    ControlScope scope = ControlScope::Service;
    ControlWeight severity = ControlWeight::Medium;
    bool waivable = false;
    Prose title;
    Prose comment; ///< one line, for comments in generated files
    Prose why;
    Prose threat;
    Prose residual;
    Prose attempt;
    std::vector<std::int64_t> practices;
    std::array<ControlTarget, kColumnCount> targets;
    std::vector<Reference> references;
    std::vector<ToolRules> rules;
};

} // namespace skanse
