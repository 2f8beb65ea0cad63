// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/docker/parts.h"

#include <algorithm>

namespace skanse::render::imagefile {

using enum ControlId;
using dockerfile::Instruction;

namespace {

ControlSet controlsOf(const BuildStep &step)
{
    ControlSet controls;
    for (const ControlId id : step.controls)
        controls.insert(id);
    return controls;
}

Instruction copyOf(const BuildStep &step)
{
    Instruction copy{.keyword = "COPY", .arguments = step.sources};
    copy.arguments.push_back(step.to);
    if (!step.from.empty())
        copy.options.push_back("--from=" + step.from);
    return copy;
}

std::vector<std::string> assignments(const std::vector<Variable> &variables)
{
    std::vector<std::string> words;
    words.reserve(variables.size());
    for (const Variable &variable : variables)
        words.push_back(variable.name + "=" + variable.value);
    return words;
}

Instruction instructionOf(const BuildStep &step)
{
    switch (step.kind) {
    case BuildStep::Kind::Workdir:
        return {.keyword = "WORKDIR", .arguments = step.sources};
    case BuildStep::Kind::Copy:
        return copyOf(step);
    case BuildStep::Kind::Environment:
        return {.keyword = "ENV", .arguments = assignments(step.variables)};
    case BuildStep::Kind::Argument:
        return {.keyword = "ARG", .arguments = assignments(step.variables)};
    case BuildStep::Kind::Run:
        break;
    }
    return {.keyword = "RUN", .form = Instruction::Raw, .arguments = step.sources};
}

bool hasRun(const BuildStage &stage)
{
    return std::ranges::find(stage.steps, BuildStep::Kind::Run, &BuildStep::kind)
        != stage.steps.end();
}

/// The folders that a last stage without a shell gets copied.
void addStagedFolders(const Request &request, const ServicePlan &service, Instructions &out)
{
    std::string body = "mkdir -p";
    for (const MountPlan &mount : service.storage)
        body += " " + stagedFolder(mount);
    out.push_back({.keyword = "RUN",
                   .form = Instruction::Raw,
                   .arguments = {std::move(body)},
                   .origin = request.why(service, volume_ownership, "service.storage")});
}

void addStage(const Request &request, const ServicePlan &service, std::size_t index,
              Instructions &out)
{
    const BuildRecipe &recipe = *service.image.recipe;
    const BuildStage &stage = recipe.stages[index];
    ControlSet controls{image_pinned};
    if (index + 1 == recipe.stages.size())
        controls.insert(minimal_image);
    out.push_back(Instruction::blank());
    out.push_back({.keyword = "FROM",
                   .arguments = {stage.from, "AS", stage.name},
                   .origin = request.why(service, controls, "service.preset")});
    if (index == 0 && stagesFolders(service))
        addStagedFolders(request, service, out);
    for (const BuildStep &step : stage.steps) {
        Instruction instruction = instructionOf(step);
        instruction.origin = request.why(service, controlsOf(step), "service.preset");
        out.push_back(std::move(instruction));
    }
}

} // namespace

std::string stagedFolder(const MountPlan &mount)
{
    return "/tmp/volumes" + mount.path;
}

bool stagesFolders(const ServicePlan &service)
{
    const auto &stages = service.image.recipe->stages;
    return service.applied(volume_ownership) && !service.storage.empty() && stages.size() > 1
        && !hasRun(stages.back());
}

void addStages(const Request &request, const ServicePlan &service, Instructions &out)
{
    for (std::size_t i = 0; i < service.image.recipe->stages.size(); ++i)
        addStage(request, service, i, out);
}

void addVolumeFolders(const Request &request, const ServicePlan &service, Instructions &out)
{
    if (!service.applied(volume_ownership) || service.storage.empty())
        return;
    const Origin why = request.why(service, volume_ownership, "service.storage");
    const std::string uid = std::to_string(service.uid);
    const std::string gid = std::to_string(service.gid);
    if (stagesFolders(service)) {
        const std::string owner = uid + ":" + gid;
        for (const MountPlan &mount : service.storage)
            out.push_back({.keyword = "COPY",
                           .arguments = {stagedFolder(mount), mount.path},
                           .origin = why,
                           .options = {"--from=" + service.image.recipe->stages.front().name,
                                       "--chown=" + owner}});
        return;
    }
    // A new volume takes the owner and the mode of the folder: a reader with another user needs the last bits.
    std::string body;
    for (const bool othersRead : {false, true}) {
        std::string folders;
        for (const MountPlan &mount : service.storage)
            if (mount.othersRead == othersRead)
                folders +=
                    " " + mount.path; // the answers allow no character here that a shell would read
        if (!folders.empty())
            body += (body.empty() ? "" : " && ") + std::string("install -d -o ") + uid + " -g "
                  + gid + (othersRead ? " -m 0755" : " -m 0750") + folders;
    }
    out.push_back({.keyword = "RUN",
                   .form = Instruction::Raw,
                   .arguments = {std::move(body)},
                   .origin = why});
}

} // namespace skanse::render::imagefile
