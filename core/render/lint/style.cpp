// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/lint/files.h"
#include "core/yaml/writer.h"

#include <algorithm>

namespace skanse::render {

using yaml::Node;

/// Values stay on one line, so lines are as long as they are; and cloud-init knows its file by a first
/// line that looks like a badly written comment.
yaml::Written yamllintSettings(const Request &request)
{
    Node root = Node::map();
    root.add("extends", "default");
    Node &rules = root.add("rules", Node::map());
    rules.add("line-length", "disable");
    if (request.plan().wants(Target::Host))
        rules.add("comments", Node::map())
            .add("ignore", Node::list())
            .append("host/user-data.yaml");
    return yaml::write(
        std::span(&root, 1),
        request.header({"Settings of yamllint; it reads them when it is started here",
                        "Innstillinger for yamllint; leses når det startes her"}),
        request.commenter());
}

/// The double quotes that stand everywhere else; ports that differ in their address.
yaml::Written dclintSettings(const Request &request)
{
    Node root = Node::map();
    Node quotes = Node::list();
    quotes.append(1);
    Node options = Node::map();
    options.add("quoteType", "double");
    quotes.append(std::move(options));
    Node &rules = root.add("rules", Node::map());
    rules.add("require-quotes-in-ports", std::move(quotes));
    const Plan &plan = request.plan();
    if (std::ranges::find(plan.exceptions, ExceptionId::SamePort, &ExceptionPlan::id)
        != plan.exceptions.end())
        rules.add("no-duplicate-exported-ports", 0); // it looks at the number only
    return yaml::write(std::span(&root, 1),
                       request.header({"Settings of dclint; it reads them when it is started here",
                                       "Innstillinger for dclint; leses når det startes her"}),
                       request.commenter());
}

} // namespace skanse::render
