// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <string>

/// Where the files of an image stand, relative to the bundle and to each other.
namespace skanse::render {

struct BuildPaths {
    std::string context;    ///< from the bundle: "./src/api"
    std::string dockerfile; ///< from the context: "../../docker/api/Dockerfile"
    /// The context is outside the bundle, whose own folder's name is not known. `dockerfile` then starts
    /// with a Compose variable and must not be encoded.
    bool needsWorkingFolder = false;
};

BuildPaths buildPaths(const ServicePlan &service);

/// "docker/api/"
std::string dockerFolder(const ServicePlan &service);

/// The ignore file that the build of this image reads: beside the Dockerfile under the Dockerfile's
/// name, or in the context itself when that is the Dockerfile's folder.
std::string ignoreFile(const ServicePlan &service);

} // namespace skanse::render
