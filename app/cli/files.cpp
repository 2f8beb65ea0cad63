// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/files.h"

#include "core/yaml/reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <istream>

namespace skanse::cli {

namespace {

/// One byte more than is read tells "too large" from "just fits".
const std::size_t kMost = yaml::Limits{}.bytes + 1;

std::string reason(int error)
{
    return std::strerror(error);
} // NOLINT(concurrency-mt-unsafe)

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    /// Closes now, to hear about delayed write errors.
    [[nodiscard]] bool close()
    {
        const int fd = m_fd;
        m_fd = -1;
        return ::close(fd) == 0;
    }

private:
    int m_fd;
};

} // namespace

std::string displayName(std::string_view path)
{
    return path == "-" ? "<standard input>" : std::string(path);
}

std::expected<std::string, std::string> readWhole(std::string_view path, std::istream &in)
{
    std::string text;
    std::array<char, 65536> buffer{};
    if (path == "-") {
        while (text.size() < kMost && (in.read(buffer.data(), buffer.size()) || in.gcount() > 0))
            text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        return text;
    }
    const std::string name(path);
    std::error_code error;
    if (std::filesystem::is_directory(name, error))
        return std::unexpected("is a folder; a profile is a file such as shop.skanse.yaml");
    // Looked at before it is opened: a device could block or act on being opened.
    const auto kind = std::filesystem::status(name, error).type();
    if (kind == std::filesystem::file_type::not_found)
        return std::unexpected(reason(ENOENT));
    if (error)
        return std::unexpected(reason(error.value()));
    if (kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::fifo)
        return std::unexpected("is not a regular file");
    const Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return std::unexpected(reason(errno));
    while (text.size() < kMost) {
        const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(reason(errno));
        if (got == 0)
            break;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
}

std::expected<void, std::string> writeNew(std::string_view path, std::string_view text)
{
    const std::string name(path);
    Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)); // NOLINT
    if (file.get() < 0)
        return std::unexpected(errno == EEXIST ? "exists already; it is not overwritten"
                                               : reason(errno));
    std::string_view rest = text;
    while (!rest.empty()) {
        const ssize_t put = ::write(file.get(), rest.data(), rest.size());
        if (put < 0) {
            const std::string why = reason(errno);
            ::unlink(name.c_str());
            return std::unexpected(why);
        }
        rest.remove_prefix(static_cast<std::size_t>(put));
    }
    if (!file.close()) {
        const std::string why = reason(errno);
        ::unlink(name.c_str());
        return std::unexpected(why);
    }
    return {};
}

} // namespace skanse::cli
