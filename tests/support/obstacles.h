// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QObject>
#include <QTest>

#include <csignal>
#include <filesystem>
#include <stdexcept>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

/// What makes writing fail: full disks, missing rights, mounts. Each is gone when the object is.
namespace skanse::test {

namespace fs = std::filesystem;

/// Makes writing beyond `bytes` in one file fail, as a full disk does.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

inline constexpr uid_t kNobody = 65534;

inline void giveAway(const fs::path &root)
{
    if (::geteuid() != 0)
        return;
    const auto give = [](const fs::path &path) { return ::lchown(path.c_str(), kNobody, kNobody); };
    QCOMPARE(give(root), 0);
    for (const auto &entry : fs::recursive_directory_iterator(root))
        QCOMPARE(give(entry.path()), 0);
}

/// Permissions hold nobody back who is root, so root acts as an ordinary user meanwhile.
class AsOrdinaryUser
{
public:
    AsOrdinaryUser() : m_root(::geteuid() == 0)
    {
        if (m_root && ::seteuid(kNobody) != 0)
            throw std::runtime_error("seteuid");
    }
    ~AsOrdinaryUser()
    {
        if (m_root && ::seteuid(0) != 0)
            std::abort();
    }
    Q_DISABLE_COPY_MOVE(AsOrdinaryUser)

private:
    bool m_root;
};

/// A mount that is gone at the end. Not `ok()` without the right to mount.
class Mount
{
public:
    Mount(const fs::path &source, const fs::path &where, const char *type, unsigned long flags,
          const char *options)
        : m_where(where)
        , m_ok(::mount(source.c_str(), where.c_str(), type, flags, options) == 0)
    {
    }
    ~Mount()
    {
        if (m_ok)
            ::umount2(m_where.c_str(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(Mount)
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    fs::path m_where;
    bool m_ok;
};

} // namespace skanse::test
