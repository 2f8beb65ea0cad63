// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/build_paths.h"

#include <algorithm>

namespace skanse::render {

namespace {

/// "./src/api/" → "src/api"; "." → "".
std::string_view plainFolder(std::string_view folder)
{
    if (folder == ".")
        return {};
    if (folder.starts_with("./"))
        folder.remove_prefix(2);
    while (folder.ends_with('/'))
        folder.remove_suffix(1);
    return folder;
}

/// One "../" for each part of the folder.
std::string wayBack(std::string_view folder)
{
    std::string way;
    if (folder.empty())
        return way;
    const auto depth = std::ranges::count(folder, '/') + 1;
    for (std::ptrdiff_t i = 0; i < depth; ++i)
        way += "../";
    return way;
}

} // namespace

std::string dockerFolder(const ServicePlan &service)
{
    return "docker/" + service.name + "/";
}

std::string ignoreFile(const ServicePlan &service)
{
    return dockerFolder(service)
         + (service.image.recipe->needsSource ? "Dockerfile.dockerignore" : ".dockerignore");
}

BuildPaths buildPaths(const ServicePlan &service)
{
    if (!service.image.recipe->needsSource)
        return {"./docker/" + service.name, "Dockerfile", false};
    const std::string_view folder = plainFolder(service.image.context);
    const std::string file = dockerFolder(service) + "Dockerfile";
    if (folder == ".." || folder.starts_with("../"))
        return {std::string(folder), "${PWD:?start Compose in the folder of this file}/" + file,
                true};
    if (folder.empty())
        return {".", file, false};
    return {"./" + std::string(folder), wayBack(folder) + file, false};
}

} // namespace skanse::render
