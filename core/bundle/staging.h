// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/bundle/file_system.h"
#include "core/bundle/writer.h"

namespace skanse::bundle {

/// In a staging folder beside a bundle that is there: the files to come, and the ones they replace.
/// The second is only there while files are being moved.
inline constexpr std::string_view kNewFolder = "new";
inline constexpr std::string_view kOldFolder = "old";

/// A fresh folder that only this user can enter. At the end of its life it is removed with all that is
/// in it, unless release() was called.
class Staging
{
public:
    /// Makes the folder in `parent`, which is open as `parentFolder`.
    static std::expected<Staging, WriteError> make(const std::filesystem::path &parent,
                                                   const Descriptor &parentFolder);
    Staging(Staging &&other) noexcept;
    Staging &operator=(Staging &&) = delete;
    Staging(const Staging &) = delete;
    Staging &operator=(const Staging &) = delete;
    ~Staging();

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] const Descriptor &folder() const { return m_folder; }
    /// It stays: it was renamed, or it has files that somebody needs.
    void release() { m_owned = false; }

private:
    Staging() = default;

    std::filesystem::path m_path;
    std::string m_name;
    Descriptor m_folder;
    bool m_owned = false;
};

/// Whether a staging folder was left behind while files were being moved. Otherwise nothing in it is
/// needed any more.
std::expected<bool, int> wasSwapping(const Descriptor &parent, const std::string &name);

/// Removes a staging folder as well as it can.
void removeStaging(const std::filesystem::path &path) noexcept;

} // namespace skanse::bundle
