// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>
#include <array>
#include <set>

namespace skanse::policy {

namespace {

using enum ControlId;
using enum AttemptKind;

constexpr std::int64_t kMebibyte = 1LL << 20U;
/// Where clouds answer with the machine's credentials.
constexpr std::string_view kMetadataAddress = "169.254.169.254";

std::int64_t inMebibytes(Bytes bytes)
{
    return (bytes.value + kMebibyte - 1) / kMebibyte;
}

/// The bit of a capability in the kernel's masks (linux/capability.h). Only one is ever added back.
std::int64_t bitOf(std::string_view capability)
{
    return capability == "NET_BIND_SERVICE" ? 1LL << 10U : 0;
}

bool shareNetwork(const ServicePlan &one, const ServicePlan &other)
{
    return std::ranges::any_of(one.networks, [&](std::size_t network) {
        return std::ranges::find(other.networks, network) != other.networks.end();
    });
}

/// The attempts of one service, in the order in which they are made: what only looks first, last what may
/// leave nothing for others.
class Attempts
{
public:
    Attempts(const Context &context, std::size_t index)
        : m_context(context)
        , m_plan(context.plan)
        , m_service(context.plan.services[index])
        , m_index(static_cast<int>(index))
    {
    }

    std::vector<AttemptPlan> take()
    {
        rights();
        network();
        secrets();
        limits();
        return std::move(m_attempts);
    }

private:
    [[nodiscard]] bool canShow(ControlId control, Column column) const
    {
        const auto &target =
            m_context.catalogue.control(control).targets.at(static_cast<std::size_t>(column));
        // Engines apply their own profile unless told otherwise, so it can be tried everywhere.
        return control == seccomp || !target.shows.empty();
    }

    /// Adds the attempt when the control is applied or waived for the service.
    void add(AttemptPlan attempt)
    {
        const DecisionState state = m_service.state(attempt.control);
        // Whose secret it is decides, not whether the intruder's own service has one.
        if (state == DecisionState::NotApplicable && attempt.control != secret_files)
            return;
        attempt.waived = state == DecisionState::Waived;
        attempt.compose = attempt.compose && m_plan.wants(Target::Compose)
                       && canShow(attempt.control, Column::Compose);
        attempt.kubernetes = attempt.kubernetes && m_plan.wants(Target::Kubernetes)
                          && canShow(attempt.control, Column::Kubernetes);
        if (attempt.compose || attempt.kubernetes)
            m_attempts.push_back(std::move(attempt));
    }

    void rights()
    {
        add({.kind = BeRoot, .control = non_root, .amount = m_service.uid});
        add({.kind = WriteRoot, .control = read_only_root});
        add({.kind = SetUserId, .control = no_privilege_escalation});
        std::int64_t kept = 0;
        for (const std::string &capability : m_service.capabilities)
            kept |= bitOf(capability);
        add({.kind = KeepCapabilities, .control = drop_capabilities, .amount = kept});
        for (const AttemptKind kind :
             {ChangeRoot, RawSocket, NewNamespace, MountFileSystem, LoadModule, SetClock})
            add({.kind = kind, .control = drop_capabilities});
        add({.kind = FilteredCall, .control = seccomp});
        // Where the plan opens low ports on purpose there is nothing to refuse.
        if (!m_service.lowPortSysctl)
            add({.kind = BindLowPort, .control = unprivileged_port});
        add({.kind = ReadToken, .control = no_service_token});
    }

    [[nodiscard]] bool isAllowed(int target, const PortPlan &port) const
    {
        return std::ranges::any_of(m_plan.flowsFrom(m_index), [&](const Flow *flow) {
            return flow->to.kind == Endpoint::Kind::Service && flow->to.service == target
                && flow->port == port.port && flow->protocol == port.protocol;
        });
    }

    void network()
    {
        const bool waived = m_service.state(segmented_networks) == DecisionState::Waived;
        for (std::size_t i = 0; i < m_plan.services.size(); ++i) {
            const ServicePlan &other = m_plan.services[i];
            const int target = static_cast<int>(i);
            if (target == m_index)
                continue;
            // UDP gives no answer by which open and closed could be told apart.
            for (const PortPlan &port : other.ports)
                if (port.protocol == Protocol::Tcp && !isAllowed(target, port))
                    // Inside a network Compose filters neither by port nor by direction.
                    add({.kind = ReachService,
                         .control = segmented_networks,
                         .service = target,
                         .port = port.port,
                         .compose = waived || !shareNetwork(m_service, other)});
        }
        const auto flows = m_plan.flowsFrom(m_index);
        const bool outside =
            std::ranges::any_of(flows, [](const Flow *flow) { return flow->to.isOutside(); });
        const auto metadata = parseNetwork(kMetadataAddress);
        const bool declared = std::ranges::any_of(flows, [&](const Flow *flow) {
            return flow->to.kind == Endpoint::Kind::Network && metadata
                && flow->to.network.contains(*metadata);
        });
        // A Compose network that leads outside leads everywhere.
        if (!declared)
            add({.kind = ReachMetadata, .control = declared_egress, .compose = !outside});
        if (!outside)
            add({.kind = ReachInternet, .control = declared_egress});
    }

    void secrets()
    {
        std::set<std::string_view> seen;
        for (const SecretPlan &own : m_service.secrets)
            seen.insert(own.path);
        for (std::size_t i = 0; i < m_plan.services.size(); ++i)
            for (const SecretPlan &secret : m_plan.services[i].secrets)
                if (seen.insert(secret.path).second)
                    add({.kind = ReadSecret,
                         .control = secret_files,
                         .path = secret.path,
                         .service = static_cast<int>(i),
                         .kubernetes = false}); // the probe's pod mounts nothing
    }

    void limits()
    {
        add({.kind = RaiseOpenFiles,
             .control = open_files_limit,
             .amount = m_service.resources.openFiles});
        for (const ScratchPlan &scratch : m_service.scratch) {
            // An emptyDir has no noexec, and its size is looked after later: the kubelet evicts.
            if (!scratch.exec)
                add({.kind = RunFromScratch,
                     .control = scratch_limits,
                     .path = scratch.path,
                     .kubernetes = false});
            add({.kind = FillScratch,
                 .control = scratch_limits,
                 .path = scratch.path,
                 .amount = inMebibytes(scratch.size),
                 .kubernetes = false});
        }
        add({.kind = Allocate,
             .control = memory_limit,
             .amount = inMebibytes(m_service.resources.memory)});
        add({.kind = Fork, .control = pids_limit, .amount = m_service.resources.pids});
    }

    const Context &m_context;
    const Plan &m_plan;
    const ServicePlan &m_service;
    int m_index;
    std::vector<AttemptPlan> m_attempts;
};

} // namespace

void planAttempts(Context &context)
{
    for (std::size_t i = 0; i < context.plan.services.size(); ++i)
        context.plan.services[i].attempts = Attempts(context, i).take();
}

} // namespace skanse::policy
