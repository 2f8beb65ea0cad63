// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/swap.h"
#include "tests/support/bundle_folder.h"
#include "tests/support/obstacles.h"

#include <fcntl.h>
#include <sys/file.h>

using namespace skanse;
using namespace skanse::test;

class TestBundleFailures : public QObject, private BundleFolder
{
    Q_OBJECT

private slots:
    void init() { make(); }
    void cleanup() { remove(); }

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
};

QTEST_GUILESS_MAIN(TestBundleFailures)
#include "tst_bundle_failures.moc"
