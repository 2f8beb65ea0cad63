// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"

namespace skanse {

std::string fillList(std::string_view pattern, std::initializer_list<FillValue> values)
{
    std::string out;
    out.reserve(pattern.size() + 16 * values.size());
    const auto *next = values.begin();
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '{' && at + 1 < pattern.size() && pattern[at + 1] == '}'
            && next != values.end()) {
            out += next->text();
            ++next;
            ++at;
        } else {
            out += pattern[at];
        }
    }
    return out;
}

} // namespace skanse
