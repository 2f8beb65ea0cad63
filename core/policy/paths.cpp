// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/service_plan.h"

#include <algorithm>
#include <map>
#include <set>

namespace skanse::policy {

namespace {

constexpr Bytes kDefaultScratch{64LL << 20U};

/// /var/lib/app -> var-lib-app: unique per path within a service, a DNS label.
std::string slug(std::string_view path)
{
    std::string out;
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool upper = c >= 'A' && c <= 'Z';
        if (plain)
            out += c;
        else if (upper)
            out += static_cast<char>(c - 'A' + 'a');
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

} // namespace

std::vector<MountPlan> storageOf(Context &context, const Service &answers, const Preset &preset)
{
    std::vector<MountPlan> mounts;
    for (const PresetStorage &known : preset.storage)
        mounts.push_back({.volume = {},
                          .path = known.path,
                          .size = known.size,
                          .kind = known.kind,
                          .backup = known.backup,
                          .seeded = known.kind == StorageKind::Config});
    for (const Storage &asked : answers.storage) {
        auto found = std::ranges::find(mounts, asked.path, &MountPlan::path);
        const bool known = found != mounts.end();
        if (!known && !asked.size)
            context.report(Severity::Error, "storage-size-missing",
                           pathOf(answers) + ".storage." + asked.path + ".size",
                           "service.storage.size",
                           fill(StaticProse{"The storage “{}” needs a size.",
                                            "Lagringen «{}» trenger en størrelse."},
                                asked.path),
                           {"Say what it may grow to, such as 10Gi.",
                            "Oppgi hva den kan vokse til, for eksempel 10Gi."});
        MountPlan mount = known ? *found : MountPlan{};
        mount.path = asked.path;
        mount.size = asked.size.value_or(mount.size);
        mount.kind = asked.kind;
        mount.readOnly = asked.readOnly;
        mount.shared = asked.shared;
        mount.backup = asked.backup && asked.kind != StorageKind::Cache;
        mount.seeded = mount.seeded && !mount.readOnly;
        if (known)
            *found = mount;
        else
            mounts.push_back(mount);
    }
    return mounts;
}

std::vector<ScratchPlan> scratchOf(const Service &answers, const Preset &preset)
{
    std::vector<ScratchPlan> paths;
    for (const PresetScratch &known : preset.scratch) {
        // Asked to persist: then it is storage, not scratch.
        if (std::ranges::find(answers.storage, known.path, &Storage::path) == answers.storage.end())
            paths.push_back({known.path, known.size, known.exec});
    }
    for (const Scratch &asked : answers.scratch) {
        auto found = std::ranges::find(paths, asked.path, &ScratchPlan::path);
        if (found == paths.end())
            found = paths.insert(paths.end(), {asked.path, kDefaultScratch, false});
        found->size = asked.size.value_or(found->size);
        found->exec = asked.exec.value_or(found->exec);
    }
    return paths;
}

namespace {

/// A DNS label that can still get a number and a prefix.
std::string shortened(std::string name)
{
    if (name.size() > 52)
        name.resize(52);
    while (name.ends_with('-'))
        name.pop_back();
    return name;
}

/// Whether a service with another user has the same shared storage: it is neither owner nor group.
bool othersRead(const Plan &plan, const ServicePlan &owner, const MountPlan &mount)
{
    return mount.shared && std::ranges::any_of(plan.services, [&](const ServicePlan &other) {
               return (other.uid != owner.uid || other.gid != owner.gid)
                   && std::ranges::any_of(other.storage, [&](const MountPlan &same) {
                          return same.shared && same.path == mount.path;
                      });
           });
}

} // namespace

/// Names are unique in the whole plan: two services must never meet on one volume by accident. Shared
/// storage is meant to meet, by its path.
void nameVolumes(Plan &plan)
{
    std::map<std::string, std::string> sharedByPath;
    std::set<std::string> used;
    const auto unused = [&](const std::string &base) {
        std::string name = base;
        for (int number = 2; !used.insert(name).second; ++number)
            name = base + "-" + std::to_string(number);
        return name;
    };
    for (ServicePlan &service : plan.services)
        for (MountPlan &mount : service.storage) {
            mount.othersRead = othersRead(plan, service, mount);
            if (mount.shared) {
                std::string &name = sharedByPath[mount.path];
                if (name.empty())
                    name = unused(shortened("shared-" + slug(mount.path)));
                mount.volume = name;
            } else {
                const bool only = service.storage.size() == 1;
                mount.volume = unused(shortened(service.name + "-"
                                                + (only ? std::string("data") : slug(mount.path))));
            }
        }
}

} // namespace skanse::policy
