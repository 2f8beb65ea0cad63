// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/stat.h>

/// Files below an open folder. Every step of a path is opened by itself and without following symbolic
/// links, so nothing outside the folder is reached, also when somebody changes it meanwhile.
/// An `int` as error is an errno value.
namespace skanse::bundle {

/// Owns an open file or folder.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] bool valid() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }
    /// Hands the descriptor over to the caller.
    int release() { return std::exchange(m_fd, -1); }
    /// 0 or errno; a delayed write error may show only here.
    int close();

private:
    int m_fd = -1;
};

/// What tells a file from a later version of itself.
struct Stamp {
    dev_t device = 0;
    ino_t inode = 0;
    off_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds
    bool operator==(const Stamp &) const = default;
};

enum class EntryKind : std::uint8_t { Absent, File, Folder, Link, Special };

struct Entry {
    EntryKind kind = EntryKind::Absent;
    /// Empty, or the part of the path that is there and no folder; then `kind` is about that part.
    std::string blockedBy = {};
    bool executable = false; ///< for its owner
    Stamp stamp = {};
    std::string sha256 = {}; ///< of a file, when read by inspect()
};

/// Opens a folder; symbolic links in `path` are followed.
std::expected<Descriptor, int> openFolder(const std::filesystem::path &path);

/// Opens a folder below `root`; an empty path opens `root` again. ENOTDIR when a part is no real folder.
std::expected<Descriptor, int> openFolder(const Descriptor &root, std::string_view path);

/// The same, and makes what is missing: 0700 for `secrets` at the top, else 0755. `made` is told about
/// each new folder at once, outer ones first.
std::expected<Descriptor, int> makeFolder(const Descriptor &root, std::string_view path,
                                          const std::function<void(std::string_view)> &made = {});

/// What is at `path`, without opening it.
std::expected<Entry, int> look(const Descriptor &root, std::string_view path);

/// The same; a regular file is read for its hash.
std::expected<Entry, int> inspect(const Descriptor &root, std::string_view path);

/// Reads a regular file; EFBIG when it is larger than `maximum`.
std::expected<std::string, int> readFile(const Descriptor &root, std::string_view path,
                                         std::size_t maximum);

/// Creates a file that is not there yet, with exactly these permissions, and flushes it to disk.
/// Missing folders are made. 0 or errno.
int createFile(const Descriptor &root, std::string_view path, std::string_view text, mode_t mode);

/// Exactly these permissions (the set-group-ID bit of a shared folder stays). 0 or errno.
int setFolderMode(const Descriptor &folder, mode_t mode);

/// Moves one entry, replacing a file that is there. 0 or errno.
int moveEntry(const Descriptor &fromRoot, std::string_view from, const Descriptor &toRoot,
              std::string_view to);

/// 0 or errno.
int removeFile(const Descriptor &root, std::string_view path);
int removeEmptyFolder(const Descriptor &root, std::string_view path);

/// Names in a folder, without `.` and `..`, sorted.
std::expected<std::vector<std::string>, int> namesIn(const Descriptor &folder);

/// Flushes the names in a folder to disk; file systems that cannot do so are fine. 0 or errno.
int flushFolder(const Descriptor &folder);

} // namespace skanse::bundle
