// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/policy/plan.h"

namespace skanse {

/// The plan and what is wrong or open about the answers. With an error the plan is not fit to be
/// rendered; it is still complete enough to be shown.
struct Resolution {
    Plan plan;
    Diagnostics diagnostics;
};

/// Makes every decision. Pure: the same answers and catalogue give the same plan. Single answers have
/// passed schema's check(); what they mean together is judged here.
/// `evidence` decides nothing about the files of the workload; it says how far the plan was seen to hold.
Resolution resolve(const Answers &answers, const Catalogue &catalogue,
                   std::shared_ptr<const Evidence> evidence = {});

} // namespace skanse
