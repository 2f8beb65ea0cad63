// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/build_paths.h"
#include "core/render/docker/parts.h"
#include "core/render/parts.h"

namespace skanse::render {

namespace {

Text dockerfileText(const Request &request, const ServicePlan &service)
{
    imagefile::Instructions instructions;
    imagefile::addStages(request, service, instructions);
    imagefile::addVolumeFolders(request, service, instructions);
    imagefile::addMetadata(request, service, instructions);
    return dockerfile::write(instructions,
                             request.header({"Dockerfile: builds the image of one service",
                                             "Dockerfile: bygger imaget til én tjeneste"}),
                             request.commenter());
}

} // namespace

void dockerfiles(const Request &request, Bundle &bundle)
{
    for (const ServicePlan &service : request.plan().services) {
        if (!service.image.build)
            continue;
        Text file = dockerfileText(request, service);
        bundle.artifacts.push_back({dockerFolder(service) + "Dockerfile", Syntax::Dockerfile,
                                    std::move(file.text), std::move(file.spans), false});
        Text ignored = imagefile::ignoreList(request, service);
        bundle.artifacts.push_back({ignoreFile(service), Syntax::Plain, std::move(ignored.text),
                                    std::move(ignored.spans), false});
    }
}

} // namespace skanse::render
