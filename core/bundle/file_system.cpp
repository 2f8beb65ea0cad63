// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/file_system.h"

#include "core/bundle/artifact_path.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace skanse::bundle {

namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
constexpr mode_t kOpenFolder = 0755;
constexpr mode_t kPrivateFolder = 0700;

/// Tries again when a signal came in between.
template <class Call> auto retried(Call &&call)
{
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

std::expected<Descriptor, int> openAt(const Descriptor &folder, const std::string &name, int flags,
                                      mode_t mode = 0)
{
    const int fd = retried([&] { return ::openat(folder.get(), name.c_str(), flags, mode); });
    if (fd < 0)
        return std::unexpected(errno);
    return Descriptor(fd);
}

std::expected<Descriptor, int> openRealFolder(const Descriptor &folder, const std::string &name)
{
    auto opened = openAt(folder, name, kFolderFlags | O_NOFOLLOW);
    if (!opened && opened.error() == ELOOP)
        return std::unexpected(ENOTDIR);
    return opened;
}

Stamp stampOf(const struct stat &status)
{
    return {status.st_dev, status.st_ino, status.st_size,
            std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

EntryKind kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return EntryKind::File;
    if (S_ISDIR(mode))
        return EntryKind::Folder;
    return S_ISLNK(mode) ? EntryKind::Link : EntryKind::Special;
}

Entry entryOf(const struct stat &status)
{
    return {.kind = kindOf(status.st_mode),
            .executable = (status.st_mode & S_IXUSR) != 0,
            .stamp = stampOf(status)};
}

std::expected<Entry, int> lookAt(const Descriptor &folder, const std::string &name)
{
    struct stat status = {};
    if (::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0)
        return entryOf(status);
    if (errno == ENOENT)
        return Entry{};
    return std::unexpected(errno);
}

/// Hands each piece of an open file to `take`. 0 or errno.
template <class Take> int readAll(const Descriptor &file, Take &&take)
{
    std::array<char, 16384> buffer{};
    for (;;) {
        const ssize_t got =
            retried([&] { return ::read(file.get(), buffer.data(), buffer.size()); });
        if (got < 0)
            return errno;
        if (got == 0)
            return 0;
        if (const int error = take(std::string_view(buffer.data(), static_cast<std::size_t>(got))))
            return error;
    }
}

int writeAll(const Descriptor &file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t put = retried([&] { return ::write(file.get(), text.data(), text.size()); });
        if (put < 0)
            return errno;
        if (put == 0)
            return EIO;
        text.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

/// Opens what must be a regular file. A FIFO that took its place does not block.
std::expected<Descriptor, int> openRegular(const Descriptor &folder, const std::string &name,
                                           struct stat &status)
{
    auto file = openAt(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (!file)
        return file;
    if (::fstat(file->get(), &status) != 0)
        return std::unexpected(errno);
    if (!S_ISREG(status.st_mode))
        return std::unexpected(EINVAL);
    return file;
}

/// The next part of a path; takes it off the front.
std::string takePart(std::string_view &path)
{
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string part(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
    return part;
}

} // namespace

int Descriptor::close()
{
    if (m_fd < 0)
        return 0;
    // Never tried again: on Linux the descriptor is gone after EINTR, too.
    return ::close(std::exchange(m_fd, -1)) == 0 || errno == EINTR ? 0 : errno;
}

std::expected<Descriptor, int> openFolder(const std::filesystem::path &path)
{
    const int fd = retried([&] { return ::open(path.c_str(), kFolderFlags); });
    if (fd < 0)
        return std::unexpected(errno);
    return Descriptor(fd);
}

std::expected<Descriptor, int> openFolder(const Descriptor &root, std::string_view path)
{
    auto folder = openAt(root, ".", kFolderFlags);
    while (folder && !path.empty())
        folder = openRealFolder(*folder, takePart(path));
    return folder;
}

std::expected<Descriptor, int> makeFolder(const Descriptor &root, std::string_view path,
                                          const std::function<void(std::string_view)> &made)
{
    auto folder = openAt(root, ".", kFolderFlags);
    std::string_view rest = path;
    while (folder && !rest.empty()) {
        const std::string part = takePart(rest);
        auto inner = openRealFolder(*folder, part);
        if (!inner && inner.error() == ENOENT) {
            if (::mkdirat(folder->get(), part.c_str(), kPrivateFolder) != 0)
                return std::unexpected(errno);
            std::string_view whole = path.substr(0, path.size() - rest.size());
            if (whole.ends_with('/'))
                whole.remove_suffix(1);
            if (made)
                made(whole);
            inner = openRealFolder(*folder, part);
            if (inner)
                if (const int error =
                        setFolderMode(*inner, whole == "secrets" ? kPrivateFolder : kOpenFolder))
                    return std::unexpected(error);
        }
        folder = std::move(inner);
    }
    return folder;
}

std::expected<Entry, int> look(const Descriptor &root, std::string_view path)
{
    auto folder = openAt(root, ".", kFolderFlags);
    if (!folder)
        return std::unexpected(folder.error());
    std::string_view rest = path;
    for (;;) {
        const std::string part = takePart(rest);
        auto entry = lookAt(*folder, part);
        if (!entry || rest.empty() || entry->kind == EntryKind::Absent)
            return entry;
        if (entry->kind != EntryKind::Folder) {
            entry->blockedBy = path.substr(0, path.size() - rest.size() - 1);
            return entry;
        }
        folder = openRealFolder(*folder, part);
        if (!folder)
            return std::unexpected(folder.error());
    }
}

std::expected<Entry, int> inspect(const Descriptor &root, std::string_view path)
{
    auto entry = look(root, path);
    if (!entry || entry->kind != EntryKind::File || !entry->blockedBy.empty())
        return entry;
    const auto folder = openFolder(root, parentOf(path));
    if (!folder)
        return std::unexpected(folder.error());
    struct stat status = {};
    const auto file = openRegular(*folder, std::string(nameOf(path)), status);
    if (!file)
        return std::unexpected(file.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const int error = readAll(*file, [&](std::string_view piece) {
        hash.addData(QByteArrayView(piece.data(), static_cast<qsizetype>(piece.size())));
        return 0;
    });
    if (error != 0)
        return std::unexpected(error);
    entry = entryOf(status);
    entry->sha256 = hash.result().toHex().toStdString();
    return entry;
}

std::expected<std::string, int> readFile(const Descriptor &root, std::string_view path,
                                         std::size_t maximum)
{
    const auto folder = openFolder(root, parentOf(path));
    if (!folder)
        return std::unexpected(folder.error());
    struct stat status = {};
    const auto file = openRegular(*folder, std::string(nameOf(path)), status);
    if (!file)
        return std::unexpected(file.error());
    std::string text;
    const int error = readAll(*file, [&](std::string_view piece) {
        text += piece;
        return text.size() > maximum ? EFBIG : 0;
    });
    if (error != 0)
        return std::unexpected(error);
    return text;
}

int createFile(const Descriptor &root, std::string_view path, std::string_view text, mode_t mode)
{
    const auto folder = makeFolder(root, parentOf(path));
    if (!folder)
        return folder.error();
    auto file = openAt(*folder, std::string(nameOf(path)),
                       O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (!file)
        return file.error();
    if (const int error = writeAll(*file, text))
        return error;
    if (::fchmod(file->get(), mode) != 0 || retried([&] { return ::fsync(file->get()); }) != 0)
        return errno;
    return file->close();
}

int setFolderMode(const Descriptor &folder, mode_t mode)
{
    struct stat status = {};
    if (::fstat(folder.get(), &status) != 0)
        return errno;
    const mode_t shared = status.st_mode & S_ISGID;
    return ::fchmod(folder.get(), mode | shared) == 0 ? 0 : errno;
}

int moveEntry(const Descriptor &fromRoot, std::string_view from, const Descriptor &toRoot,
              std::string_view to)
{
    const auto fromFolder = openFolder(fromRoot, parentOf(from));
    if (!fromFolder)
        return fromFolder.error();
    const auto toFolder = openFolder(toRoot, parentOf(to));
    if (!toFolder)
        return toFolder.error();
    const int result = ::renameat(fromFolder->get(), std::string(nameOf(from)).c_str(),
                                  toFolder->get(), std::string(nameOf(to)).c_str());
    return result == 0 ? 0 : errno;
}

namespace {

int unlinkBelow(const Descriptor &root, std::string_view path, int flags)
{
    const auto folder = openFolder(root, parentOf(path));
    if (!folder)
        return folder.error();
    const std::string name(nameOf(path));
    return ::unlinkat(folder->get(), name.c_str(), flags) == 0 ? 0 : errno;
}

} // namespace

int removeFile(const Descriptor &root, std::string_view path)
{
    return unlinkBelow(root, path, 0);
}

int removeEmptyFolder(const Descriptor &root, std::string_view path)
{
    return unlinkBelow(root, path, AT_REMOVEDIR);
}

std::expected<std::vector<std::string>, int> namesIn(const Descriptor &folder)
{
    auto copy = openAt(folder, ".", kFolderFlags);
    if (!copy)
        return std::unexpected(copy.error());
    DIR *stream = ::fdopendir(copy->get());
    if (stream == nullptr)
        return std::unexpected(errno);
    copy->release(); // closed with the stream
    const std::unique_ptr<DIR, decltype([](DIR *open) { ::closedir(open); })> closer(stream);

    std::vector<std::string> names;
    for (;;) {
        errno = 0;
        const dirent *entry = ::readdir(stream);
        if (entry == nullptr)
            break;
        std::string name = entry->d_name;
        if (name != "." && name != "..")
            names.push_back(std::move(name));
    }
    if (errno != 0)
        return std::unexpected(errno);
    std::ranges::sort(names);
    return names;
}

int flushFolder(const Descriptor &folder)
{
    if (retried([&] { return ::fsync(folder.get()); }) == 0)
        return 0;
    return errno == EINVAL || errno == ENOTSUP || errno == EROFS ? 0 : errno;
}

} // namespace skanse::bundle
