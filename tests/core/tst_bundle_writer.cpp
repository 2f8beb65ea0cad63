// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/support/bundle_folder.h"

using namespace skanse;
using namespace skanse::test;

class TestBundleWriter : public QObject, private BundleFolder
{
    Q_OBJECT

private slots:
    void init() { make(); }
    void cleanup() { remove(); }

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
