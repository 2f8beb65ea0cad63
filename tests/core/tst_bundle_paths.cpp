// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/file_system.h"
#include "tests/support/bundle_folder.h"

using namespace skanse;
using namespace skanse::test;

class TestBundlePaths : public QObject, private BundleFolder
{
    Q_OBJECT

private slots:
    void init() { make(); }
    void cleanup() { remove(); }

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
};

QTEST_GUILESS_MAIN(TestBundlePaths)
#include "tst_bundle_paths.moc"
