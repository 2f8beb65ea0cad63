// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/bundle/manifest.h"
#include "core/bundle/write_error.h"
#include "core/bundle/writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <sys/stat.h>

/// A folder to write bundles to, two bundles, and everything that can be seen of a folder.
namespace skanse::test {

namespace fs = std::filesystem;

inline QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

inline std::string contentOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

inline void put(const fs::path &path, std::string_view text)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

inline mode_t modeOf(const fs::path &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

/// Everything that can be seen of a tree: kinds, permissions, contents, and of files also inode and time.
using Snapshot = std::map<std::string, std::string>;

inline Snapshot snapshotOf(const fs::path &root)
{
    Snapshot snapshot;
    const auto add = [&](const fs::path &path) {
        struct stat status = {};
        if (::lstat(path.c_str(), &status) != 0)
            return;
        std::ostringstream line;
        line << std::oct << status.st_mode << std::dec << ' ' << status.st_uid;
        if (S_ISREG(status.st_mode))
            line << ' ' << status.st_ino << ' ' << status.st_mtim.tv_sec << '.'
                 << status.st_mtim.tv_nsec << ' ' << contentOf(path);
        if (S_ISLNK(status.st_mode))
            line << ' ' << fs::read_symlink(path).string();
        snapshot.emplace(path.string(), line.str());
    };
    add(root);
    if (fs::is_directory(fs::symlink_status(root)))
        for (const auto &entry : fs::recursive_directory_iterator(root))
            add(entry.path());
    return snapshot;
}

inline QByteArray differenceOf(const Snapshot &before, const Snapshot &after)
{
    std::string text;
    for (const auto &[path, line] : before)
        if (const auto same = after.find(path); same == after.end() || same->second != line)
            text += "- " + path + "\n";
    for (const auto &[path, line] : after)
        if (const auto same = before.find(path); same == before.end() || same->second != line)
            text += "+ " + path + "\n";
    return QByteArray::fromStdString(text);
}

inline Artifact artifact(std::string path, std::string text, bool executable = false)
{
    return {
        .path = std::move(path), .text = std::move(text), .spans = {}, .executable = executable};
}

inline std::vector<Artifact> firstBundle()
{
    return {artifact("compose.yaml", "---\nname: shop\n"),
            artifact("README.md", "# shop\n"),
            artifact("docker/api/Dockerfile", "FROM scratch\n"),
            artifact("host/verify-host.sh", "#!/bin/sh\n", true),
            artifact("kubernetes/api.yaml", "---\nkind: Deployment\n"),
            artifact("secrets/README.md", "Put secrets here.\n")};
}

/// Something of everything: changed, new at the top and in a new folder, gone.
inline std::vector<Artifact> secondBundle()
{
    return {artifact("compose.yaml", "---\nname: shop\nservices: {}\n"),
            artifact("README.md", "# shop\n\nMore.\n"),
            artifact("docker/web/Dockerfile", "FROM scratch\nUSER 10001\n"),
            artifact("host/verify-host.sh", "#!/bin/sh\n", true),
            artifact("kubernetes/api.yaml", "---\nkind: StatefulSet\n"),
            artifact("kubernetes/web.yaml", "---\nkind: Deployment\n"),
            artifact("secrets/README.md", "Put secrets here.\n"),
            artifact("zone.txt", "NO\n")};
}

using Paths = std::vector<std::string>;

inline QByteArray listOf(const Paths &paths)
{
    std::string text;
    for (const std::string &path : paths)
        text += path + "\n";
    return QByteArray::fromStdString(text);
}

/// As a word, so that a failure shows it.
inline QString stateIn(const WritePlan &plan, std::string_view path)
{
    for (const FilePlan &file : plan.files)
        if (file.path == path)
            return q(toString(file.state));
    return "not planned";
}

#define VERIFY_ERROR(result, part)                                                                 \
    do {                                                                                           \
        const auto theResult = (result);                                                           \
        QVERIFY(!theResult.has_value());                                                           \
        const WriteError &theError = theResult.error();                                            \
        const std::string allWords =                                                               \
            theError.message.en + theError.message.nb + theError.advice.en + theError.advice.nb;   \
        QVERIFY2(theError.message.en.find(part) != std::string::npos,                              \
                 theError.message.en.c_str());                                                     \
        QVERIFY(!theError.message.nb.empty() && theError.message.nb != theError.message.en);       \
        QVERIFY(!theError.advice.en.empty() && !theError.advice.nb.empty());                       \
        QVERIFY2(allWords.find("{}") == std::string::npos, allWords.c_str());                      \
    } while (false)

#define VERIFY_SAME(before, root)                                                                  \
    do {                                                                                           \
        const QByteArray theDifference = differenceOf(before, snapshotOf(root));                   \
        QVERIFY2(theDifference.isEmpty(), theDifference.constData());                              \
    } while (false)

#define VERIFY_WRITTEN(result)                                                                     \
    do {                                                                                           \
        const auto theResult = (result);                                                           \
        const std::string theMessage = theResult ? std::string() : theResult.error().message.en;   \
        QVERIFY2(theResult.has_value(), theMessage.c_str());                                       \
    } while (false)

/// For a test class to inherit: make() in init(), remove() in cleanup().
class BundleFolder
{
protected:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_root;   ///< all that a test may touch
    fs::path m_folder; ///< of the bundle; not there at first

    std::expected<WriteReport, WriteError> write(const std::vector<Artifact> &artifacts,
                                                 const WriteOptions &options = {}) const
    {
        return writeBundle(artifacts, m_folder, options);
    }

    static void addKinds()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"new", "empty", "bundle"})
            QTest::newRow(kind) << kind;
    }

    /// The folder before the second bundle is written.
    void prepare(const QString &kind) const
    {
        if (kind == QLatin1StringView("empty"))
            fs::create_directory(m_folder);
        if (kind == QLatin1StringView("bundle"))
            VERIFY_WRITTEN(write(firstBundle()));
    }

    void make()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        QVERIFY(m_temporary->isValid());
        m_root = fs::canonical(m_temporary->path().toStdString());
        QCOMPARE(::chmod(m_root.c_str(), 0755), 0);
        m_folder = m_root / "shop";
    }

    void remove() { m_temporary.reset(); }
};

} // namespace skanse::test
