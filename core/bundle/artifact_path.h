// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/bundle/writer.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace skanse::bundle {

/// Folders with files in preparation start with this.
inline constexpr std::string_view kStagingPrefix = ".skanse-staging-";

/// Why `path` may not be written below a bundle folder; nothing when it may. Allowed are relative paths
/// of visible characters with forward slashes; no empty, `.` or `..` parts, no backslash, no drive
/// letter, none of the writer's own names.
std::optional<Prose> pathProblem(std::string_view path);

/// Every path by itself, and all together: no two that are equal without regard to case, and none that
/// is a folder of another.
std::optional<WriteError> pathsProblem(std::span<const Artifact> artifacts);

/// The same letters for names that differ in case or Unicode form only.
std::string caseFolded(std::string_view path);

/// `docker/api` for `docker/api/Dockerfile`; empty for a file at the top.
std::string_view parentOf(std::string_view path);
std::string_view nameOf(std::string_view path);

} // namespace skanse::bundle
