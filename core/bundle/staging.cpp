// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/staging.h"

#include "core/bundle/artifact_path.h"
#include "core/bundle/write_error.h"

#include <cerrno>
#include <cstdlib>
#include <utility>

namespace skanse::bundle {

std::expected<Staging, WriteError> Staging::make(const std::filesystem::path &parent,
                                                 const Descriptor &parentFolder)
{
    static constexpr StaticProse kMessage{"The folder “{}” cannot be written: {}.",
                                          "Mappen «{}» kan ikke skrives: {}."};
    std::string path = (parent / (std::string(kStagingPrefix) + "XXXXXX")).string();
    if (::mkdtemp(path.data()) == nullptr)
        return std::unexpected(systemError(kMessage, parent.string(), errno));
    Staging staging;
    staging.m_path = path;
    staging.m_name = staging.m_path.filename().string();
    staging.m_owned = true;
    auto folder = openFolder(parentFolder, staging.m_name);
    if (!folder)
        return std::unexpected(systemError(kMessage, parent.string(), folder.error()));
    staging.m_folder = std::move(*folder);
    return staging;
}

Staging::Staging(Staging &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_name(std::move(other.m_name))
    , m_folder(std::move(other.m_folder))
    , m_owned(std::exchange(other.m_owned, false))
{
}

Staging::~Staging()
{
    if (m_owned)
        removeStaging(m_path);
}

std::expected<bool, int> wasSwapping(const Descriptor &parent, const std::string &name)
{
    const auto entry = look(parent, name + "/" + std::string(kOldFolder));
    if (!entry)
        return std::unexpected(entry.error());
    return entry->kind != EntryKind::Absent;
}

void removeStaging(const std::filesystem::path &path) noexcept
{
    try {
        // First say that it is rubbish, so that being stopped here raises no alarm.
        std::error_code ignored;
        std::filesystem::rename(path / kOldFolder, path / "done", ignored);
        std::filesystem::remove_all(path, ignored);
    } catch (...) { // NOLINT(bugprone-empty-catch): out of memory; the next run removes it
    }
}

} // namespace skanse::bundle
