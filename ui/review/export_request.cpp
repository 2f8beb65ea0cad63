// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/export_request.h"

#include "core/base/fill.h"
#include "ui/review/zip_file.h"

#include <QFile>

#include <algorithm>

namespace skanse::ui {

namespace {

std::filesystem::path fileSystemPath(const QString &path)
{
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

/// Files that only an incomplete export would remove.
std::vector<std::string> leftOutButThere(const ExportRequest &request, const WritePlan &plan)
{
    std::vector<std::string> paths;
    for (const FilePlan &file : plan.files)
        if (file.state == FileState::Obsolete && request.unticked.contains(file.path))
            paths.push_back(file.path);
    return paths;
}

std::expected<ExportPlan, WriteError> planFolder(const ExportRequest &request)
{
    auto plan = planWrite(request.artifacts(), fileSystemPath(request.path));
    if (!plan)
        return std::unexpected(std::move(plan.error()));
    std::vector<std::string> there = leftOutButThere(request, *plan);
    return ExportPlan{std::move(plan->files), plan->folderExists, std::move(there)};
}

ExportPlan planZip(const ExportRequest &request)
{
    const bool exists = QFile::exists(request.path);
    FileState state = FileState::New;
    if (exists)
        state = isExportedZip(request.path) ? FileState::Changed : FileState::Foreign;
    return {{{request.path.toStdString(), state}}, exists, {}};
}

} // namespace

std::vector<Artifact> ExportRequest::artifacts() const
{
    std::vector<Artifact> chosen = result->outcome.bundle.artifacts;
    std::erase_if(chosen,
                  [this](const Artifact &artifact) { return unticked.contains(artifact.path); });
    return chosen;
}

std::string ExportRequest::topFolder() const
{
    return result->outcome.plan ? result->outcome.plan->name : std::string("bundle");
}

int ExportPlan::count(FileState state) const
{
    return static_cast<int>(std::ranges::count(files, state, &FilePlan::state));
}

Prose ExportPlan::refusal(bool force) const
{
    if (!leftOutButThere.empty())
        return fill(StaticProse{"“{}” is not ticked, but an earlier export put it there ({} such "
                                "files). Tick them, or choose another folder.",
                                "«{}» er ikke krysset av, men en tidligere eksport la den der ({} "
                                "slike filer). Kryss av for dem, eller velg en annen mappe."},
                    leftOutButThere.front(), leftOutButThere.size());
    const auto foreign = std::ranges::find(files, FileState::Foreign, &FilePlan::state);
    if (!force && foreign != files.end())
        return fill(StaticProse{"“{}” is in the way: Skanse did not write it. Move it away, or "
                                "let Skanse replace it.",
                                "«{}» er i veien: Skanse har ikke skrevet den. Flytt den bort, "
                                "eller la Skanse erstatte den."},
                    foreign->path);
    return {};
}

std::expected<ExportPlan, WriteError> planExport(const ExportRequest &request)
{
    if (request.form == ExportForm::Zip)
        return planZip(request);
    return planFolder(request);
}

std::expected<WriteReport, WriteError> runExport(const ExportRequest &request,
                                                 const ExportProgress &progress)
{
    // Looked at again: the folder may have changed since somebody saw the list.
    const auto plan = planExport(request);
    if (!plan)
        return std::unexpected(plan.error());
    if (Prose refusal = plan->refusal(request.force); !refusal.empty())
        return std::unexpected(WriteError{std::move(refusal),
                                          {"Nothing was changed.", "Ingenting er endret."},
                                          request.path.toStdString()});
    const std::vector<Artifact> artifacts = request.artifacts();
    if (request.form == ExportForm::Zip)
        return writeZip(artifacts, request.topFolder(), request.path, progress);
    return writeBundle(artifacts, fileSystemPath(request.path),
                       {.force = request.force, .progress = progress});
}

} // namespace skanse::ui
