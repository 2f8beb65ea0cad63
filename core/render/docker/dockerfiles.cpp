// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/build_paths.h"
#include "core/render/docker/parts.h"
#include "core/render/let_pass.h"
#include "core/render/parts.h"

namespace skanse::render {

namespace {

/// checkov reads what it should let pass from comments. A waiver's reason is the user's own text and
/// has no place in a comment.
void addLetPass(const Request &request, const ServicePlan &service,
                std::vector<std::string> &header)
{
    for (const LetPass &one : letPass(request, service, "checkov"))
        if (one.rule.starts_with("CKV_DOCKER_"))
            header.push_back(
                "checkov:skip=" + one.rule + ":"
                + (one.question == "service.waiver.control" ? "HARDENING.md" : one.reason));
}

Text dockerfileText(const Request &request, const ServicePlan &service)
{
    imagefile::Instructions instructions;
    imagefile::addStages(request, service, instructions);
    imagefile::addVolumeFolders(request, service, instructions);
    imagefile::addMetadata(request, service, instructions);
    std::vector<std::string> header = request.header({"Dockerfile: builds the image of one service",
                                                      "Dockerfile: bygger imaget til én tjeneste"});
    addLetPass(request, service, header);
    return dockerfile::write(instructions, header, request.commenter());
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
