// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/compose/parts.h"

namespace skanse::render::composefile {

using enum ControlId;
using yaml::Node;

void addReadOnly(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.applied(read_only_root))
        node.add("read_only", true).why(request.why(service, read_only_root, "service.scratch"));
}

void addCapabilitiesDropped(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.applied(drop_capabilities))
        node.add("cap_drop", Node::list({"ALL"}))
            .flow()
            .why(request.why(service, drop_capabilities));
}

void addCapabilitiesAdded(const Request &request, const ServicePlan &service, Node &node)
{
    if (!service.capabilities.empty())
        node.add("cap_add", Node::list(service.capabilities))
            .flow()
            .why(request.why(service, drop_capabilities, "service.port.container"));
}

void addSecurityOptions(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.applied(no_privilege_escalation))
        node.add("security_opt", Node::list({"no-new-privileges:true"}))
            .why(request.why(service, no_privilege_escalation));
    else // the daemon's default would hold otherwise, and the waiver would do nothing
        node.add("security_opt", Node::list({"no-new-privileges:false"}))
            .why(request.from(service, "service.waiver.control"));
}

void addSysctls(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.lowPortSysctl)
        node.add("sysctls", Node::map())
            .why(request.why(service, unprivileged_port, "service.port.container"))
            .add("net.ipv4.ip_unprivileged_port_start", 0);
}

} // namespace skanse::render::composefile
