// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/line_writer.h"

#include <QTest>

using namespace skanse;

namespace {

Commenter commenter(CommentLevel level)
{
    return {level, [](ControlId id) -> std::string_view {
                if (id == ControlId::seccomp)
                    return "Filters system calls.\rprivileged";
                return id == ControlId::backup ? "" : "Keeps the root read-only.";
            }};
}

const Origin kRoot{ControlSet(ControlId::read_only_root), "service.readOnly", 0};
const Origin kCalls{ControlSet(ControlId::seccomp), "service.seccomp", 0};
const Origin kBoth{ControlSet{ControlId::read_only_root, ControlId::seccomp}, "", -1};
const Origin kQuestion{{}, "workload.name", -1};

Text example(CommentLevel level)
{
    LineWriter writer(commenter(level));
    const std::vector<std::string> header{"Made by a program.", ""};
    writer.header(header);
    writer.comment("section");
    writer.line("plain");
    writer.line("a = 1", kRoot);
    writer.line("b = 2", kRoot);
    writer.line("c = 3", kCalls);
    writer.blank();
    writer.line("d = 4", kCalls);
    writer.line("e = 5");
    writer.line("f = 6", kCalls);
    writer.line("g = 7 \\\n    8", kBoth);
    writer.line("h = 9", kQuestion);
    return writer.take();
}

/// The text that a span covers, comments included.
std::string covered(const Text &text, const Span &span)
{
    const auto lines = QString::fromStdString(text.text).split('\n');
    QStringList part;
    for (int line = span.firstLine; line <= span.lastLine; ++line)
        part.append(lines.at(line - 1));
    return part.join('\n').toStdString();
}

} // namespace

class TestLineWriter : public QObject
{
    Q_OBJECT

private slots:
    void withoutComments()
    {
        const Text text = example(CommentLevel::None);
        QCOMPARE(text.text, std::string("# Made by a program.\n"
                                        "#\n"
                                        "plain\n"
                                        "a = 1\n"
                                        "b = 2\n"
                                        "c = 3\n"
                                        "\n"
                                        "d = 4\n"
                                        "e = 5\n"
                                        "f = 6\n"
                                        "g = 7 \\\n"
                                        "    8\n"
                                        "h = 9\n"));
        QVERIFY((text.spans
                 == std::vector<Span>{{4, 5, kRoot},
                                      {6, 6, kCalls},
                                      {8, 8, kCalls},
                                      {10, 10, kCalls},
                                      {11, 12, kBoth},
                                      {13, 13, kQuestion}}));
    }

    void withIds()
    {
        const Text text = example(CommentLevel::Ids);
        QCOMPARE(text.text, std::string("# Made by a program.\n"
                                        "#\n"
                                        "# section\n"
                                        "plain\n"
                                        "# control: read-only-root\n"
                                        "a = 1\n"
                                        "b = 2\n"
                                        "# control: seccomp\n"
                                        "c = 3\n"
                                        "\n"
                                        "d = 4\n"
                                        "e = 5\n"
                                        "# control: seccomp\n"
                                        "f = 6\n"
                                        "# control: read-only-root, seccomp\n"
                                        "g = 7 \\\n"
                                        "    8\n"
                                        "h = 9\n"));
        QCOMPARE(text.spans.size(), std::size_t{6});
        QCOMPARE(covered(text, text.spans[0]),
                 std::string("# control: read-only-root\na = 1\nb = 2"));
        QCOMPARE(covered(text, text.spans[4]),
                 std::string("# control: read-only-root, seccomp\ng = 7 \\\n    8"));
    }

    void explained()
    {
        const Text text = example(CommentLevel::Explained);
        QCOMPARE(text.text, std::string("# Made by a program.\n"
                                        "#\n"
                                        "# section\n"
                                        "plain\n"
                                        "# Keeps the root read-only.\n"
                                        "# control: read-only-root\n"
                                        "a = 1\n"
                                        "b = 2\n"
                                        "# Filters system calls. privileged\n"
                                        "# control: seccomp\n"
                                        "c = 3\n"
                                        "\n"
                                        "d = 4\n"
                                        "e = 5\n"
                                        "# control: seccomp\n"
                                        "f = 6\n"
                                        "# control: read-only-root, seccomp\n"
                                        "g = 7 \\\n"
                                        "    8\n"
                                        "h = 9\n"));
    }

    void otherCommentPrefix()
    {
        LineWriter writer(commenter(CommentLevel::Explained), "; ");
        writer.comment("one\ntwo\n\nthree");
        writer.line("a", kRoot);
        QCOMPARE(writer.take().text, std::string("; one\n; two\n;\n; three\n"
                                                 "; Keeps the root read-only.\n"
                                                 "; control: read-only-root\na\n"));
    }

    void spansOnly()
    {
        LineWriter writer{SpansOnly{}};
        const std::vector<std::string> header{"x"};
        writer.header(header);
        writer.comment("x");
        writer.line("# heading", kRoot);
        writer.line("text\n\n", kRoot);
        const Text text = writer.take();
        QCOMPARE(text.text, std::string("# heading\ntext\n\n"));
        QVERIFY((text.spans == std::vector<Span>{{1, 3, kRoot}}));
    }

    void emptySentenceIsNoLine()
    {
        LineWriter writer(commenter(CommentLevel::Explained));
        writer.line("a", {ControlSet(ControlId::backup), "", -1});
        QCOMPARE(writer.take().text, std::string("# control: backup\na\n"));
    }

    void takeStartsAnew()
    {
        LineWriter writer(commenter(CommentLevel::Ids));
        QCOMPARE(writer.nextLine(), 1);
        writer.line("a", kRoot);
        QCOMPARE(writer.nextLine(), 3);
        (void)writer.take();
        QCOMPARE(writer.nextLine(), 1);
        writer.line("", kRoot);
        const Text text = writer.take();
        QCOMPARE(text.text, std::string("# control: read-only-root\n\n"));
        QVERIFY((text.spans == std::vector<Span>{{1, 2, kRoot}}));
    }
};

QTEST_GUILESS_MAIN(TestLineWriter)
#include "tst_line_writer.moc"
