// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"

namespace skanse {

std::string fillList(std::string_view pattern, std::initializer_list<FillValue> values)
{
    std::string out;
    out.reserve(pattern.size() + 16 * values.size());
    const auto *next = values.begin();
    for (; next != values.end(); ++next) {
        const auto gap = pattern.find("{}");
        if (gap == std::string_view::npos)
            break;
        out += pattern.substr(0, gap);
        out += next->text();
        pattern.remove_prefix(gap + 2);
    }
    out += pattern;
    return out;
}

} // namespace skanse
