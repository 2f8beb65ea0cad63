// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/schema/value.h"

namespace skanse {

std::string toString(const AnswerValue &value)
{
    struct Printer {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const std::string &text) const { return text; }
        std::string operator()(const std::vector<std::string> &words) const
        {
            std::string out = "[";
            for (const auto &word : words)
                out += (out.size() > 1 ? ", " : "") + word;
            return out + "]";
        }
    };
    return std::visit(Printer{}, value);
}

} // namespace skanse
