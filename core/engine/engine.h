// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/resolve.h"
#include "core/profile/reader.h"
#include "core/render/bundle.h"

#include <optional>
#include <string_view>

/// The whole way from a profile to a bundle: what the window, the command line and the benchmark call.
namespace skanse {

struct Outcome {
    std::optional<Profile> profile; ///< absent when the text could not be read
    std::optional<Plan> plan; ///< absent with the profile; may be shown even when there are errors
    Stamp stamp;
    Bundle bundle;           ///< empty when there are errors
    Diagnostics diagnostics; ///< of all three steps, with places where they are known

    [[nodiscard]] bool failed() const { return hasError(diagnostics); }
};

/// Reads, resolves and renders. Pure: the same text gives the same outcome on every machine.
/// `evidence` may be null: none was loaded.
Outcome makeBundle(std::string_view profileText, std::shared_ptr<const Evidence> evidence = {});

/// Reads and resolves only.
Outcome makePlan(std::string_view profileText, std::shared_ptr<const Evidence> evidence = {});

/// The same from answers, for callers that hold them already.
Outcome makeBundle(const Answers &answers, std::shared_ptr<const Evidence> evidence = {});

} // namespace skanse
