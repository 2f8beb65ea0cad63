// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/bundle/file_system.h"
#include "core/bundle/manifest.h"
#include "core/bundle/writer.h"

#include <optional>

namespace skanse::bundle {

/// The folder to write to. Not `valid()` when it does not exist; then `parent` is there.
struct Target {
    std::filesystem::path path; ///< without a slash at the end
    Descriptor folder;
    Descriptor parent; ///< only when the folder does not exist
};

std::expected<Target, WriteError> openTarget(const std::filesystem::path &folder);

/// One file of the new bundle or of the one that is there.
struct Item {
    std::string path;
    FileState state = FileState::New;
    const Artifact *artifact = nullptr; ///< none when the new bundle does not have the file
    std::string newHash = {};           ///< of the artifact
    std::string writtenHash = {};       ///< from the manifest; empty when it does not list the file
    Stamp stamp = {};                   ///< of the file that is there
};

/// What is in the folder, compared with the artifacts.
struct Survey {
    std::vector<Item> items; ///< sorted by path
    std::optional<Manifest> manifest;
    Stamp manifestStamp;
    std::vector<std::string>
        leftovers; ///< staging folders of runs that changed nothing or finished
};

/// Refuses folders that Skanse did not write and names that lead elsewhere. Changes nothing.
std::expected<Survey, WriteError> survey(std::span<const Artifact> artifacts, const Target &target);

} // namespace skanse::bundle
