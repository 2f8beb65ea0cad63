// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/manifest.h"
#include "core/bundle/swap.h"
#include "core/bundle/write_error.h"
#include "core/bundle/writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace skanse;
namespace fs = std::filesystem;

namespace {

QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string contentOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

void put(const fs::path &path, std::string_view text)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

mode_t modeOf(const fs::path &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

/// Everything that can be seen of a tree: kinds, permissions, contents, and of files also inode and time.
using Snapshot = std::map<std::string, std::string>;

Snapshot snapshotOf(const fs::path &root)
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

QByteArray differenceOf(const Snapshot &before, const Snapshot &after)
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

Artifact artifact(std::string path, std::string text, bool executable = false)
{
    return {
        .path = std::move(path), .text = std::move(text), .spans = {}, .executable = executable};
}

std::vector<Artifact> firstBundle()
{
    return {artifact("compose.yaml", "---\nname: shop\n"),
            artifact("README.md", "# shop\n"),
            artifact("docker/api/Dockerfile", "FROM scratch\n"),
            artifact("host/verify-host.sh", "#!/bin/sh\n", true),
            artifact("kubernetes/api.yaml", "---\nkind: Deployment\n"),
            artifact("secrets/README.md", "Put secrets here.\n")};
}

/// Something of everything: changed, new at the top and in a new folder, gone.
std::vector<Artifact> secondBundle()
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

QByteArray listOf(const Paths &paths)
{
    std::string text;
    for (const std::string &path : paths)
        text += path + "\n";
    return QByteArray::fromStdString(text);
}

/// As a word, so that a failure shows it.
QString stateIn(const WritePlan &plan, std::string_view path)
{
    for (const FilePlan &file : plan.files)
        if (file.path == path)
            return q(toString(file.state));
    return "not planned";
}

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

constexpr uid_t kNobody = 65534;

void giveAway(const fs::path &root)
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

} // namespace

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

class TestBundleWriter : public QObject
{
    Q_OBJECT

private:
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

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        QVERIFY(m_temporary->isValid());
        m_root = fs::canonical(m_temporary->path().toStdString());
        QCOMPARE(::chmod(m_root.c_str(), 0755), 0);
        m_folder = m_root / "shop";
    }

    void cleanup() { m_temporary.reset(); }

    // What is written ---------------------------------------------------------------------------

    void aNewFolder()
    {
        const auto plan = planWrite(firstBundle(), m_folder);
        VERIFY_WRITTEN(plan);
        QVERIFY(!plan->folderExists);
        QCOMPARE(plan->files.size(), 6U);
        QVERIFY(!fs::exists(m_folder));

        const mode_t mask = ::umask(0077);
        const auto report = write(firstBundle());
        ::umask(mask);
        VERIFY_WRITTEN(report);
        QCOMPARE(listOf(report->written),
                 "README.md\ncompose.yaml\ndocker/api/Dockerfile\nhost/verify-host.sh\n"
                 "kubernetes/api.yaml\nsecrets/README.md\n");
        for (const Artifact &file : firstBundle())
            QCOMPARE(q(contentOf(m_folder / file.path)), q(file.text));
        QCOMPARE(modeOf(m_folder), 0755U);
        QCOMPARE(modeOf(m_folder / "docker"), 0755U);
        QCOMPARE(modeOf(m_folder / "docker/api"), 0755U);
        QCOMPARE(modeOf(m_folder / "secrets"), 0700U);
        QCOMPARE(modeOf(m_folder / "compose.yaml"), 0644U);
        QCOMPARE(modeOf(m_folder / "secrets/README.md"), 0644U);
        QCOMPARE(modeOf(m_folder / "host/verify-host.sh"), 0755U);
        QCOMPARE(modeOf(m_folder / kManifestName), 0644U);
        QCOMPARE(snapshotOf(m_root).size(), 14U); // 7 folders, 6 files, the manifest
    }

    void anEmptyFolderGetsTheSame()
    {
        fs::create_directory(m_folder);
        const mode_t mask = ::umask(0077);
        const auto report = write(firstBundle());
        ::umask(mask);
        VERIFY_WRITTEN(report);
        QCOMPARE(report->written.size(), 6U);
        QCOMPARE(modeOf(m_folder / "docker/api"), 0755U);
        QCOMPARE(modeOf(m_folder / "secrets"), 0700U);
        QCOMPARE(modeOf(m_folder / "host/verify-host.sh"), 0755U);
        QCOMPARE(snapshotOf(m_root).size(), 14U);
    }

    void theManifestIsSortedAndTheSameEveryTime()
    {
        VERIFY_WRITTEN(write({artifact("b.txt", "b"), artifact("a \"quoted\" name.txt", "")}));
        const std::string text = contentOf(m_folder / kManifestName);
        QCOMPARE(q(text), "{\n  \"skanseBundle\": 1,\n  \"files\": [\n"
                          "    {\"path\": \"a \\\"quoted\\\" name.txt\", \"sha256\": "
                          "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"},\n"
                          "    {\"path\": \"b.txt\", \"sha256\": "
                          "\"3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d\"}\n"
                          "  ]\n}\n");
        const auto manifest = bundle::parseManifest(text);
        QVERIFY(manifest.has_value());
        QCOMPARE(q(bundle::toJson(*manifest)), q(text));

        m_folder = m_root / "other";
        VERIFY_WRITTEN(write({artifact("a \"quoted\" name.txt", ""), artifact("b.txt", "b")}));
        QCOMPARE(q(contentOf(m_folder / kManifestName)), q(text));
    }

    void nothingAtAll()
    {
        VERIFY_WRITTEN(write({}));
        QCOMPARE(q(contentOf(m_folder / kManifestName)),
                 "{\n  \"skanseBundle\": 1,\n  \"files\": []\n}\n");
        VERIFY_WRITTEN(write({}));
        VERIFY_WRITTEN(write(firstBundle()));
        const auto report = write({});
        VERIFY_WRITTEN(report);
        QCOMPARE(report->removed.size(), 6U);
        QCOMPARE(snapshotOf(m_folder).size(), 2U); // the folder and its manifest
    }

    void aLargeFile()
    {
        const std::string text(3U << 20U, 'x');
        VERIFY_WRITTEN(write({artifact("large.txt", text)}));
        QVERIFY(contentOf(m_folder / "large.txt") == text);
        const auto report = write({artifact("large.txt", text)});
        VERIFY_WRITTEN(report);
        QCOMPARE(listOf(report->unchanged), "large.txt\n");
    }

    // Which folder ------------------------------------------------------------------------------

    void aFolderOfSomebodyElseIsRefused()
    {
        put(m_folder / "thesis.txt", "years of work");
        const Snapshot before = snapshotOf(m_root);
        VERIFY_ERROR(planWrite(firstBundle(), m_folder), "thesis.txt");
        VERIFY_ERROR(write(firstBundle()), "was not written by Skanse");
        VERIFY_ERROR(write(firstBundle(), {.force = true}), "was not written by Skanse");
        VERIFY_SAME(before, m_root);
    }

    void theParentMustBeThere()
    {
        m_folder = m_root / "no/such/shop";
        VERIFY_ERROR(planWrite(firstBundle(), m_folder), "does not exist");
        VERIFY_ERROR(write(firstBundle()), "does not exist");
        QCOMPARE(snapshotOf(m_root).size(), 1U);
    }

    void namesOfFoldersThatAreNone()
    {
        put(m_root / "file", "text");
        fs::create_symlink("nowhere", m_root / "dangling");
        const Snapshot before = snapshotOf(m_root);
        VERIFY_ERROR(writeBundle(firstBundle(), "", {}), "empty");
        VERIFY_ERROR(writeBundle(firstBundle(), m_root / "file", {}), "not a folder");
        VERIFY_ERROR(writeBundle(firstBundle(), m_root / "file/shop", {}), "not a folder");
        VERIFY_ERROR(writeBundle(firstBundle(), m_root / "dangling", {}), "leads nowhere");
        VERIFY_ERROR(writeBundle(firstBundle(), m_root / "no/..", {}), "does not exist");
        VERIFY_ERROR(writeBundle(firstBundle(), m_root / std::string(300, 'n'), {}), "too long");
        VERIFY_ERROR(writeBundle(firstBundle(), m_root.string() + std::string("/a\0b", 4), {}),
                     "NUL");
        const auto hostile = writeBundle(firstBundle(), m_root / "no\n\x1b[31m/shop", {});
        VERIFY_ERROR(hostile, "does not exist");
        QVERIFY(!hostile.error().message.en.contains('\n'));
        QVERIFY(!hostile.error().message.en.contains('\x1b'));
        VERIFY_SAME(before, m_root);
    }

    void otherWaysToNameAFolder()
    {
        VERIFY_WRITTEN(writeBundle(firstBundle(), m_root / "shop///", {}));
        QVERIFY(fs::exists(m_folder / "compose.yaml"));
        fs::create_directory_symlink("shop", m_root / "link");
        const auto report = writeBundle(secondBundle(), m_root / "link", {});
        VERIFY_WRITTEN(report);
        QVERIFY(fs::is_symlink(m_root / "link"));
        QCOMPARE(q(contentOf(m_folder / "zone.txt")), "NO\n");

        const fs::path here = fs::current_path();
        fs::current_path(m_root);
        const auto relative = writeBundle(firstBundle(), "beside", {});
        fs::create_directory("inside");
        fs::current_path("inside");
        const auto inPlace = writeBundle(firstBundle(), ".", {});
        fs::current_path(here);
        VERIFY_WRITTEN(relative);
        VERIFY_WRITTEN(inPlace);
        QVERIFY(fs::exists(m_root / "beside/compose.yaml"));
        QVERIFY(fs::exists(m_root / "inside/compose.yaml"));
    }

    // Writing again -----------------------------------------------------------------------------

    void aSecondRunChangesNothing()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        const auto folderTime = fs::last_write_time(m_folder);
        const Snapshot before = snapshotOf(m_root);
        const auto report = write(firstBundle(), {.force = true});
        VERIFY_WRITTEN(report);
        QVERIFY(report->written.empty() && report->removed.empty() && report->kept.empty());
        QCOMPARE(report->unchanged.size(), 6U);
        VERIFY_SAME(before, m_root);
        QVERIFY(fs::last_write_time(m_folder) == folderTime);
        const auto plan = planWrite(firstBundle(), m_folder);
        VERIFY_WRITTEN(plan);
        QVERIFY(plan->folderExists);
        for (const FilePlan &file : plan->files)
            QCOMPARE(q(toString(file.state)), "unchanged");
    }

    void onlyWhatChangedIsWritten()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        Snapshot before = snapshotOf(m_folder);
        const auto plan = planWrite(secondBundle(), m_folder);
        VERIFY_WRITTEN(plan);
        VERIFY_SAME(before, m_folder);
        const auto report = write(secondBundle());
        VERIFY_WRITTEN(report);
        QCOMPARE(listOf(report->written),
                 "README.md\ncompose.yaml\ndocker/web/Dockerfile\nkubernetes/api.yaml\n"
                 "kubernetes/web.yaml\nzone.txt\n");
        QCOMPARE(listOf(report->unchanged), "host/verify-host.sh\nsecrets/README.md\n");
        QCOMPARE(listOf(report->removed), "docker/api/Dockerfile\n");
        QVERIFY(report->kept.empty());
        QVERIFY(!fs::exists(m_folder / "docker/api"));
        for (const Artifact &file : secondBundle())
            QCOMPARE(q(contentOf(m_folder / file.path)), q(file.text));
        const Snapshot after = snapshotOf(m_folder);
        for (const char *same : {"host/verify-host.sh", "secrets/README.md"})
            QCOMPARE(after.at((m_folder / same).string()), before.at((m_folder / same).string()));

        QCOMPARE(plan->files.size(), 9U);
        QCOMPARE(stateIn(*plan, "README.md"), "changed");
        QCOMPARE(stateIn(*plan, "zone.txt"), "new");
        QCOMPARE(stateIn(*plan, "docker/api/Dockerfile"), "obsolete");
        QCOMPARE(stateIn(*plan, "host/verify-host.sh"), "unchanged");
        QVERIFY(std::ranges::is_sorted(plan->files, {}, &FilePlan::path));

        // And it is the same as if it had been written at once.
        const std::string manifest = contentOf(m_folder / kManifestName);
        const std::size_t entries = snapshotOf(m_folder).size();
        m_folder = m_root / "other";
        VERIFY_WRITTEN(write(secondBundle()));
        QCOMPARE(q(contentOf(m_folder / kManifestName)), q(manifest));
        QCOMPARE(snapshotOf(m_folder).size(), entries);
    }

    void aDeletedFileComesBack()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        fs::remove_all(m_folder / "docker");
        const auto report = write(firstBundle());
        VERIFY_WRITTEN(report);
        QCOMPARE(listOf(report->written), "docker/api/Dockerfile\n");
        QVERIFY(fs::exists(m_folder / "docker/api/Dockerfile"));
    }

    void aLostExecuteBitComesBack()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        QCOMPARE(::chmod((m_folder / "host/verify-host.sh").c_str(), 0600), 0);
        QCOMPARE(::chmod((m_folder / "compose.yaml").c_str(), 0600), 0);
        const auto report = write(firstBundle());
        VERIFY_WRITTEN(report);
        QCOMPARE(listOf(report->written), "host/verify-host.sh\n");
        QCOMPARE(modeOf(m_folder / "host/verify-host.sh"), 0755U);
        QCOMPARE(modeOf(m_folder / "compose.yaml"), 0600U);
    }

    void aHardLinkElsewhereKeepsItsText()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        fs::create_hard_link(m_folder / "README.md", m_root / "copy");
        VERIFY_WRITTEN(write(secondBundle()));
        QCOMPARE(q(contentOf(m_root / "copy")), "# shop\n");
    }

    void editedFilesAreKeptAndNamed()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_folder / "README.md", "# my shop\n");
        put(m_folder / "kubernetes/api.yaml", "mine: true\n");
        const Snapshot edited = snapshotOf(m_folder);

        // Also when the new text is the one that was there before the edit.
        auto report = write(firstBundle());
        VERIFY_WRITTEN(report);
        QCOMPARE(listOf(report->kept), "README.md\nkubernetes/api.yaml\n");
        QCOMPARE(report->unchanged.size(), 4U);
        VERIFY_SAME(edited, m_folder);

        for (int run = 0; run < 2; ++run) { // the manifest does not forget
            QCOMPARE(stateIn(*planWrite(secondBundle(), m_folder), "README.md"), "edited");
            report = write(secondBundle());
            VERIFY_WRITTEN(report);
            QCOMPARE(listOf(report->kept), "README.md\nkubernetes/api.yaml\n");
            QCOMPARE(q(contentOf(m_folder / "README.md")), "# my shop\n");
            QCOMPARE(q(contentOf(m_folder / "zone.txt")), "NO\n");
        }

        // Back to what Skanse wrote last: no edit any more.
        put(m_folder / "README.md", "# shop\n");
        report = write(secondBundle());
        VERIFY_WRITTEN(report);
        QCOMPARE(listOf(report->written), "README.md\n");
        QCOMPARE(listOf(report->kept), "kubernetes/api.yaml\n");

        report = write(secondBundle(), {.force = true});
        VERIFY_WRITTEN(report);
        QCOMPARE(listOf(report->written), "kubernetes/api.yaml\n");
        QVERIFY(report->kept.empty());
        QCOMPARE(q(contentOf(m_folder / "kubernetes/api.yaml")), "---\nkind: StatefulSet\n");
        report = write(secondBundle());
        VERIFY_WRITTEN(report);
        QCOMPARE(report->unchanged.size(), 8U);
    }

    void anEditThatEqualsTheNewTextIsNoEdit()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_folder / "README.md", "# shop\n\nMore.\n");
        auto report = write(secondBundle());
        VERIFY_WRITTEN(report);
        QVERIFY(report->kept.empty());
        report = write(firstBundle());
        VERIFY_WRITTEN(report);
        QCOMPARE(q(contentOf(m_folder / "README.md")), "# shop\n");
    }

    void editedFilesThatAreObsoleteStay()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_folder / "docker/api/Dockerfile", "FROM mine\n");
        for (const bool force : {false, true, false}) {
            QCOMPARE(stateIn(*planWrite(secondBundle(), m_folder), "docker/api/Dockerfile"),
                     "edited");
            const auto report = write(secondBundle(), {.force = force});
            VERIFY_WRITTEN(report);
            QCOMPARE(listOf(report->kept), "docker/api/Dockerfile\n");
            QVERIFY(report->removed.empty());
            QCOMPARE(q(contentOf(m_folder / "docker/api/Dockerfile")), "FROM mine\n");
        }
    }

    void whatTookThePlaceOfAnObsoleteFileStays()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_root / "outside/Dockerfile", "FROM scratch\n");
        fs::remove_all(m_folder / "docker/api");
        fs::create_directory_symlink("../../outside", m_folder / "docker/api");
        fs::remove(m_folder / "README.md");
        fs::create_symlink("compose.yaml", m_folder / "README.md");
        const auto report = write({artifact("compose.yaml", "---\nname: shop\n")});
        VERIFY_WRITTEN(report);
        QCOMPARE(listOf(report->kept), "README.md\n");
        QVERIFY(fs::is_symlink(m_folder / "README.md"));
        QVERIFY(fs::is_symlink(m_folder / "docker/api"));
        QCOMPARE(q(contentOf(m_root / "outside/Dockerfile")), "FROM scratch\n");
    }

    void filesOfTheUserAreNeverTouched()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        for (const char *path :
             {".env", "secrets/db-password", "src/api/main.py", "docker/api/own.txt"})
            put(m_folder / path, "mine");
        fs::create_symlink("/etc/passwd", m_folder / "own-link");
        const Snapshot before = snapshotOf(m_folder);
        VERIFY_WRITTEN(write(secondBundle(), {.force = true}));
        VERIFY_WRITTEN(write({}, {.force = true}));
        const Snapshot after = snapshotOf(m_folder);
        for (const char *path : {".env", "secrets", "secrets/db-password", "src", "src/api",
                                 "src/api/main.py", "docker/api/own.txt", "own-link"}) {
            const std::string key = (m_folder / path).string();
            QVERIFY2(after.contains(key), path);
            QCOMPARE(after.at(key), before.at(key));
        }
    }

    void aFileOfTheUserInTheWay()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_folder / "zone.txt", "my zone");
        const Snapshot before = snapshotOf(m_root);
        QCOMPARE(stateIn(*planWrite(secondBundle(), m_folder), "zone.txt"), "foreign");
        const auto refused = write(secondBundle());
        VERIFY_ERROR(refused, "zone.txt");
        QCOMPARE(q(refused.error().path), "zone.txt");
        VERIFY_SAME(before, m_root);
        const auto report = write(secondBundle(), {.force = true});
        VERIFY_WRITTEN(report);
        QCOMPARE(q(contentOf(m_folder / "zone.txt")), "NO\n");
    }

    void aFileOfTheUserThatIsTheSame()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_folder / "zone.txt", "NO\n");
        const auto before = snapshotOf(m_folder).at((m_folder / "zone.txt").string());
        const auto report = write(secondBundle());
        VERIFY_WRITTEN(report);
        QVERIFY(std::ranges::count(report->unchanged, "zone.txt") == 1);
        QCOMPARE(snapshotOf(m_folder).at((m_folder / "zone.txt").string()), before);
    }

    // Names that lead elsewhere -----------------------------------------------------------------

    void pathsThatAreRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char *name, QByteArray path) { QTest::newRow(name) << path; };
        row("empty", "");
        row("absolute", "/tmp/x");
        row("up", "../x");
        row("up inside", "a/../../x");
        row("up at the end", "a/..");
        row("dot", ".");
        row("dot inside", "a/./b");
        row("empty part", "a//b");
        row("slash at the end", "a/");
        row("backslash", "a\\b");
        row("backslashes up", "..\\..\\x");
        row("drive", "C:/x");
        row("drive, relative", "c:x");
        row("line feed", "a\nb");
        row("NUL", QByteArray("a\0b", 3));
        row("escape", "a\x1b[31m");
        row("DEL", "a\x7f");
        row("right-to-left", "a\xe2\x80\xae"
                             "b");
        row("invalid UTF-8", "a\xff");
        row("overlong slash", "a\xc0\xaf"
                              "b");
        row("manifest", ".skanse-bundle.json");
        row("manifest, other case", ".SKANSE-bundle.json");
        row("below the manifest", ".skanse-bundle.json/x");
        row("staging", ".skanse-staging-abcdef/new/x");
    }

    void pathsThatAreRefused()
    {
        QFETCH(const QByteArray, path);
        auto bundle = firstBundle();
        bundle.push_back(artifact(path.toStdString(), "text"));
        for (const bool exists : {false, true}) {
            const Snapshot before = snapshotOf(m_root);
            VERIFY_ERROR(planWrite(bundle, m_folder), "cannot be used");
            const auto result = write(bundle, {.force = true});
            VERIFY_ERROR(result, "cannot be used");
            QVERIFY(!result.error().message.en.contains('\n'));
            VERIFY_SAME(before, m_root);
            if (!exists)
                VERIFY_WRITTEN(write(firstBundle()));
        }
    }

    void pathsThatLookOddAndAreFine()
    {
        const Paths odd{"..a/b..", "...",   "a b/c",    "$(id)", "`id`", "-rf",
                        "ab:c",    "æøå/ß", "%2e%2e/x", "~",     "*",    "secrets"};
        std::vector<Artifact> bundle;
        for (const std::string &path : odd)
            bundle.push_back(artifact(path, path));
        VERIFY_WRITTEN(write(bundle));
        for (const std::string &path : odd)
            QCOMPARE(q(contentOf(m_folder / path)), q(path));
        const auto report = write(bundle);
        VERIFY_WRITTEN(report);
        QCOMPARE(report->unchanged.size(), odd.size());
    }

    void pathsThatAreTheSame_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("two");
        QTest::newRow("equal") << "a/b" << "a/b";
        QTest::newRow("case") << "a/readme.md" << "a/README.md";
        QTest::newRow("case of the folder") << "docker/API/x" << "docker/api/x";
        QTest::newRow("case beyond ASCII") << "blåbær" << "BLÅBÆR";
        QTest::newRow("composed") << QString::fromUtf8("\xc3\xa5")
                                  << QString::fromUtf8("a\xcc\x8a");
        QTest::newRow("file and folder") << "a/b" << "a/b/c";
        QTest::newRow("file and folder, case") << "A/B" << "a/b/c/d";
        QTest::newRow("file and folder, something between") << "a" << "a/b";
    }

    void pathsThatAreTheSame()
    {
        QFETCH(const QString, one);
        QFETCH(const QString, two);
        const std::string first = one.toStdString();
        const std::string second = two.toStdString();
        VERIFY_ERROR(write({artifact(first, "x"), artifact("a-", ""), artifact(second, "x")}), "“");
        VERIFY_ERROR(write({artifact(second, "x"), artifact(first, "y")}), "“");
        QVERIFY(!fs::exists(m_folder));
    }

    void aNameThatIsTooLong()
    {
        const std::string name(300, 'n');
        VERIFY_ERROR(write({artifact(name, "x")}), "too long");
        QCOMPARE(snapshotOf(m_root).size(), 1U);
        VERIFY_WRITTEN(write(firstBundle()));
        const Snapshot before = snapshotOf(m_root);
        VERIFY_ERROR(write({artifact("docker/" + name + "/x", "x")}), "too long");
        VERIFY_SAME(before, m_root);
    }

    void thingsInTheWay_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"link to file", "link to same text", "dangling link", "fifo",
                                 "folder", "linked folder", "linked outer folder", "file as folder",
                                 "fifo as folder", "linked new folder"})
            QTest::newRow(what) << what;
    }

    void thingsInTheWay()
    {
        QFETCH(const QString, what);
        VERIFY_WRITTEN(write(firstBundle()));
        const fs::path file = m_folder / "kubernetes/api.yaml";
        const fs::path outside = m_root / "outside";
        put(outside / "api.yaml", "outside");
        put(outside / "same.yaml", "---\nkind: Deployment\n");
        put(outside / "kubernetes/api.yaml", "outside, too");
        if (what == QLatin1StringView("link to file")) {
            fs::remove(file);
            fs::create_symlink(outside / "api.yaml", file);
        } else if (what == QLatin1StringView("link to same text")) {
            fs::remove(file);
            fs::create_symlink(outside / "same.yaml", file);
        } else if (what == QLatin1StringView("dangling link")) {
            fs::remove(file);
            fs::create_symlink(outside / "to-be.yaml", file);
        } else if (what == QLatin1StringView("fifo")) {
            fs::remove(file);
            QCOMPARE(::mkfifo(file.c_str(), 0644), 0);
        } else if (what == QLatin1StringView("folder")) {
            fs::remove(file);
            fs::create_directory(file);
        } else if (what == QLatin1StringView("linked folder")) {
            fs::remove_all(m_folder / "kubernetes");
            fs::create_directory_symlink(outside, m_folder / "kubernetes");
        } else if (what == QLatin1StringView("linked outer folder")) {
            fs::remove_all(m_folder / "docker");
            fs::create_directory_symlink("../outside", m_folder / "docker");
        } else if (what == QLatin1StringView("file as folder")) {
            fs::remove_all(m_folder / "docker");
            put(m_folder / "docker", "a file");
        } else if (what == QLatin1StringView("fifo as folder")) {
            fs::remove_all(m_folder / "docker");
            QCOMPARE(::mkfifo((m_folder / "docker").c_str(), 0644), 0);
        } else {
            fs::create_directory_symlink("../../outside", m_folder / "docker/web");
        }
        const Snapshot before = snapshotOf(m_root);
        for (const bool force : {false, true}) {
            VERIFY_ERROR(write(secondBundle(), {.force = force}), "“");
            VERIFY_ERROR(planWrite(secondBundle(), m_folder), "“");
            VERIFY_SAME(before, m_root);
        }
    }

    /// Below the checks by name: nothing is opened through a link that appeared after them.
    void linksAreNotFollowed()
    {
        put(m_folder / "real/file", "inside");
        put(m_root / "outside/file", "outside");
        fs::create_directory_symlink("../outside", m_folder / "linked");
        fs::create_symlink("../../outside/file", m_folder / "real/link");
        const auto root = bundle::openFolder(m_folder);
        QVERIFY(root.has_value());
        QCOMPARE(bundle::openFolder(*root, "linked").error(), ENOTDIR);
        QCOMPARE(bundle::makeFolder(*root, "linked/new").error(), ENOTDIR);
        QCOMPARE(bundle::readFile(*root, "linked/file", 100).error(), ENOTDIR);
        QCOMPARE(bundle::readFile(*root, "real/link", 100).error(), ELOOP);
        QCOMPARE(bundle::createFile(*root, "linked/new", "x", 0644), ENOTDIR);
        QCOMPARE(bundle::createFile(*root, "real/link", "x", 0644), EEXIST);
        QCOMPARE(bundle::moveEntry(*root, "real/file", *root, "linked/file"), ENOTDIR);
        QCOMPARE(bundle::moveEntry(*root, "linked/file", *root, "real/file"), ENOTDIR);
        QCOMPARE(bundle::removeFile(*root, "linked/file"), ENOTDIR);
        QCOMPARE(q(contentOf(m_root / "outside/file")), "outside");
        QCOMPARE(q(*bundle::readFile(*root, "real/file", 100)), "inside");
        QCOMPARE(bundle::readFile(*root, "real/file", 3).error(), EFBIG);
    }

    // The manifest as an attack -----------------------------------------------------------------

    void manifestsThatAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray hash = QByteArray::fromStdString(bundle::sha256Of("precious"));
        const auto entry = [&](const QByteArray &path, const QByteArray &sha256) {
            return QByteArray(R"({"path": ")" + path + R"(", "sha256": ")" + sha256 + R"("})");
        };
        const auto with = [](const QByteArray &files) {
            return QByteArray(R"({"skanseBundle": 1, "files": [)" + files + "]}");
        };
        QTest::newRow("up") << with(entry("../precious", hash));
        QTest::newRow("absolute") << with(entry("/etc/passwd", hash));
        QTest::newRow("up inside") << with(entry("docker/../../precious", hash));
        QTest::newRow("escaped NUL") << with(entry("a\\u0000b", hash));
        QTest::newRow("itself") << with(entry(".skanse-bundle.json", hash));
        QTest::newRow("no path") << with(R"({"sha256": ")" + hash + R"("})");
        QTest::newRow("no hash") << with(R"({"path": "a"})");
        QTest::newRow("short hash") << with(entry("a", "abc"));
        QTest::newRow("hash in capitals") << with(entry("a", hash.toUpper()));
        QTest::newRow("twice") << with(entry("a", hash) + "," + entry("a", hash));
        QTest::newRow("a number") << with("7");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("cut off") << with(entry("a", hash)).chopped(3);
        QTest::newRow("no files") << QByteArray(R"({"skanseBundle": 1})");
        QTest::newRow("later version") << QByteArray(R"({"skanseBundle": 2, "files": []})");
        QTest::newRow("version as text") << QByteArray(R"({"skanseBundle": "1", "files": []})");
        QTest::newRow("binary") << QByteArray("\0\xff\xfe", 3);
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("merge conflict") << QByteArray("<<<<<<< HEAD\n" + with(entry("a", hash)));
        QTest::newRow("too large") << QByteArray(with("") + QByteArray(5 << 20, ' '));
    }

    void manifestsThatAreRefused()
    {
        QFETCH(const QByteArray, text);
        put(m_root / "precious", "precious");
        put(m_folder / "precious", "precious");
        put(m_folder / kManifestName, text.toStdString());
        const Snapshot before = snapshotOf(m_root);
        for (const bool force : {false, true})
            VERIFY_ERROR(write(firstBundle(), {.force = force}), ".skanse-bundle.json");
        VERIFY_ERROR(planWrite(firstBundle(), m_folder), ".skanse-bundle.json");
        VERIFY_SAME(before, m_root);
    }

    void aManifestThatIsNoFile()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        const fs::path manifest = m_folder / kManifestName;
        fs::rename(manifest, m_root / "manifest");
        fs::create_symlink(m_root / "manifest", manifest);
        Snapshot before = snapshotOf(m_root);
        VERIFY_ERROR(write(secondBundle()), "symbolic link");
        VERIFY_SAME(before, m_root);
        fs::remove(manifest);
        QCOMPARE(::mkfifo(manifest.c_str(), 0644), 0);
        before = snapshotOf(m_root);
        VERIFY_ERROR(write(secondBundle()), "pipe");
        VERIFY_SAME(before, m_root);
    }

    // All or nothing ----------------------------------------------------------------------------

    void progressAndCancel_data() { addKinds(); }

    void progressAndCancel()
    {
        QFETCH(const QString, kind);
        prepare(kind);
        const Snapshot before = snapshotOf(m_root);
        const std::size_t total = kind == QLatin1StringView("bundle") ? 6 : 8;
        for (std::size_t stop = 0; stop <= total; ++stop) {
            const auto result =
                write(secondBundle(),
                      {.progress = [&](std::size_t done, std::size_t) { return done < stop; }});
            VERIFY_ERROR(result, "cancelled");
            VERIFY_SAME(before, m_root);
        }
        std::vector<std::size_t> seen;
        VERIFY_WRITTEN(write(secondBundle(), {.progress = [&](std::size_t done, std::size_t of) {
                                 seen.push_back(done);
                                 return of == total;
                             }}));
        QCOMPARE(seen.size(), total + 1);
        QVERIFY(std::ranges::is_sorted(seen) && seen.front() == 0 && seen.back() == total);
    }

    void anExceptionFromProgress_data() { addKinds(); }

    void anExceptionFromProgress()
    {
        QFETCH(const QString, kind);
        prepare(kind);
        const Snapshot before = snapshotOf(m_root);
        const auto thrower = [](std::size_t done, std::size_t) -> bool {
            if (done == 3)
                throw std::runtime_error("boom");
            return true;
        };
        VERIFY_ERROR(write(secondBundle(), {.progress = thrower}), "boom");
        VERIFY_SAME(before, m_root);
        const auto oddThrower = [](std::size_t, std::size_t) -> bool { throw 7; };
        VERIFY_ERROR(write(secondBundle(), {.progress = oddThrower}), "unexpected");
        VERIFY_SAME(before, m_root);
    }

    void aWriteThatFails_data() { addKinds(); }

    void aWriteThatFails()
    {
        QFETCH(const QString, kind);
        prepare(kind);
        const Snapshot before = snapshotOf(m_root);
        auto bundle = secondBundle();
        bundle.push_back(artifact("large.txt", std::string(200'000, 'x')));
        const auto result = [&] {
            const FileSizeLimit limit(100'000);
            return write(bundle);
        }();
        VERIFY_ERROR(result, "“large.txt” cannot be written: file too large.");
        QVERIFY(q(result.error().message.nb).contains(q("filen er for stor")));
        QCOMPARE(q(result.error().path), "large.txt");
        VERIFY_SAME(before, m_root);
        VERIFY_WRITTEN(write(bundle));
    }

    void aFullDisk_data() { addKinds(); }

    void aFullDisk()
    {
        QFETCH(const QString, kind);
        const fs::path disk = m_root / "disk";
        fs::create_directory(disk);
        const Mount mounted("tmpfs", disk, "tmpfs", 0, "size=128k");
        if (!mounted.ok())
            QSKIP("NOT TESTED: a full disk, since this user may not mount one");
        m_folder = disk / "shop";
        prepare(kind);
        const Snapshot before = snapshotOf(disk);
        auto bundle = secondBundle();
        bundle.push_back(artifact("large.txt", std::string(200'000, 'x')));
        const auto result = write(bundle);
        VERIFY_ERROR(result, "“large.txt” cannot be written: no space left on the device.");
        VERIFY_SAME(before, disk);
    }

    void aReadOnlyDisk_data() { addKinds(); }

    void aReadOnlyDisk()
    {
        QFETCH(const QString, kind);
        prepare(kind);
        const fs::path disk = m_root / "disk";
        fs::create_directory(disk);
        const Mount mounted(m_root, disk, nullptr, MS_BIND, nullptr);
        const bool readOnly =
            mounted.ok()
            && ::mount(nullptr, disk.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr)
                   == 0;
        if (!readOnly)
            QSKIP("NOT TESTED: a read-only disk, since this user may not mount one");
        VERIFY_ERROR(writeBundle(secondBundle(), disk / "shop", {}), "read-only");
    }

    void foldersThatCannotBeWritten_data() { addKinds(); }

    void foldersThatCannotBeWritten()
    {
        QFETCH(const QString, kind);
        prepare(kind);
        const bool isNew = kind == QLatin1StringView("new");
        const fs::path &closed = isNew ? m_root : m_folder;
        giveAway(m_root);
        QCOMPARE(::chmod(closed.c_str(), 0555), 0);
        const Snapshot before = snapshotOf(m_root);
        const auto result = [&] {
            const AsOrdinaryUser user;
            return write(secondBundle());
        }();
        VERIFY_ERROR(result, "permission denied");
        VERIFY_SAME(before, m_root);
        QCOMPARE(::chmod(closed.c_str(), 0755), 0);
    }

    void aFailureWhileFilesAreMoved()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_folder / "compose.yaml", "edited: true\n");
        giveAway(m_root);
        // Preparing works, and so do the first files; those in here cannot be replaced.
        QCOMPARE(::chmod((m_folder / "kubernetes").c_str(), 0555), 0);
        const Snapshot before = snapshotOf(m_root);
        const auto result = [&] {
            const AsOrdinaryUser user;
            return write(secondBundle(), {.force = true});
        }();
        VERIFY_ERROR(result, "kubernetes/api.yaml");
        QVERIFY(q(result.error().message.en).contains(q("permission denied")));
        VERIFY_SAME(before, m_root);
        QCOMPARE(::chmod((m_folder / "kubernetes").c_str(), 0755), 0);
        const AsOrdinaryUser user;
        VERIFY_WRITTEN(write(secondBundle(), {.force = true}));
    }

    void aFailureWhileObsoleteFilesAreRemoved()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        giveAway(m_root);
        QCOMPARE(::chmod((m_folder / "docker/api").c_str(), 0555), 0);
        const Snapshot before = snapshotOf(m_root);
        const auto result = [&] {
            const AsOrdinaryUser user;
            return write(secondBundle());
        }();
        VERIFY_ERROR(result, "docker/api/Dockerfile");
        VERIFY_SAME(before, m_root);
        QCOMPARE(::chmod((m_folder / "docker/api").c_str(), 0755), 0);
    }

    void aFileThatIsInUse()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_root / "over", "---\nkind: Deployment\n");
        const fs::path file = m_folder / "kubernetes/api.yaml";
        const Mount mounted(m_root / "over", file, nullptr, MS_BIND, nullptr);
        if (!mounted.ok())
            QSKIP("NOT TESTED: a file that is a mount point, since this user may not mount one");
        const Snapshot before = snapshotOf(m_root);
        VERIFY_ERROR(write(secondBundle()), "kubernetes/api.yaml");
        VERIFY_SAME(before, m_root);
    }

    void aFileThatCannotBeRead()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        giveAway(m_root);
        QCOMPARE(::chmod((m_folder / "README.md").c_str(), 0), 0);
        const auto result = [&] {
            const AsOrdinaryUser user;
            return write(secondBundle());
        }();
        VERIFY_ERROR(result, "“README.md” cannot be read: permission denied");
        QVERIFY(!fs::exists(m_folder / "zone.txt"));
    }

    // Others at work in the same folder ---------------------------------------------------------

    void somebodyInterferes_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what :
             {"edits a file", "edits an obsolete file", "makes a new file", "makes a pipe",
              "links a file", "links a folder", "removes a file"})
            QTest::newRow(what) << what;
    }

    void somebodyInterferes()
    {
        QFETCH(const QString, what);
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_root / "outside/web.yaml", "outside");
        Snapshot before;
        const auto interfere = [&] {
            if (what == QLatin1StringView("edits a file")) {
                put(m_folder / "kubernetes/api.yaml", "mine");
            } else if (what == QLatin1StringView("edits an obsolete file")) {
                put(m_folder / "docker/api/Dockerfile", "mine");
            } else if (what == QLatin1StringView("makes a new file")) {
                put(m_folder / "zone.txt", "mine");
            } else if (what == QLatin1StringView("makes a pipe")) {
                ::mkfifo((m_folder / "zone.txt").c_str(), 0644);
            } else if (what == QLatin1StringView("links a file")) {
                fs::create_symlink("../outside/web.yaml", m_folder / "zone.txt");
            } else if (what == QLatin1StringView("links a folder")) {
                fs::rename(m_folder / "kubernetes", m_root / "kubernetes");
                fs::create_directory_symlink("../outside", m_folder / "kubernetes");
            } else {
                fs::remove(m_folder / "kubernetes/api.yaml");
            }
            before = snapshotOf(m_root);
            for (auto entry = before.begin();
                 entry != before.end();) // not the files in preparation
                entry = entry->first.find(".skanse-staging-") == std::string::npos
                          ? std::next(entry)
                          : before.erase(entry);
        };
        const auto result =
            write(secondBundle(), {.progress = [&](std::size_t done, std::size_t total) {
                      if (done == total)
                          interfere();
                      return true;
                  }});
        VERIFY_ERROR(result, "“");
        VERIFY_SAME(before, m_root);
    }

    void theNewFolderAppearsMeanwhile()
    {
        const auto interfere = [&](std::size_t done, std::size_t total) {
            if (done == total)
                put(m_folder / "mine.txt", "mine");
            return true;
        };
        VERIFY_ERROR(write(firstBundle(), {.progress = interfere}), "cannot be made");
        QCOMPARE(snapshotOf(m_root).size(), 3U);
        QCOMPARE(q(contentOf(m_folder / "mine.txt")), "mine");
    }

    void oneWriterAtATime()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        const Snapshot before = snapshotOf(m_root);
        const int other = ::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        QVERIFY(other >= 0);
        QCOMPARE(::flock(other, LOCK_EX | LOCK_NB), 0);
        VERIFY_ERROR(write(secondBundle()), "Another run");
        VERIFY_SAME(before, m_root);
        ::close(other);
        VERIFY_WRITTEN(write(secondBundle()));
    }

    // Runs that were stopped --------------------------------------------------------------------

    void leftoversOfAStoppedPreparationAreRemoved_data() { addKinds(); }

    void leftoversOfAStoppedPreparationAreRemoved()
    {
        QFETCH(const QString, kind);
        prepare(kind);
        const fs::path leftover = m_folder / ".skanse-staging-aB3dE6";
        put(leftover / "new/compose.yaml", "half");
        VERIFY_WRITTEN(planWrite(secondBundle(), m_folder));
        QVERIFY(fs::exists(leftover));
        VERIFY_WRITTEN(write(secondBundle()));
        QVERIFY(!fs::exists(leftover));
    }

    void leftoversOfAStoppedSwapAreKept()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_folder / ".skanse-staging-aB3dE6/old/compose.yaml", "the only copy");
        const Snapshot before = snapshotOf(m_root);
        for (const bool force : {false, true})
            VERIFY_ERROR(write(secondBundle(), {.force = force}), ".skanse-staging-aB3dE6/old");
        VERIFY_ERROR(planWrite(secondBundle(), m_folder), "stopped");
        VERIFY_SAME(before, m_root);
    }

    void aLinkWithTheNameOfALeftoverIsLeftAlone()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        put(m_root / "outside/new/file", "outside");
        fs::create_directory_symlink("../outside", m_folder / ".skanse-staging-aB3dE6");
        VERIFY_WRITTEN(write(secondBundle()));
        QVERIFY(fs::is_symlink(m_folder / ".skanse-staging-aB3dE6"));
        QCOMPARE(q(contentOf(m_root / "outside/new/file")), "outside");
    }

    void whatCannotBePutBackIsSaid()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        fs::path kept;
        {
            const auto root = bundle::openFolder(m_folder);
            QVERIFY(root.has_value());
            auto staging = bundle::Staging::make(m_folder, *root);
            QVERIFY(staging.has_value());
            kept = m_folder / staging->name();
            QCOMPARE(
                bundle::createFile(staging->folder(), "new/docker/api/Dockerfile", "new", 0644), 0);
            auto swap = bundle::Swap::begin(*root, *staging);
            QVERIFY(swap.has_value());
            const auto entry = bundle::look(*root, "docker/api/Dockerfile");
            QVERIFY(entry.has_value());
            QVERIFY(!swap->place("docker/api/Dockerfile", entry->stamp).has_value());
            fs::rename(m_folder / "docker", m_root / "taken");
            const std::expected<void, WriteError> error = std::unexpected(
                swap->fail(bundle::systemError({"“{}”: {}.", "«{}»: {}."}, "x", EIO)));
            VERIFY_ERROR(error, "input/output error");
            QVERIFY(q(error.error().advice.en).contains(q("docker/api/Dockerfile")));
            QVERIFY(q(error.error().advice.en).contains(q(staging->name() + "/old")));
        }
        QCOMPARE(q(contentOf(kept / "old/docker/api/Dockerfile")), "FROM scratch\n");
        VERIFY_ERROR(write(secondBundle()), "stopped");
    }

    void aSwapThatIsNotKeptIsUndone()
    {
        VERIFY_WRITTEN(write(firstBundle()));
        const Snapshot before = snapshotOf(m_root);
        {
            const auto root = bundle::openFolder(m_folder);
            QVERIFY(root.has_value());
            auto staging = bundle::Staging::make(m_folder, *root);
            QVERIFY(staging.has_value());
            QCOMPARE(bundle::createFile(staging->folder(), "new/a/b/c", "new", 0644), 0);
            auto swap = bundle::Swap::begin(*root, *staging);
            QVERIFY(swap.has_value());
            QVERIFY(!swap->place("a/b/c", {}).has_value());
            const auto entry = bundle::look(*root, "README.md");
            QVERIFY(!swap->takeAway("README.md", entry->stamp).has_value());
            QVERIFY(fs::exists(m_folder / "a/b/c"));
            QVERIFY(!fs::exists(m_folder / "README.md"));
        }
        VERIFY_SAME(before, m_root);
    }

    // Words -------------------------------------------------------------------------------------

    void reasonsAreInBothLanguages()
    {
        QCOMPARE(q(bundle::systemReason(ENOSPC).nb), "det er ikke plass igjen på enheten");
        for (int code = 1; code < 134; ++code) {
            QVERIFY(!bundle::systemReason(code).en.empty());
            QVERIFY(!bundle::systemReason(code).nb.empty());
        }
        QVERIFY(!bundle::systemReason(99999).en.empty());
        QCOMPARE(q(bundle::shown("a\n\xe2\x80\xae\xff é")), "a??? é");
    }
};

QTEST_GUILESS_MAIN(TestBundleWriter)
#include "tst_bundle_writer.moc"
