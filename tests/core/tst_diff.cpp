// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/diff.h"
#include "core/report/edit_script.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace skanse;
using namespace skanse::report;

namespace {

std::string numbered(int first, int last)
{
    std::string text;
    for (int i = first; i <= last; ++i)
        text += std::to_string(i) + "\n";
    return text;
}

LineIds randomLines(std::mt19937 &random, int most, int kinds)
{
    LineIds lines(random() % static_cast<unsigned>(most + 1));
    for (int &line : lines)
        line = static_cast<int>(random() % static_cast<unsigned>(kinds));
    return lines;
}

/// What the script keeps of one text.
LineIds kept(const LineIds &lines, const std::vector<bool> &gone)
{
    LineIds out;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!gone[i])
            out.push_back(lines[i]);
    return out;
}

/// Length of the longest common subsequence, by the table everybody knows.
std::size_t longestCommon(const LineIds &a, const LineIds &b)
{
    std::vector<std::vector<std::size_t>> table(a.size() + 1,
                                                std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            table[i + 1][j + 1] =
                a[i] == b[j] ? table[i][j] + 1 : std::max(table[i][j + 1], table[i + 1][j]);
    return table[a.size()][b.size()];
}

Bundle bundleOf(std::initializer_list<std::pair<std::string, std::string>> files)
{
    Bundle bundle;
    for (const auto &[path, text] : files)
        bundle.artifacts.push_back({path, Syntax::Plain, text, {}, false});
    return bundle;
}

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT

private slots:
    void scriptIsRightAndShortest()
    {
        std::mt19937 random(20261123);
        for (int round = 0; round < 2000; ++round) {
            const int kinds = 1 + static_cast<int>(random() % 12);
            const LineIds before = randomLines(random, 40, kinds);
            const LineIds after = randomLines(random, round % 2 == 0 ? 40 : 6, kinds);
            const EditScript script = editScript(before, after);
            const LineIds common = kept(before, script.removed);
            QCOMPARE(common, kept(after, script.added));
            QCOMPARE(common.size(), longestCommon(before, after));
        }
    }

    void equalTextsHaveNoDifference()
    {
        QVERIFY(unifiedDiff("", "", "a", "b").empty());
        QVERIFY(unifiedDiff("x\ny\n", "x\ny\n", "a", "b").empty());
    }

    void writesContextAndRanges()
    {
        std::string after = numbered(1, 20);
        after.replace(after.find("10\n"), 3, "ten\n");
        QCOMPARE(unifiedDiff(numbered(1, 20), after, "a/x", "b/x"),
                 std::string(
                     "--- a/x\n+++ b/x\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n"));
    }

    void changesFarApartHaveTheirOwnHunks()
    {
        std::string far = numbered(1, 30);
        far.replace(0, 2, "one\n");
        far.replace(far.find("30\n"), 3, "thirty\n");
        const std::string twoHunks = unifiedDiff(numbered(1, 30), far, "a", "b");
        QVERIFY(twoHunks.find("@@ -1,4 +1,4 @@\n") != std::string::npos);
        QVERIFY(twoHunks.find("@@ -27,4 +27,4 @@\n") != std::string::npos);

        std::string near = numbered(1, 30);
        near.replace(near.find("10\n"), 3, "ten\n");
        near.replace(near.find("17\n"), 3, "seventeen\n"); // six lines between: one hunk
        const std::string oneHunk = unifiedDiff(numbered(1, 30), near, "a", "b");
        QVERIFY(oneHunk.find("@@ -7,14 +7,14 @@\n") != std::string::npos);
        QCOMPARE(std::ranges::count(oneHunk, '@'), 4);
    }

    void addedAndRemovedTextsHaveEmptyRanges()
    {
        QCOMPARE(unifiedDiff("", "x\n", "/dev/null", "b/x"),
                 std::string("--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+x\n"));
        QCOMPARE(unifiedDiff("x\ny\n", "", "a/x", "/dev/null"),
                 std::string("--- a/x\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-x\n-y\n"));
    }

    void aMissingFinalLineFeedIsSaid()
    {
        QCOMPARE(unifiedDiff("x", "x\n", "a", "b"),
                 std::string("--- a\n+++ b\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n"));
    }

    void bundlesNameAddedChangedAndRemovedFiles()
    {
        const Bundle before = bundleOf({{"same", "1\n"}, {"changed", "1\n"}, {"gone", "1\n"}});
        const Bundle after = bundleOf({{"new", "1\n"}, {"same", "1\n"}, {"changed", "2\n"}});
        const std::string diff = bundleDiff(before, after);
        QVERIFY(diff.find("same") == std::string::npos);
        const auto added = diff.find("--- /dev/null\n+++ b/new\n");
        const auto changed = diff.find("--- a/changed\n+++ b/changed\n");
        const auto removed = diff.find("--- a/gone\n+++ /dev/null\n");
        QVERIFY(added != std::string::npos);
        QVERIFY(changed != std::string::npos);
        QVERIFY(removed != std::string::npos);
        QVERIFY(added < changed);
        QVERIFY(changed < removed);
        QVERIFY(bundleDiff(before, before).empty());
    }
};

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
