// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/survey.h"

#include "core/base/fill.h"
#include "core/bundle/artifact_path.h"
#include "core/bundle/staging.h"
#include "core/bundle/write_error.h"

#include <algorithm>
#include <cerrno>

namespace skanse::bundle {

namespace {

constexpr StaticProse kCannotOpen{"The folder “{}” cannot be opened: {}.",
                                  "Mappen «{}» kan ikke åpnes: {}."};
constexpr StaticProse kCannotRead{"“{}” cannot be read: {}.", "«{}» kan ikke leses: {}."};

/// A folder name as the caller wrote it, without slashes at the end.
std::filesystem::path trimmed(const std::filesystem::path &folder)
{
    std::string text = folder.string();
    while (text.size() > 1 && text.ends_with('/'))
        text.pop_back();
    return text;
}

WriteError badFolderName(const std::filesystem::path &folder, Prose message)
{
    return {std::move(message),
            {"Nothing was changed. Name a folder to write to.",
             "Ingenting er endret. Oppgi en mappe å skrive til."},
            folder.string()};
}

std::expected<Target, WriteError> openParent(std::filesystem::path path)
{
    const std::string name = path.filename().string();
    struct stat status = {};
    if (::lstat(path.c_str(), &status) == 0)
        return std::unexpected(badFolderName(
            path, fill(StaticProse{"“{}” is a symbolic link that leads nowhere.",
                                   "«{}» er en symbolsk lenke som ikke leder noe sted."},
                       shown(path.string()))));
    const std::filesystem::path above = path.has_parent_path() ? path.parent_path() : ".";
    auto parent = openFolder(above);
    if (!parent && parent.error() == ENOENT)
        return std::unexpected(WriteError{
            fill(StaticProse{"The folder “{}” does not exist, so “{}” cannot be made in it.",
                             "Mappen «{}» finnes ikke, så «{}» kan ikke opprettes i den."},
                 shown(above.string()), shown(name)),
            {"Nothing was changed. Make that folder first, or check the path.",
             "Ingenting er endret. Opprett den mappen først, eller sjekk stien."},
            above.string()});
    if (!parent)
        return std::unexpected(systemError(kCannotOpen, above.string(), parent.error()));
    return Target{std::move(path), {}, std::move(*parent)};
}

/// What makes a path unusable whatever the options say: something that is no regular file, or a parent
/// that is no real folder.
std::optional<WriteError> obstacle(const std::string &path, const Entry &entry)
{
    const std::string &where = entry.blockedBy.empty() ? path : entry.blockedBy;
    Prose message;
    if (entry.kind == EntryKind::Link)
        message = fill(StaticProse{"“{}” is a symbolic link; Skanse writes through none.",
                                   "«{}» er en symbolsk lenke; Skanse skriver ikke gjennom slike."},
                       where);
    else if (!entry.blockedBy.empty())
        message = fill(StaticProse{"“{}” is not a folder, but “{}” belongs in it.",
                                   "«{}» er ikke en mappe, men «{}» hører hjemme i den."},
                       where, path);
    else if (entry.kind == EntryKind::Folder)
        message = fill(StaticProse{"“{}” is a folder; a file belongs there.",
                                   "«{}» er en mappe; der hører det hjemme en fil."},
                       where);
    else if (entry.kind == EntryKind::Special)
        message =
            fill(StaticProse{"“{}” is a device, a pipe or a socket; a file belongs there.",
                             "«{}» er en enhet, et rør eller en sokkel; der hører det hjemme en "
                             "fil."},
                 where);
    else
        return std::nullopt;
    return WriteError{std::move(message),
                      {"Nothing was changed. Move it away, or choose another folder.",
                       "Ingenting er endret. Flytt den bort, eller velg en annen mappe."},
                      where};
}

WriteError notABundle(const Target &target, std::string_view example)
{
    const std::string folder = shown(target.path.string());
    return {
        fill(StaticProse{"The folder “{}” has files in it (such as “{}”) and was not written by "
                         "Skanse.",
                         "Mappen «{}» har filer i seg (for eksempel «{}») og er ikke skrevet av "
                         "Skanse."},
             folder, shown(example)),
        {"Nothing was changed. Choose a new or empty folder, or one that Skanse wrote before.",
         "Ingenting er endret. Velg en ny eller tom mappe, eller en som Skanse har skrevet før."},
        target.path.string()};
}

WriteError badManifest(const Prose &reason)
{
    return {
        {fill("“{}” cannot be used: {}.", kManifestName, reason.en),
         fill("«{}» kan ikke brukes: {}.", kManifestName, reason.nb)},
        {"Nothing was changed. Bring the file back from version control or a backup, or choose "
         "another folder.",
         "Ingenting er endret. Hent filen tilbake fra versjonskontroll eller sikkerhetskopi, eller "
         "velg en annen mappe."},
        std::string(kManifestName)};
}

WriteError interrupted(const std::string &staging)
{
    return {
        fill(StaticProse{"An earlier run was stopped while it moved files into place; “{}” has the "
                         "files as they were.",
                         "En tidligere kjøring ble stanset mens den flyttet filer på plass; «{}» "
                         "har filene slik de var."},
             staging + "/" + std::string(kOldFolder)),
        fill(StaticProse{"Nothing was changed now. Copy back what you need from there, remove “{}” "
                         "and try again.",
                         "Ingenting er endret nå. Kopier tilbake det du trenger derfra, fjern «{}» "
                         "og prøv igjen."},
             staging),
        staging};
}

/// Sorts the names at the top: leftovers of earlier runs, and the rest.
std::expected<void, WriteError> checkTop(const Target &target, Survey &result)
{
    const auto names = namesIn(target.folder);
    if (!names)
        return std::unexpected(systemError(kCannotRead, target.path.string(), names.error()));
    const std::string *other = nullptr;
    bool hasManifest = false;
    for (const std::string &name : *names) {
        if (name == kManifestName) {
            hasManifest = true;
            continue;
        }
        if (name.starts_with(kStagingPrefix)) {
            const auto entry = look(target.folder, name);
            if (!entry)
                return std::unexpected(systemError(kCannotRead, name, entry.error()));
            if (entry->kind == EntryKind::Folder) {
                const auto swapping = wasSwapping(target.folder, name);
                if (!swapping)
                    return std::unexpected(systemError(kCannotRead, name, swapping.error()));
                if (*swapping)
                    return std::unexpected(interrupted(name));
                result.leftovers.push_back(name);
                continue;
            }
        }
        other = other == nullptr ? &name : other;
    }
    if (!hasManifest && other != nullptr)
        return std::unexpected(notABundle(target, *other));
    if (!hasManifest)
        return {};

    const std::string manifestName(kManifestName);
    const auto entry = look(target.folder, manifestName);
    if (!entry)
        return std::unexpected(systemError(kCannotRead, manifestName, entry.error()));
    if (auto error = obstacle(manifestName, *entry))
        return std::unexpected(std::move(*error));
    const auto text = readFile(target.folder, manifestName, kMaximumManifestBytes);
    if (!text && text.error() == EFBIG)
        return std::unexpected(badManifest({"it is too large", "den er for stor"}));
    if (!text)
        return std::unexpected(systemError(kCannotRead, manifestName, text.error()));
    auto manifest = parseManifest(*text);
    if (!manifest)
        return std::unexpected(badManifest(manifest.error()));
    result.manifest = std::move(*manifest);
    result.manifestStamp = entry->stamp;
    return {};
}

FileState stateOf(const Item &item, const Entry &entry)
{
    if (entry.kind == EntryKind::Absent)
        return FileState::New;
    if (entry.sha256 == item.newHash)
        return item.artifact->executable && !entry.executable ? FileState::Changed
                                                              : FileState::Unchanged;
    if (item.writtenHash.empty())
        return FileState::Foreign;
    return entry.sha256 == item.writtenHash ? FileState::Changed : FileState::EditedByHand;
}

/// An item for a file of the new bundle.
std::expected<Item, WriteError> itemFor(const Artifact &artifact, const Target &target,
                                        const Manifest &written)
{
    Item item{.path = artifact.path, .artifact = &artifact, .newHash = sha256Of(artifact.text)};
    if (const auto known = written.find(artifact.path); known != written.end())
        item.writtenHash = known->second;
    if (!target.folder.valid())
        return item;
    const auto entry = inspect(target.folder, artifact.path);
    if (!entry)
        return std::unexpected(systemError(kCannotRead, artifact.path, entry.error()));
    if (auto error = obstacle(artifact.path, *entry))
        return std::unexpected(std::move(*error));
    item.state = stateOf(item, *entry);
    item.stamp = entry->stamp;
    return item;
}

/// An item for a file that only the manifest has; none when it is gone already. What is no regular file
/// any more was put there by somebody else, and stays.
std::expected<std::optional<Item>, WriteError>
obsoleteItem(const std::string &path, const std::string &hash, const Target &target)
{
    const auto entry = inspect(target.folder, path);
    if (!entry)
        return std::unexpected(systemError(kCannotRead, path, entry.error()));
    if (entry->kind == EntryKind::Absent || !entry->blockedBy.empty())
        return std::nullopt;
    const bool asWritten = entry->kind == EntryKind::File && entry->sha256 == hash;
    return Item{.path = path,
                .state = asWritten ? FileState::Obsolete : FileState::EditedByHand,
                .writtenHash = hash,
                .stamp = entry->stamp};
}

} // namespace

std::expected<Target, WriteError> openTarget(const std::filesystem::path &folder)
{
    if (folder.empty())
        return std::unexpected(badFolderName(
            folder, {"The name of the folder is empty.", "Navnet på mappen er tomt."}));
    if (folder.native().find('\0') != std::string::npos)
        return std::unexpected(
            badFolderName(folder, {"The name of the folder contains a NUL character.",
                                   "Navnet på mappen inneholder et NUL-tegn."}));
    std::filesystem::path path = trimmed(folder);
    auto opened = openFolder(path);
    if (opened)
        return Target{std::move(path), std::move(*opened), {}};
    if (opened.error() == ENOENT)
        return openParent(std::move(path));
    if (opened.error() == ENOTDIR)
        return std::unexpected(badFolderName(
            path,
            fill(StaticProse{"“{}” is not a folder, or lies below something that is none.",
                             "«{}» er ikke en mappe, eller ligger under noe som ikke er det."},
                 shown(path.string()))));
    return std::unexpected(systemError(kCannotOpen, path.string(), opened.error()));
}

std::expected<Survey, WriteError> survey(std::span<const Artifact> artifacts, const Target &target)
{
    if (auto error = pathsProblem(artifacts))
        return std::unexpected(std::move(*error));
    Survey result;
    if (target.folder.valid())
        if (auto checked = checkTop(target, result); !checked)
            return std::unexpected(std::move(checked.error()));

    const Manifest written = result.manifest.value_or(Manifest{});
    for (const Artifact &artifact : artifacts) {
        auto item = itemFor(artifact, target, written);
        if (!item)
            return std::unexpected(std::move(item.error()));
        result.items.push_back(std::move(*item));
    }
    std::ranges::sort(result.items, {}, &Item::path);
    const std::size_t inBundle = result.items.size();
    for (const auto &[path, hash] : written) {
        const auto current = std::span(result.items).first(inBundle);
        const auto same = std::ranges::lower_bound(current, path, {}, &Item::path);
        if (same != current.end() && same->path == path)
            continue;
        auto item = obsoleteItem(path, hash, target);
        if (!item)
            return std::unexpected(std::move(item.error()));
        if (std::optional<Item> &found = *item; found.has_value())
            result.items.push_back(std::move(*found));
    }
    std::ranges::sort(result.items, {}, &Item::path);
    return result;
}

} // namespace skanse::bundle
