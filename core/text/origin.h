// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_set.h"

#include <cstdint>
#include <string_view>

namespace skanse {

/// Why a line is there: the controls that put it there and the answer that caused it.
struct Origin {
    ControlSet controls;
    std::string_view question; ///< id in the question table; static; empty when no answer caused it
    std::int16_t subject = -1; ///< index of the service it is about; -1 for the whole workload

    [[nodiscard]] bool empty() const { return controls.empty() && question.empty(); }
    bool operator==(const Origin &) const = default;
};

} // namespace skanse
