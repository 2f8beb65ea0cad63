// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"
#include "core/text/dockerfile_writer.h"

#include <vector>

/// The parts of one Dockerfile. Each adds its instructions.
namespace skanse::render::imagefile {

using Instructions = std::vector<dockerfile::Instruction>;

/// Every stage of the recipe.
void addStages(const Request &request, const ServicePlan &service, Instructions &out);
/// In the last stage: folders for the storage, owned by the service's user, so that a new volume
/// mounted there belongs to it.
void addVolumeFolders(const Request &request, const ServicePlan &service, Instructions &out);
/// What the image says about itself and how it is started.
void addMetadata(const Request &request, const ServicePlan &service, Instructions &out);

/// Where the first stage keeps the empty folders that addVolumeFolders copies.
std::string stagedFolder(const MountPlan &mount);
/// Whether the folders are made in the first stage: the last one has no shell of its own.
bool stagesFolders(const ServicePlan &service);

/// The ignore file of the build context.
Text ignoreList(const Request &request, const ServicePlan &service);

} // namespace skanse::render::imagefile
