// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"

namespace skanse::render::cluster {

namespace {

using enum ControlId;

Node runtimeDefault()
{
    Node profile = Node::map();
    profile.add("type", "RuntimeDefault");
    return profile;
}

void addProfile(const Request &request, const ServicePlan &service, Node &context,
                std::string_view key, ControlId control)
{
    if (service.applied(control))
        context.add(key, runtimeDefault()).why(request.why(service, {control}));
}

/// The user; the same numbers on every target. With the control waived the image decides.
void addUser(const Request &request, const ServicePlan &service, Node &context)
{
    if (!service.applied(non_root))
        return;
    context.add("runAsNonRoot", true).why(request.why(service, {non_root}));
    context.add("runAsUser", service.uid).why(request.why(service, {non_root}, "service.uid"));
    context.add("runAsGroup", service.gid).why(request.why(service, {non_root}, "service.gid"));
}

Node lowPorts()
{
    Node sysctl = Node::map();
    sysctl.add("name", "net.ipv4.ip_unprivileged_port_start");
    sysctl.add("value", "0");
    Node list = Node::list();
    list.append(std::move(sysctl));
    return list;
}

Node capabilitiesOf(const Request &request, const ServicePlan &service)
{
    Node capabilities = Node::map();
    if (service.applied(drop_capabilities))
        capabilities.add("drop", Node::list({"ALL"}).flow())
            .why(request.why(service, {drop_capabilities}));
    if (!service.capabilities.empty())
        capabilities.add("add", Node::list(service.capabilities).flow())
            .why(request.why(service, {drop_capabilities}, "service.port.container"));
    return capabilities;
}

} // namespace

Node podSecurityContext(const Request &request, const ServicePlan &service)
{
    Node context = Node::map();
    addUser(request, service, context);
    if (service.applied(volume_ownership)) {
        context.add("fsGroup", service.gid)
            .why(request.why(service, {volume_ownership}, "service.gid"));
        context.add("fsGroupChangePolicy", "OnRootMismatch")
            .why(request.why(service, {volume_ownership}));
    }
    addProfile(request, service, context, "seccompProfile", seccomp);
    addProfile(request, service, context, "appArmorProfile", apparmor);
    if (service.lowPortSysctl)
        context.add("sysctls", lowPorts())
            .why(request.why(service, {unprivileged_port}, "service.port.container"));
    return context;
}

Node containerSecurityContext(const Request &request, const ServicePlan &service)
{
    Node context = Node::map();
    if (service.applied(no_privilege_escalation))
        context.add("allowPrivilegeEscalation", false)
            .why(request.why(service, {no_privilege_escalation}));
    if (service.applied(read_only_root))
        context.add("readOnlyRootFilesystem", true).why(request.why(service, {read_only_root}));
    addUser(request, service, context);
    if (Node capabilities = capabilitiesOf(request, service); !capabilities.entries().empty())
        context.add("capabilities", std::move(capabilities));
    addProfile(request, service, context, "seccompProfile", seccomp);
    addProfile(request, service, context, "appArmorProfile", apparmor);
    return context;
}

} // namespace skanse::render::cluster
