// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"
#include "core/text/artifact.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace skanse {

/// What writing does about one file.
enum class FileState : std::uint8_t {
    New,     ///< not there yet (or deleted by hand): it is written
    Changed, ///< as Skanse wrote it, and the new text (or the execute bit) differs: it is replaced
    Unchanged,    ///< already has the new text: it is not touched
    EditedByHand, ///< differs from what Skanse wrote: it is kept, or replaced with `force`
    Obsolete,     ///< Skanse wrote it before, the new bundle no longer has it: it is removed
    Foreign,      ///< in the way, and Skanse did not write it: refused, or replaced with `force`
};

std::string_view toString(FileState state);

struct FilePlan {
    std::string path;
    FileState state = FileState::New;
    bool operator==(const FilePlan &) const = default;
};

/// One entry per artifact and per file that Skanse wrote before, sorted by path.
struct WritePlan {
    std::vector<FilePlan> files;
    bool folderExists = false;
};

struct WriteOptions {
    /// Replace files that were edited by hand, and files of others that are in the way.
    bool force = false;
    /// Called before each file is prepared and once more (done == total) before the folder is changed.
    /// Return false to cancel: nothing changes.
    std::function<bool(std::size_t done, std::size_t total)> progress = {};
};

struct WriteError {
    Prose message;    ///< names the file and the system's reason
    Prose advice;     ///< what to do, and whether anything changed
    std::string path; ///< of the file or folder; relative to the bundle for a file in it
};

/// Paths relative to the folder, sorted.
struct WriteReport {
    std::vector<std::string> written;
    std::vector<std::string> unchanged;
    std::vector<std::string> kept; ///< edited by hand; also those that the bundle no longer has
    std::vector<std::string> removed;
};

/// The list of what Skanse wrote: paths and SHA-256. It marks a folder as a bundle.
inline constexpr std::string_view kManifestName = ".skanse-bundle.json";

/// Looks, and changes nothing. Allowed are a folder that does not exist in a parent that does, an empty
/// folder, and one that Skanse wrote. The folder itself may be reached through symbolic links; below
/// it none is followed. No exception leaves.
std::expected<WritePlan, WriteError> planWrite(std::span<const Artifact> artifacts,
                                               const std::filesystem::path &folder);

/// Writes all or nothing: every file is prepared beside its place and flushed to disk, then moved in;
/// at the first failure everything is moved back. Files that are not in the manifest are left alone.
/// A file edited by hand that the bundle no longer has is kept, with `force` too. Only one writer at
/// a time works in a folder. No exception leaves, not even one from `progress`.
std::expected<WriteReport, WriteError> writeBundle(std::span<const Artifact> artifacts,
                                                   const std::filesystem::path &folder,
                                                   const WriteOptions &options);

} // namespace skanse
