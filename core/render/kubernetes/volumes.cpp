// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/kubernetes/parts.h"

#include <algorithm>

namespace skanse::render::cluster {

namespace {

using enum ControlId;

/// Below the root of a volume: many file systems keep a folder lost+found there, which databases take
/// for data.
constexpr std::string_view kSubPath = "data";

/// Octal 0440: the service's group reads. Without a group on the volumes everybody in the container has to.
std::int64_t secretMode(const ServicePlan &service)
{
    return service.applied(volume_ownership) ? 0440 : 0444;
}

/// /var/lib/app -> var-lib-app, as much as fits.
std::string slug(std::string_view path)
{
    std::string out;
    for (const char c : path.substr(0, 40)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
        else if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

Node mountNode(std::string_view name, std::string_view path)
{
    Node mount = Node::map();
    mount.add("name", name);
    mount.add("mountPath", path);
    return mount;
}

Node secretItem(const SecretPlan &secret)
{
    Node item = Node::map();
    item.add("key", secret.name);
    item.add("path", secret.name);
    Node items = Node::list();
    items.append(std::move(item));
    return items;
}

class VolumeWriter
{
public:
    VolumeWriter(const Request &request, const ServicePlan &service)
        : m_request(request)
        , m_service(service)
    {
    }

    Volumes write()
    {
        for (const MountPlan &mount : m_service.storage)
            addStorage(mount);
        for (const ScratchPlan &scratch : m_service.scratch)
            addScratch(scratch);
        addSharedMemory();
        addSecrets();
        addConfig();
        return std::move(m_result);
    }

private:
    /// A name that no other volume of the pod has.
    std::string unused(const std::string &name)
    {
        std::string candidate = name;
        for (int number = 2; std::ranges::find(m_names, candidate) != m_names.end(); ++number)
            candidate = name + "-" + std::to_string(number);
        m_names.push_back(candidate);
        return candidate;
    }

    void addStorage(const MountPlan &mount)
    {
        const bool own = isOwnVolume(m_service, mount);
        const std::string name = unused(mount.volume);
        if (!own) {
            Node claim = Node::map();
            claim.add("claimName", mount.volume);
            Node volume = Node::map();
            volume.add("name", name);
            volume.add("persistentVolumeClaim", std::move(claim));
            m_result.volumes.append(std::move(volume));
        }
        m_result.mounts.append(storageMount(mount, name, mount.path, own));
        if (mount.seeded)
            m_result.seedMounts.append(storageMount(mount, name, "/skanse-seed" + mount.path, own));
    }

    [[nodiscard]] Node storageMount(const MountPlan &mount, std::string_view name,
                                    std::string_view path, bool own) const
    {
        Node node = mountNode(name, path);
        if (own)
            node.add("subPath", kSubPath);
        if (mount.readOnly)
            node.add("readOnly", true).why(m_request.from(m_service, "service.storage.readOnly"));
        node.why(m_request.from(m_service, "service.storage.path"));
        return node;
    }

    void addScratch(const ScratchPlan &scratch)
    {
        Node empty = inMemory();
        if (m_service.applied(scratch_limits))
            empty.add("sizeLimit", toString(scratch.size))
                .why(m_request.why(m_service, {scratch_limits}, "service.scratch.size"));
        addEmpty(unused("scratch-" + slug(scratch.path)), scratch.path, std::move(empty),
                 m_request.why(m_service, {read_only_root}, "service.scratch.path"));
    }

    /// /dev/shm is 64 MiB otherwise.
    void addSharedMemory()
    {
        constexpr std::string_view kPath = "/dev/shm";
        const auto &size = m_service.resources.sharedMemory;
        if (!size
            || std::ranges::find(m_service.scratch, kPath, &ScratchPlan::path)
                   != m_service.scratch.end())
            return;
        Node empty = inMemory();
        empty.add("sizeLimit", toString(*size));
        addEmpty(unused("shared-memory"), kPath, std::move(empty),
                 m_request.from(m_service, "service.preset"));
    }

    /// As the tmpfs of Compose is; counts towards the memory limit.
    static Node inMemory()
    {
        Node empty = Node::map();
        empty.add("medium", "Memory");
        return empty;
    }

    void addEmpty(std::string_view name, std::string_view path, Node empty, const Origin &why)
    {
        Node volume = Node::map();
        volume.add("name", name);
        volume.add("emptyDir", std::move(empty));
        m_result.volumes.append(std::move(volume));
        m_result.mounts.append(mountNode(name, path)).why(why);
    }

    /// Secrets in /run/secrets come as one volume, so that a changed secret reaches the pod; those with a
    /// place of their own as single files.
    void addSecrets()
    {
        const Origin why = m_request.why(m_service, {secret_files}, "service.secrets");
        Node sources = Node::list();
        for (const SecretPlan &secret : m_service.secrets) {
            if (secret.use == SecretUse::Config) {
                addSecretFile(secret, why);
                continue;
            }
            Node source = Node::map();
            source.add("name", secret.name);
            source.add("items", secretItem(secret));
            Node entry = Node::map();
            entry.add("secret", std::move(source));
            sources.append(std::move(entry));
        }
        if (sources.entries().empty())
            return;
        Node projected = Node::map();
        projected.add("defaultMode", secretMode(m_service));
        projected.add("sources", std::move(sources));
        addReadOnly("secrets", "/run/secrets", {}, "projected", std::move(projected), why);
    }

    void addSecretFile(const SecretPlan &secret, const Origin &why)
    {
        Node source = Node::map();
        source.add("secretName", secret.name);
        source.add("defaultMode", secretMode(m_service));
        source.add("items", secretItem(secret));
        addReadOnly("secret-" + secret.name, secret.path, secret.name, "secret", std::move(source),
                    why);
    }

    void addReadOnly(const std::string &wanted, std::string_view path, std::string_view subPath,
                     std::string_view kind, Node source, const Origin &why)
    {
        const std::string name = unused(wanted);
        Node volume = Node::map();
        volume.add("name", name);
        volume.add(kind, std::move(source));
        m_result.volumes.append(std::move(volume)).why(why);
        appendReadOnlyMount(name, path, subPath).why(why);
    }

    Node &appendReadOnlyMount(std::string_view name, std::string_view path,
                              std::string_view subPath)
    {
        Node mount = mountNode(name, path);
        if (!subPath.empty())
            mount.add("subPath", subPath);
        mount.add("readOnly", true);
        return m_result.mounts.append(std::move(mount));
    }

    void addConfig()
    {
        if (m_service.files.empty())
            return;
        const std::string name = unused("config");
        Node source = Node::map();
        source.add("name", m_service.name + "-config");
        Node volume = Node::map();
        volume.add("name", name);
        volume.add("configMap", std::move(source));
        m_result.volumes.append(std::move(volume));
        for (const ConfigFilePlan &file : m_service.files)
            appendReadOnlyMount(name, file.path, file.fileName)
                .why(m_request.from(m_service, "service.preset"));
    }

    const Request &m_request;
    const ServicePlan &m_service;
    std::vector<std::string> m_names;
    Volumes m_result;
};

} // namespace

Volumes volumesOf(const Request &request, const ServicePlan &service)
{
    return VolumeWriter(request, service).write();
}

} // namespace skanse::render::cluster
