// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/log_options.h"

namespace skanse::render {

yaml::Node logOptions(const LogPlan &logs)
{
    constexpr std::int64_t kMebibyte = 1LL << 20U;
    yaml::Node options = yaml::Node::map();
    options.add("max-size", std::to_string(logs.fileSize.value / kMebibyte) + "m");
    if (logs.driver == "local") // the other one keeps a single file
        options.add("max-file", std::to_string(logs.files));
    return options;
}

} // namespace skanse::render
