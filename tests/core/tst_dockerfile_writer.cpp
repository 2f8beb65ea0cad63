// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/dockerfile_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace skanse;
using dockerfile::Instruction;

namespace {

const Origin kUser{ControlSet(ControlId::non_root), "service.user", 0};
const Origin kHealth{ControlSet(ControlId::health_check), "", 0};

std::string line(const Instruction &instruction)
{
    return dockerfile::write(std::span(&instruction, 1), {}, {}).text;
}

std::string raw(std::string body)
{
    return line({"RUN", Instruction::Raw, {std::move(body)}});
}

} // namespace

class TestDockerfileWriter : public QObject
{
    Q_OBJECT

private slots:
    void words()
    {
        QCOMPARE(line({"FROM",
                       Instruction::Words,
                       {"docker.io/library/debian:12@sha256:abc", "AS", "build"}}),
                 std::string("FROM docker.io/library/debian:12@sha256:abc AS build\n"));
        QCOMPARE(line({"USER", Instruction::Words, {"10001:10001"}}),
                 std::string("USER 10001:10001\n"));
        QCOMPARE(line({"EXPOSE", Instruction::Words, {"8080/tcp"}}),
                 std::string("EXPOSE 8080/tcp\n"));
        QCOMPARE(line({"WORKDIR", Instruction::Words, {"/my app"}}),
                 std::string("WORKDIR \"/my app\"\n"));
    }

    void assignmentsKeepTheirKey()
    {
        QCOMPARE(line({"ENV", Instruction::Words, {"A=b", "C=d e", "E=$f", "G="}}),
                 std::string("ENV A=b C=\"d e\" E=\"\\$f\" G=\"\"\n"));
        QCOMPARE(line({"LABEL", Instruction::Words, {"org.example.title=A \"b\" = c\\d"}}),
                 std::string("LABEL org.example.title=\"A \\\"b\\\" = c\\\\d\"\n"));
        QCOMPARE(line({"ARG", Instruction::Words, {"VERSION"}}), std::string("ARG VERSION\n"));
        // No key: the whole word is quoted.
        QCOMPARE(line({"LABEL", Instruction::Words, {"a b=c"}}), std::string("LABEL \"a b=c\"\n"));
    }

    void copyTakesSpacesInAnArray()
    {
        QCOMPARE(line({"COPY",
                       Instruction::Words,
                       {"dist", "/app/"},
                       {},
                       {"--from=build", "--chown=10001:10001"}}),
                 std::string("COPY --from=build --chown=10001:10001 dist /app/\n"));
        QCOMPARE(line({"COPY", Instruction::Words, {"my $dir", "/app/"}, {}, {"--chown=1:1"}}),
                 std::string("COPY --chown=1:1 [\"\\\"my \\\\$dir\\\"\", \"/app/\"]\n"));
    }

    void exec()
    {
        QCOMPARE(
            line({"ENTRYPOINT", Instruction::Exec, {"/app/run", "--name", "a \"b\" $c \\"}}),
            std::string("ENTRYPOINT [\"/app/run\", \"--name\", \"a \\\"b\\\" $c \\u005c\"]\n"));
        QCOMPARE(line({"CMD", Instruction::Exec, {}}), std::string("CMD []\n"));
        QCOMPARE(line({"HEALTHCHECK",
                       Instruction::Exec,
                       {"/app/check"},
                       {},
                       {"--interval=30s", "--timeout=3s", "CMD"}}),
                 std::string("HEALTHCHECK --interval=30s --timeout=3s CMD [\"/app/check\"]\n"));
        QCOMPARE(line({"VOLUME", Instruction::Exec, {"/da$ta"}}),
                 std::string("VOLUME [\"\\\"/da\\\\$ta\\\"\"]\n"));
    }

    void runBodiesAreBroken()
    {
        QCOMPARE(raw("apt-get update && apt-get install -y a && rm -rf /var/lib/apt"),
                 std::string("RUN apt-get update \\\n"
                             "    && apt-get install -y a \\\n"
                             "    && rm -rf /var/lib/apt\n"));
        QCOMPARE(raw("a || b"), std::string("RUN a || b\n"));
        QCOMPARE(raw("sh -c 'a && b' && echo \"c && \\\" && d\" && e"),
                 std::string("RUN sh -c 'a && b' \\\n"
                             "    && echo \"c && \\\" && d\" \\\n"
                             "    && e\n"));
        QCOMPARE(raw("echo it\\'s && b"), std::string("RUN echo it\\'s \\\n    && b\n"));
        QCOMPARE(line({"RUN",
                       Instruction::Raw,
                       {"a && b"},
                       {},
                       {"--mount=type=cache,target=/root/.cache"}}),
                 std::string("RUN --mount=type=cache,target=/root/.cache a \\\n    && b\n"));
    }

    void runBodiesStartNoInstruction()
    {
        QCOMPARE(raw("a && \\\n    b"), std::string("RUN a \\\n    && b\n"));
        QCOMPARE(raw("a\nUSER root"), std::string("RUN a USER root\n"));
        QCOMPARE(raw("a\r\n\n  b"), std::string("RUN a b\n"));
    }

    void hostileWordsStartNoInstruction()
    {
        for (const char *text : {"a\nUSER root", "a\\", "a \\", "<<EOF", "$(id)", "\"", "'",
                                 "[\"a\"]", "#", "`", "a\r\nRUN id", "NO", "a\u2028b"}) {
            for (const char *keyword : {"LABEL", "ENV", "COPY", "USER", "WORKDIR"}) {
                for (const auto form : {Instruction::Words, Instruction::Exec}) {
                    const std::string out =
                        line({keyword, form, {std::string("key=") + text, text}});
                    QCOMPARE(std::count(out.begin(), out.end(), '\n'), std::ptrdiff_t{1});
                    QVERIFY(out.back() == '\n' && out[out.size() - 2] != '\\');
                    if (form == Instruction::Exec) {
                        const auto json = QJsonDocument::fromJson(
                            QByteArray::fromStdString(out.substr(out.find('['))));
                        QCOMPARE(json.array().size(), 2);
                    }
                }
            }
        }
    }

    void wholeFile_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << int(CommentLevel::None)
                              << QByteArray("# Made by a program.\n"
                                            "FROM a:1 AS build\n"
                                            "RUN b \\\n"
                                            "    && c\n"
                                            "\n"
                                            "FROM d:2\n"
                                            "USER 1:1\n"
                                            "HEALTHCHECK NONE\n");
        QTest::newRow("ids") << int(CommentLevel::Ids)
                             << QByteArray("# Made by a program.\n"
                                           "# stage: build\n"
                                           "FROM a:1 AS build\n"
                                           "RUN b \\\n"
                                           "    && c\n"
                                           "\n"
                                           "FROM d:2\n"
                                           "# control: non-root\n"
                                           "USER 1:1\n"
                                           "# control: health-check\n"
                                           "HEALTHCHECK NONE\n");
        QTest::newRow("explained") << int(CommentLevel::Explained)
                                   << QByteArray("# Made by a program.\n"
                                                 "# stage: build\n"
                                                 "FROM a:1 AS build\n"
                                                 "RUN b \\\n"
                                                 "    && c\n"
                                                 "\n"
                                                 "FROM d:2\n"
                                                 "# Why non-root.\n"
                                                 "# control: non-root\n"
                                                 "USER 1:1\n"
                                                 "# Why not.\n"
                                                 "# control: health-check\n"
                                                 "HEALTHCHECK NONE\n");
    }

    void wholeFile()
    {
        QFETCH(int, level);
        QFETCH(QByteArray, text);
        const std::vector<Instruction> instructions{
            Instruction::comment("stage: build"),
            {"FROM", Instruction::Words, {"a:1", "AS", "build"}},
            {"RUN", Instruction::Raw, {"b && c"}},
            Instruction::blank(),
            {"FROM", Instruction::Words, {"d:2"}},
            {"USER", Instruction::Words, {"1:1"}, kUser},
            {"HEALTHCHECK", Instruction::Words, {"NONE"}, kHealth},
        };
        const std::vector<std::string> header{"Made by a program."};
        const Text out = dockerfile::write(
            instructions, header,
            Commenter(static_cast<CommentLevel>(level), [](ControlId id) -> std::string_view {
                return id == ControlId::non_root ? "Why non-root." : "Why not.";
            }));
        QCOMPARE(QByteArray::fromStdString(out.text), text);
        QCOMPARE(out.spans.size(), std::size_t{2});
        const auto lines = text.split('\n');
        QCOMPARE(lines.at(out.spans[0].lastLine - 1), QByteArray("USER 1:1"));
        QCOMPARE(lines.at(out.spans[1].lastLine - 1), QByteArray("HEALTHCHECK NONE"));
        QVERIFY(out.spans[0].origin == kUser);
        QCOMPARE(out.spans[1].firstLine, out.spans[0].lastLine + 1);
    }
};

QTEST_GUILESS_MAIN(TestDockerfileWriter)
#include "tst_dockerfile_writer.moc"
