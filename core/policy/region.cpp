// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/context.h"

#include <algorithm>

namespace skanse::policy {

namespace {

const Region *known(Context &context, const std::string &iso, std::string_view question,
                    std::string path = {})
{
    if (iso.empty())
        return nullptr;
    const Region *region = context.catalogue.region(iso);
    if (region == nullptr)
        context.report(
            Severity::Error, "country-unknown",
            path.empty() ? std::string(question) : std::move(path), question,
            fill(StaticProse{"Nothing is known about the country “{}”.",
                             "Ingenting er kjent om landet «{}»."},
                 iso),
            {"“skanse-cli regions” lists the countries.", "«skanse-cli regions» lister landene."});
    return region;
}

bool handles(const RegionPlan &plan, DataClass data)
{
    return std::ranges::find(plan.data, data) != plan.data.end();
}

bool personal(const RegionPlan &plan)
{
    return handles(plan, DataClass::Personal) || handles(plan, DataClass::Special);
}

bool isUnitedStates(const Region *region)
{
    return region != nullptr && region->iso == "US";
}

/// The closed word list of Duty::when.
bool applies(const Context &context, const Duty &duty)
{
    const RegionPlan &plan = context.plan.region;
    const auto isInUnitedStates = [](const auto &place) { return isUnitedStates(place.region); };
    const auto outside = [](const DataLocation &location) {
        return location.region != nullptr && !location.region->eea;
    };
    const bool norwegian = (plan.hosting != nullptr && plan.hosting->iso == "NO")
                        || std::ranges::find(context.answers.host.userCountries, "NO")
                               != context.answers.host.userCountries.end();
    if (duty.when == "always")
        return true;
    if (duty.when == "personal-data")
        return personal(plan);
    if (duty.when == "special-category")
        return handles(plan, DataClass::Special);
    if (duty.when == "payment")
        return handles(plan, DataClass::Payment);
    if (duty.when == "outside-eea")
        return std::ranges::any_of(plan.peers, &PeerLocation::flagged)
            || (personal(plan) && std::ranges::any_of(plan.locations, outside));
    if (duty.when == "us-provider")
        return personal(plan) && isUnitedStates(plan.providerCountry);
    if (duty.when == "foreign-provider")
        return personal(plan) && plan.providerCountry != nullptr && !plan.providerCountry->eea;
    if (duty.when == "norwegian-bookkeeping")
        return norwegian;
    if (duty.when == "us-region")
        return personal(plan)
            && (std::ranges::any_of(plan.locations, isInUnitedStates)
                || std::ranges::any_of(plan.peers, isInUnitedStates));
    return false;
}

std::string_view ownerClass(const Catalogue &catalogue, const Region &country)
{
    if (country.eea)
        return "eea";
    if (country.iso == "US")
        return "us";
    const LegalBasis *basis = catalogue.basis(country.basis);
    return basis != nullptr && basis->level <= 2 ? "adequate" : "other";
}

/// The first row that fits; "any" fits every server.
const OwnershipRisk *ownershipOf(const Context &context)
{
    const RegionPlan &plan = context.plan.region;
    if (plan.hosting == nullptr || plan.providerCountry == nullptr)
        return nullptr;
    const auto owner = ownerClass(context.catalogue, *plan.providerCountry);
    const auto server = ownerClass(context.catalogue, *plan.hosting);
    const auto found =
        std::ranges::find_if(context.catalogue.ownership, [&](const OwnershipRisk &row) {
            return row.owner == owner && (row.server == server || row.server == "any");
        });
    return found == context.catalogue.ownership.end() ? nullptr : &*found;
}

/// Only what this workload connects to can take data out; who connects to it comes for its own.
void locatePeer(Context &context, std::size_t number)
{
    const Flow &flow = context.plan.flows[number];
    const Endpoint &own = flow.from.kind == Endpoint::Kind::Service ? flow.from : flow.to;
    PeerLocation peer{.flow = number};
    peer.region = known(
        context, flow.country, "service.peer.country",
        "services." + context.plan.services[static_cast<std::size_t>(own.service)].name + ".peers");
    if (flow.from.kind != Endpoint::Kind::Service
        || (flow.to.kind != Endpoint::Kind::Network && flow.to.kind != Endpoint::Kind::Name))
        return;
    if (peer.region != nullptr)
        peer.basis = context.catalogue.basis(peer.region->basis);
    peer.flagged = peer.region != nullptr && !peer.region->eea && personal(context.plan.region);
    context.plan.region.peers.push_back(peer);
}

/// The catalogue knows round trips from and to Oslo only; everything else must be measured.
Latency latencyOf(const Region &hosting, const Region &users)
{
    Latency latency{.users = &users, .milliseconds = {}, .basis = Basis::Estimate};
    const Region *far = hosting.iso == "NO" ? &users : users.iso == "NO" ? &hosting : nullptr;
    if (far != nullptr) {
        latency.milliseconds = far->rttOslo;
        latency.basis = far->rttBasis;
    }
    return latency;
}

} // namespace

void planRegion(Context &context)
{
    const Host &host = context.answers.host;
    RegionPlan &plan = context.plan.region;
    plan.hosting = known(context, host.region, "host.region");
    plan.provider = host.provider;
    plan.providerCountry = known(context, host.providerCountry, "host.providerCountry");
    plan.data = host.data;
    std::ranges::sort(plan.data);

    const auto locate = [&](DataLocation::Kind kind, const std::string &iso,
                            std::string_view question) {
        const Region *region = iso.empty() ? plan.hosting : known(context, iso, question);
        plan.locations.push_back(
            {kind, region, region == nullptr ? nullptr : context.catalogue.basis(region->basis)});
    };
    locate(DataLocation::Kind::Hosting, {}, "host.region");
    locate(DataLocation::Kind::Backup, host.backupRegion, "host.backupRegion");
    locate(DataLocation::Kind::Logs, host.logRegion, "host.logRegion");
    locate(DataLocation::Kind::Registry, host.registryRegion, "host.registryRegion");

    for (std::size_t i = 0; i < context.plan.flows.size(); ++i)
        locatePeer(context, i);
    plan.ownership = ownershipOf(context);
    for (const Duty &duty : context.catalogue.duties)
        if (applies(context, duty))
            plan.duties.push_back(&duty);
    for (const std::string &iso : host.userCountries)
        if (const Region *users = known(context, iso, "host.userCountries");
            users != nullptr && plan.hosting != nullptr)
            plan.latencies.push_back(latencyOf(*plan.hosting, *users));
}

} // namespace skanse::policy
