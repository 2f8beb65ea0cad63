// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/writer.h"

#include "core/base/fill.h"
#include "core/bundle/artifact_path.h"
#include "core/bundle/survey.h"
#include "core/bundle/swap.h"
#include "core/bundle/write_error.h"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <set>

#include <fcntl.h>
#include <sys/file.h>

namespace skanse {

namespace {

using namespace bundle;

constexpr StaticProse kCannotWrite{"“{}” cannot be written: {}.", "«{}» kan ikke skrives: {}."};
constexpr StaticProse kCannotMakeFolder{"The folder “{}” cannot be made: {}.",
                                        "Mappen «{}» kan ikke opprettes: {}."};

/// What is going to happen, decided before anything does.
struct Work {
    std::vector<const Item *> write;
    std::vector<const Item *> remove;
    Manifest manifest;
    WriteReport report;
};

bool isWritten(const Item &item, bool force)
{
    switch (item.state) {
    case FileState::New:
    case FileState::Changed:
        return true;
    case FileState::EditedByHand:
        return force && item.artifact != nullptr;
    case FileState::Foreign:
        return force;
    case FileState::Unchanged:
    case FileState::Obsolete:
        return false;
    }
    return false;
}

Work workFor(const Survey &survey, bool force)
{
    Work work;
    for (const Item &item : survey.items) {
        if (isWritten(item, force)) {
            work.write.push_back(&item);
            work.report.written.push_back(item.path);
            work.manifest.emplace(item.path, item.newHash);
        } else if (item.state == FileState::Unchanged) {
            work.report.unchanged.push_back(item.path);
            work.manifest.emplace(item.path, item.newHash);
        } else if (item.state == FileState::Obsolete) {
            work.remove.push_back(&item);
            work.report.removed.push_back(item.path);
        } else { // edited by hand: what Skanse wrote last is still what tells an edit
            work.report.kept.push_back(item.path);
            work.manifest.emplace(item.path, item.writtenHash);
        }
    }
    return work;
}

std::optional<WriteError> foreignFile(const Survey &survey)
{
    const auto isForeign = [](const Item &item) { return item.state == FileState::Foreign; };
    const auto first = std::ranges::find_if(survey.items, isForeign);
    if (first == survey.items.end())
        return std::nullopt;
    const auto more = std::ranges::count_if(survey.items, isForeign) - 1;
    Prose message = fill(StaticProse{"“{}” is in the way: Skanse did not write it.",
                                     "«{}» er i veien: Skanse har ikke skrevet den."},
                         first->path);
    if (more > 0) {
        message.en += fill(" The same goes for {} more.", more);
        message.nb += fill(" Det samme gjelder {} til.", more);
    }
    return WriteError{std::move(message),
                      {"Nothing was changed. Move it away, or use force to replace it.",
                       "Ingenting er endret. Flytt den bort, eller bruk force for å erstatte den."},
                      first->path};
}

WriteError cancelled(const Target &target)
{
    return {{"Writing was cancelled.", "Skrivingen ble avbrutt."},
            {"Nothing was changed.", "Ingenting er endret."},
            target.path.string()};
}

/// Every folder on the way to the files, outer ones first, with the empty name for the bundle itself.
std::set<std::string_view> foldersOf(const std::vector<const Item *> &items)
{
    std::set<std::string_view> folders{std::string_view{}};
    for (const Item *item : items)
        for (std::string_view folder = parentOf(item->path); !folder.empty();
             folder = parentOf(folder))
            folders.insert(folder);
    return folders;
}

std::optional<WriteError> flush(const Descriptor &root, const std::vector<const Item *> &items)
{
    for (const std::string_view path : foldersOf(items)) {
        const auto folder = openFolder(root, path);
        if (!folder && folder.error() == ENOENT)
            continue;
        const int error = folder ? flushFolder(*folder) : folder.error();
        if (error != 0)
            return systemError(kCannotWrite, path.empty() ? "." : path, error);
    }
    return std::nullopt;
}

/// Writes the new files and the manifest below `root`.
std::optional<WriteError> stage(const Work &work, const Descriptor &root, const Target &target,
                                const WriteOptions &options)
{
    const std::size_t total = work.write.size();
    const auto goesOn = [&](std::size_t done) {
        return !options.progress || options.progress(done, total);
    };
    for (std::size_t done = 0; done < total; ++done) {
        if (!goesOn(done))
            return cancelled(target);
        const Artifact &artifact = *work.write[done]->artifact;
        const mode_t mode = artifact.executable ? 0755 : 0644;
        if (const int error = createFile(root, artifact.path, artifact.text, mode))
            return systemError(kCannotWrite, artifact.path, error);
    }
    if (const int error = createFile(root, kManifestName, toJson(work.manifest), 0644))
        return systemError(kCannotWrite, kManifestName, error);
    if (!goesOn(total))
        return cancelled(target);
    return std::nullopt;
}

/// A folder that does not exist yet is prepared beside its place as a whole.
std::optional<WriteError> writeNew(const Work &work, const Target &target,
                                   const WriteOptions &options)
{
    const std::filesystem::path parent =
        target.path.has_parent_path() ? target.path.parent_path() : ".";
    auto staging = Staging::make(parent, target.parent);
    if (!staging)
        return std::move(staging.error());
    if (auto error = stage(work, staging->folder(), target, options))
        return error;
    if (auto error = flush(staging->folder(), work.write))
        return error;
    int error = setFolderMode(staging->folder(), 0755);
    if (error == 0)
        error = moveEntry(target.parent, staging->name(), target.parent,
                          target.path.filename().string());
    if (error != 0)
        return systemError(kCannotMakeFolder, target.path.string(), error);
    staging->release();
    flushFolder(
        target.parent); // the folder is in place; when it is not on disk yet, nothing is half
    return std::nullopt;
}

std::optional<WriteError> moveIn(const Work &work, const Survey &survey, const Target &target,
                                 Swap &swap)
{
    for (const Item *item : work.write)
        if (auto error = swap.place(item->path, item->stamp))
            return error;
    for (const Item *item : work.remove)
        if (auto error = swap.takeAway(item->path, item->stamp))
            return error;
    if (auto error = flush(target.folder, work.write))
        return error;
    return swap.place(std::string(kManifestName), survey.manifestStamp);
}

void removeEmptyFolders(const Work &work, const Target &target)
{
    for (const Item *item : work.remove)
        for (std::string_view folder = parentOf(item->path); !folder.empty();
             folder = parentOf(folder))
            if (removeEmptyFolder(target.folder, folder) != 0)
                break;
}

/// Into a folder that is there, file by file.
std::optional<WriteError> writeInto(const Work &work, const Survey &survey, const Target &target,
                                    const WriteOptions &options)
{
    auto staging = Staging::make(target.path, target.folder);
    if (!staging)
        return std::move(staging.error());
    const auto fresh = makeFolder(staging->folder(), kNewFolder);
    if (!fresh)
        return systemError(kCannotWrite, staging->name(), fresh.error());
    if (auto error = stage(work, *fresh, target, options))
        return error;

    auto swap = Swap::begin(target.folder, *staging);
    if (!swap)
        return std::move(swap.error());
    if (auto error = moveIn(work, survey, target, *swap))
        return swap->fail(std::move(*error));
    swap->keep();
    flushFolder(target.folder);
    removeEmptyFolders(work, target);
    return std::nullopt;
}

WriteError inUse(const Target &target)
{
    return {fill(StaticProse{"Another run of Skanse is writing to “{}”.",
                             "En annen kjøring av Skanse skriver til «{}»."},
                 shown(target.path.string())),
            {"Nothing was changed. Wait for it to finish and try again.",
             "Ingenting er endret. Vent til den er ferdig, og prøv igjen."},
            target.path.string()};
}

std::expected<WriteReport, WriteError> write(std::span<const Artifact> artifacts,
                                             const std::filesystem::path &folder,
                                             const WriteOptions &options)
{
    const auto target = openTarget(folder);
    if (!target)
        return std::unexpected(target.error());
    bool locked = false; // until the descriptor is closed; some network file systems have no locks
    if (target->folder.valid()) {
        locked = ::flock(target->folder.get(), LOCK_EX | LOCK_NB) == 0;
        if (!locked && errno == EWOULDBLOCK)
            return std::unexpected(inUse(*target));
    }
    const auto found = survey(artifacts, *target);
    if (!found)
        return std::unexpected(found.error());
    if (!options.force)
        if (auto error = foreignFile(*found))
            return std::unexpected(std::move(*error));

    Work work = workFor(*found, options.force);
    const bool changes =
        !work.write.empty() || !work.remove.empty() || found->manifest != work.manifest;
    if (changes) {
        auto error = target->folder.valid() ? writeInto(work, *found, *target, options)
                                            : writeNew(work, *target, options);
        if (error)
            return std::unexpected(std::move(*error));
    }
    if (locked)
        for (const std::string &name : found->leftovers)
            removeStaging(target->path / name);
    return std::move(work.report);
}

WriteError unexpectedError(std::string_view what, const std::filesystem::path &folder)
{
    return {fill(StaticProse{"Writing stopped at an unexpected error: {}.",
                             "Skrivingen stanset ved en uventet feil: {}."},
                 what),
            {"Nothing was changed. Try again; if it happens again, report it.",
             "Ingenting er endret. Prøv igjen; meld fra om det gjentar seg."},
            folder.string()};
}

} // namespace

std::string_view toString(FileState state)
{
    switch (state) {
    case FileState::New:
        return "new";
    case FileState::Changed:
        return "changed";
    case FileState::Unchanged:
        return "unchanged";
    case FileState::EditedByHand:
        return "edited";
    case FileState::Obsolete:
        return "obsolete";
    case FileState::Foreign:
        return "foreign";
    }
    return "new";
}

std::expected<WritePlan, WriteError> planWrite(std::span<const Artifact> artifacts,
                                               const std::filesystem::path &folder)
try {
    const auto target = openTarget(folder);
    if (!target)
        return std::unexpected(target.error());
    const auto found = survey(artifacts, *target);
    if (!found)
        return std::unexpected(found.error());
    WritePlan plan{.files = {}, .folderExists = target->folder.valid()};
    for (const Item &item : found->items)
        plan.files.push_back({item.path, item.state});
    return plan;
} catch (const std::exception &error) {
    return std::unexpected(unexpectedError(error.what(), folder));
} catch (...) {
    return std::unexpected(unexpectedError("?", folder));
}

std::expected<WriteReport, WriteError> writeBundle(std::span<const Artifact> artifacts,
                                                   const std::filesystem::path &folder,
                                                   const WriteOptions &options)
try {
    return write(artifacts, folder, options);
} catch (const std::exception &error) {
    return std::unexpected(unexpectedError(error.what(), folder));
} catch (...) {
    return std::unexpected(unexpectedError("?", folder));
}

} // namespace skanse
