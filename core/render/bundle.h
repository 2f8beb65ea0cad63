// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"

namespace skanse {

/// Makes every file the plan asks for. Pure and deterministic. The plan must be free of errors.
Bundle renderBundle(const Plan &plan, const Catalogue &catalogue, const Stamp &stamp,
                    const Diagnostics &diagnostics);

} // namespace skanse
