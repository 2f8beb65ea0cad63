// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"

#include <expected>

namespace skanse {

/// Makes every file the plan asks for. Pure and deterministic. The plan must be free of errors.
std::expected<Bundle, RenderError> renderBundle(const Plan &plan, const Catalogue &catalogue,
                                                const Stamp &stamp, const Diagnostics &diagnostics);

/// The same in words, for the user.
Diagnostic diagnosticOf(const RenderError &error);

} // namespace skanse
