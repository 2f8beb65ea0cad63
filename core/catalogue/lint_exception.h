// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"
#include "core/catalogue/control.h"

#include <array>
#include <string_view>
#include <vector>

/// Findings of scanners that are right to stay as they are, as prose. When one holds is decided in
/// core/policy.
namespace skanse {

enum class ExceptionId : std::uint8_t {
    NativeUser,
    OpenDigest,
    OneReplica,
    SecretFileName,
    PathInVariable,
    NoHealthProgram,
    LowPort,
    SamePort,
    NamespaceLimits,
    ProfilesAsFields,
    YamlForm,
};
inline constexpr std::array<std::string_view, 11> kExceptionNames{
    "native-user",      "open-digest",        "one-replica", "secret-file-name",
    "path-in-variable", "no-health-program",  "low-port",    "same-port",
    "namespace-limits", "profiles-as-fields", "yaml-form",
};
inline constexpr std::size_t kExceptionCount = kExceptionNames.size();

struct LintException {
    ExceptionId id{};
    std::int64_t order = 0;
    Prose title;   ///< one line, also the reason that is given to the tools
    Prose why;     ///< what the tool wants, and why it is not done
    Prose remains; ///< what is lost by it, and what the user can do
    std::vector<ToolRules> rules;
};

/// The rules of one tool; empty when there are none.
std::vector<std::string> rulesFor(const std::vector<ToolRules> &rules, std::string_view tool);

} // namespace skanse
