// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/markdown.h"

#include <QTest>

using namespace skanse;

namespace {

const Origin kOne{ControlSet(ControlId::seccomp), "host.a", -1};
const Origin kTwo{ControlSet(ControlId::backup), "", 1};

} // namespace

class TestMarkdown : public QObject
{
    Q_OBJECT

private slots:
    void blocks()
    {
        Markdown page;
        page.heading(1, "Title");
        page.paragraph("One.\nTwo.\n\n");
        page.bullet("a");
        page.bullet("b\nmore\n\nand more");
        page.bullet("inner", {}, 1);
        page.task("do it");
        page.paragraph("Text.");
        page.numbered(1, "first\nmore");
        page.code("sh", "ls\n\n  pwd\n", {}, 3);
        page.numbered(10, "tenth\nmore");
        page.heading(9, "Deep");
        QCOMPARE(page.take().text, std::string("# Title\n"
                                               "\n"
                                               "One.\n"
                                               "Two.\n"
                                               "\n"
                                               "- a\n"
                                               "- b\n"
                                               "  more\n"
                                               "\n"
                                               "  and more\n"
                                               "  - inner\n"
                                               "- [ ] do it\n"
                                               "\n"
                                               "Text.\n"
                                               "\n"
                                               "1. first\n"
                                               "   more\n"
                                               "\n"
                                               "   ```sh\n"
                                               "   ls\n"
                                               "\n"
                                               "     pwd\n"
                                               "   ```\n"
                                               "\n"
                                               "10. tenth\n"
                                               "    more\n"
                                               "\n"
                                               "###### Deep\n"));
    }

    void tables()
    {
        Markdown page;
        const std::vector<Markdown::Row> rows{
            {{"a", "b"}, kOne}, {{"c"}}, {{"d", "e", "too much"}, kTwo}};
        page.paragraph("x");
        page.table({"One", "Two"}, rows, kTwo);
        page.paragraph("y");
        const Text text = page.take();
        QCOMPARE(text.text, std::string("x\n"
                                        "\n"
                                        "| One | Two |\n"
                                        "|---|---|\n"
                                        "| a | b |\n"
                                        "| c |  |\n"
                                        "| d | e |\n"
                                        "\n"
                                        "y\n"));
        QVERIFY((text.spans == std::vector<Span>{{3, 7, kTwo}, {5, 5, kOne}, {7, 7, kTwo}}));
    }

    void fencesAreLongEnough()
    {
        Markdown page;
        page.code("", "a\n```\nb\n````");
        page.code("yaml", "");
        QCOMPARE(page.take().text, std::string("`````\na\n```\nb\n````\n`````\n\n```yaml\n```\n"));
    }

    void spans()
    {
        Markdown page;
        page.heading(2, "A", kOne);
        page.paragraph("b\nc", kTwo);
        page.bullet("d\ne", kOne);
        page.bullet("f");
        page.code("sh", "g", kTwo);
        const Text text = page.take();
        QVERIFY((text.spans
                 == std::vector<Span>{{1, 1, kOne}, {3, 4, kTwo}, {6, 7, kOne}, {10, 12, kTwo}}));
    }

    void finishedBlocks()
    {
        Markdown page;
        page.paragraph("a");
        page.block(Text{"b\nc\n\nd\n\n", {{2, 2, kOne}, {4, 5, kTwo}}});
        page.block("");
        page.block(Text{});
        page.block("e\n", kOne);
        const Text text = page.take();
        QCOMPARE(text.text, std::string("a\n\nb\nc\n\nd\n\ne\n"));
        QVERIFY((text.spans == std::vector<Span>{{4, 4, kOne}, {6, 6, kTwo}, {8, 8, kOne}}));
    }

    void takeStartsAnew()
    {
        Markdown page;
        page.paragraph("a", kOne);
        (void)page.take();
        page.bullet("b", kOne);
        const Text text = page.take();
        QCOMPARE(text.text, std::string("- b\n"));
        QVERIFY((text.spans == std::vector<Span>{{1, 1, kOne}}));
        QVERIFY(page.take().text.empty());
    }
};

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
