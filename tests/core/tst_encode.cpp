// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/encode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QXmlStreamReader>

#include <optional>

using namespace skanse;

namespace {

/// Texts that could pass the edge, and mean something to one reader or another.
const std::vector<std::string> &hostileTexts()
{
    static const std::vector<std::string> texts{"",
                                                " ",
                                                " a ",
                                                "plain",
                                                "a b",
                                                "a\"b",
                                                "a'b",
                                                "'",
                                                "\"",
                                                "''",
                                                "a\\",
                                                "\\",
                                                "\\\\",
                                                "\\n",
                                                "\\$x",
                                                "\\\"",
                                                "$",
                                                "$$",
                                                "$$$",
                                                "$HOME",
                                                "${HOME}",
                                                "${A:-x}",
                                                "$(id)",
                                                "$$(id)",
                                                "$$$(id)",
                                                "a$",
                                                "`id`",
                                                "``",
                                                "a: b",
                                                "a:",
                                                "#",
                                                "#a",
                                                "a #b",
                                                "a#b",
                                                "NO",
                                                "0644",
                                                "1e3",
                                                "22:22",
                                                "a;b",
                                                "a;id;",
                                                "a && b",
                                                "a || b",
                                                "a|b",
                                                "a > /etc/passwd",
                                                "<a>",
                                                "<<EOF",
                                                "<script>alert(1)</script>",
                                                "&amp;",
                                                "&lt;b",
                                                "R&D",
                                                "*",
                                                "a*b",
                                                "?",
                                                "[a]",
                                                "{a,b}",
                                                "{{a:md}}",
                                                "~",
                                                "~root",
                                                "!",
                                                "!!",
                                                "a!b",
                                                "%s",
                                                "-n",
                                                "--",
                                                "-",
                                                "a=b",
                                                "=",
                                                "@a",
                                                "^",
                                                "(a)",
                                                "a,b",
                                                "æøå",
                                                "日本語",
                                                "😀",
                                                "C:\\Users\\x",
                                                "/a/b c/d",
                                                "https://a.example/?b=c&d=e",
                                                "]]>",
                                                "}",
                                                "{",
                                                "a } b",
                                                "\" ; drop",
                                                "a\" b",
                                                "\" accept comment \""};
    return texts;
}

/// Texts that the edge refuses.
const std::vector<std::string> &refusedTexts()
{
    static const std::vector<std::string> texts{"a\nb",
                                                "\n",
                                                "a\r\nRUN id",
                                                "x\rprivileged: true",
                                                "a\tb",
                                                "a\u0085b",
                                                "a\u2028b",
                                                "a\u202Eb",
                                                "a\uFEFFb",
                                                "a\u200Bb",
                                                std::string("a\0b", 3),
                                                "\x1B[31m",
                                                "a\x7F",
                                                "r\xF8"
                                                "d",
                                                "\xC3",
                                                "\U000E0041"};
    return texts;
}

/// How Compose reads `$` in a scalar; nothing when it would look a variable up or refuse the text.
std::optional<std::string> composeReads(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '$') {
            if (!text.substr(at).starts_with("$$"))
                return std::nullopt;
            ++at;
        }
        out += text[at];
    }
    return out;
}

/// How Kubernetes expands `command`, `args` and `env` values (third_party/forked/golang/expansion);
/// nothing when it would look a variable up.
std::optional<std::string> kubernetesReads(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '$' && at + 1 < text.size()) {
            if (text[at + 1] == '(')
                return std::nullopt;
            if (text[at + 1] != '$')
                out += '$';
            ++at;
        }
        out += text[at];
    }
    return out;
}

/// How BuildKit's word lexer reads one word; nothing when it would expand a variable, see a second word
/// or find no closing quote.
std::optional<std::string> dockerfileReads(std::string_view word)
{
    std::string out;
    bool isQuoted = false;
    if (word.empty())
        return std::nullopt;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char c = word[at];
        if (c == '\'' && !isQuoted) { // everything to the next one stands for itself
            const auto end = word.find('\'', at + 1);
            if (end == std::string_view::npos)
                return std::nullopt;
            out += word.substr(at + 1, end - at - 1);
            at = end;
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == '\\') {
            if (++at == word.size())
                return std::nullopt;
            if (isQuoted && word[at] != '"' && word[at] != '$' && word[at] != '\\')
                out += '\\';
            out += word[at];
        } else if (c == '$' || (!isQuoted && (c == ' ' || c == '\t')) || c == '\n') {
            return std::nullopt;
        } else {
            out += c;
        }
    }
    return isQuoted ? std::nullopt : std::optional(out);
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class TestEncode : public QObject
{
    Q_OBJECT

private slots:
    void composeScalar()
    {
        QCOMPARE(encode::composeScalar("$HOME $$ ${x}"), std::string("$$HOME $$$$ $${x}"));
        for (const auto &text : hostileTexts())
            QCOMPARE(bytes(composeReads(encode::composeScalar(text)).value()), bytes(text));
    }

    void kubernetesArgument()
    {
        QCOMPARE(encode::kubernetesArgument("$(HOME)"), std::string("$$(HOME)"));
        QCOMPARE(encode::kubernetesArgument("$HOME ${HOME} a$"), std::string("$HOME ${HOME} a$"));
        QCOMPARE(encode::kubernetesArgument("$$(HOME)"), std::string("$$$$(HOME)"));
        for (const auto &text : hostileTexts())
            QCOMPARE(bytes(kubernetesReads(encode::kubernetesArgument(text)).value()), bytes(text));
    }

    void dockerfileWord()
    {
        QCOMPARE(encode::dockerfileWord("/app/bin"), std::string("/app/bin"));
        QCOMPARE(encode::dockerfileWord("10001:10001"), std::string("10001:10001"));
        QCOMPARE(encode::dockerfileWord(""), std::string("\"\""));
        QCOMPARE(encode::dockerfileWord("a b"), std::string("\"a b\""));
        QCOMPARE(encode::dockerfileWord("a\"$x\\"), std::string("\"a\\\"\\$x\\\\\""));
        QCOMPARE(encode::dockerfileWord("a\\\" $x"), std::string("'a\\\" $x'"));
        for (const auto &text : hostileTexts()) {
            const auto read = dockerfileReads(encode::dockerfileWord(text));
            QVERIFY2(read, text.c_str());
            QCOMPARE(bytes(*read), bytes(text));
        }
    }

    void json()
    {
        QCOMPARE(encode::json("a\"b\\\n\x01"), std::string("\"a\\\"b\\\\\\n\\u0001\""));
        QCOMPARE(encode::json("\u2028\u202E\x7F"), std::string("\"\\u2028\\u202e\\u007f\""));
        QCOMPARE(encode::json("\U000E0041"), std::string("\"\\udb40\\udc41\""));
        QCOMPARE(encode::dockerfileJson("$x \"y\""), std::string("\"$x \\\"y\\\"\""));
        QCOMPARE(encode::dockerfileJson("a\\b\\\"c\\"),
                 std::string("\"a\\\\b\\u005c\\\"c\\u005c\""));
        auto texts = hostileTexts();
        texts.insert(texts.end(), refusedTexts().begin(), refusedTexts().end());
        for (const auto &text : texts) {
            for (const std::string &out : {encode::json(text), encode::dockerfileJson(text)}) {
                const auto read = QJsonDocument::fromJson(bytes("[" + out + "]"));
                QCOMPARE(read.array().size(), 1);
                QCOMPARE(read.array()[0].toString(), QString::fromUtf8(bytes(text)));
            }
        }
    }

    void shellWord()
    {
        QCOMPARE(encode::shellWord("/srv/data-1_x.y:z"), std::string("/srv/data-1_x.y:z"));
        QCOMPARE(encode::shellWord(""), std::string("''"));
        QCOMPARE(encode::shellWord("it's"), std::string("'it'\\''s'"));
        QCOMPARE(encode::shellWord("A=b"), std::string("'A=b'"));
        QCOMPARE(encode::shellWord("~"), std::string("'~'"));
        QCOMPARE(encode::shellWord("done"), std::string("'done'"));
        QCOMPARE(encode::shellWord("undone"), std::string("undone"));
    }

    void shellReadsTheWord()
    {
        std::string script;
        QByteArray expected;
        auto texts = hostileTexts();
        texts.emplace_back("a\nb\n");
        texts.emplace_back("a\tb");
        for (const auto &text : texts) {
            script += "printf '<%s>' " + encode::shellWord(text) + "\n";
            expected += '<' + bytes(text) + '>';
        }
        QProcess shell;
        shell.start("/bin/sh", {"-c", QString::fromStdString(script)});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), expected);
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        QCOMPARE(shell.exitCode(), 0);
    }

    void nftablesString()
    {
        QCOMPARE(encode::nftablesString("web to db"), std::string("\"web to db\""));
        QCOMPARE(encode::nftablesString("\" accept; \\"), std::string("\"? accept; ?\""));
        QCOMPARE(encode::nftablesString("blåbær\n😀"), std::string("\"bl?b?r??\""));
        QCOMPARE(encode::nftablesString(""), std::string("\"\""));
        auto texts = hostileTexts();
        texts.insert(texts.end(), refusedTexts().begin(), refusedTexts().end());
        for (const auto &text : texts) {
            const std::string out = encode::nftablesString(text);
            QVERIFY(out.size() >= 2 && out.front() == '"' && out.back() == '"');
            for (const char c : out.substr(1, out.size() - 2))
                QVERIFY(c >= 0x20 && c < 0x7F && c != '"' && c != '\\');
        }
    }

    void confValue()
    {
        QCOMPARE(encode::confValue("db.internal:5432"), std::string("db.internal:5432"));
        QCOMPARE(encode::confValue("a;b"), std::string("\"a;b\""));
        QCOMPARE(encode::confValue("a \"b\" \\ $c"), std::string("\"a \\\"b\\\" \\\\ \\$c\""));
        QCOMPARE(encode::confValue("a\n}\nserver {"), std::string("\"a } server {\""));
        QCOMPARE(encode::confValue("#x"), std::string("\"#x\""));
        QCOMPARE(encode::confValue(""), std::string("\"\""));
        for (const auto &text : hostileTexts()) {
            const auto read = dockerfileReads(encode::confValue(text)); // the same escapes
            QVERIFY2(read, text.c_str());
            QCOMPARE(bytes(*read), bytes(text));
        }
    }

    void html()
    {
        QCOMPARE(encode::html("<a href=\"x\">'&'</a>"),
                 std::string("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"));
        for (const auto &text : hostileTexts()) {
            const std::string out = encode::html(text);
            QXmlStreamReader reader(bytes("<p title=\"" + out + "\">" + out + "</p>"));
            QVERIFY(reader.readNextStartElement());
            QCOMPARE(reader.attributes().value("title").toString(), QString::fromStdString(text));
            QCOMPARE(reader.readElementText(), QString::fromStdString(text));
            QVERIFY(!reader.hasError());
        }
    }

    void markdown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoded");
        const auto row = [](const char *text, const char *encoded) {
            QTest::newRow(text) << QString(text) << QString(encoded);
        };
        // What is readable stays as it is.
        row("Runs as user 10001, not as root.", "Runs as user 10001, not as root.");
        row("read-only root: yes/no (a+b) 1.5Gi", "read-only root: yes/no (a+b) 1.5Gi");
        row("snake_case stays, so does C# and a - b", "snake_case stays, so does C# and a - b");
        row("blå_bær", "blå_bær");
        row("Stop! R&D", "Stop! R&D");
        row("-O2", "-O2");
        row("1.27", "1.27");
        row("a > b", "a > b");
        row("=1.2", "=1.2");
        // What means something is escaped.
        row("*a* **b**", "\\*a\\* \\*\\*b\\*\\*");
        row("_a_ __init__", "\\_a\\_ \\_\\_init\\_\\_");
        row("`a`", "\\`a\\`");
        row("[a](javascript:b)", "\\[a\\](javascript:b)");
        row("![a](b)", "\\!\\[a\\](b)");
        row("<img src=x onerror=y>", "\\<img src=x onerror=y>");
        row("<https://a.example>", "\\<https://a.example>");
        row("&lt; &#60; & a", "\\&lt; \\&#60; & a");
        row("a|b", "a\\|b");
        row("~~a~~", "\\~\\~a\\~\\~");
        row("C:\\a", "C:\\\\a");
        row("{a}", "\\{a\\}");
        // At the start of a line.
        row("# a", "\\# a");
        row("a #", "a \\#");
        row("#1", "\\#1");
        row("> a", "\\> a");
        row("- a", "\\- a");
        row("-", "\\-");
        row("---", "\\---");
        row("+ a", "\\+ a");
        row("===", "\\===");
        row("1. a", "1\\. a");
        row("12) a", "12\\) a");
        row("1.", "1\\.");
        // Spaces and lines.
        row("    code", "code");
        row("a  ", "a");
        row("a\n# b\r\n\tc", "a \\# b c");
        row("", "");
    }

    void markdown()
    {
        QFETCH(QString, text);
        QFETCH(QString, encoded);
        QCOMPARE(QString::fromStdString(encode::markdown(text.toStdString())), encoded);
        QCOMPARE(QString::fromStdString(encode::markdownCell(text.toStdString())), encoded);
    }

    void markdownCode()
    {
        QCOMPARE(encode::markdownCode("a b"), std::string("`a b`"));
        QCOMPARE(encode::markdownCode("a`b"), std::string("``a`b``"));
        QCOMPARE(encode::markdownCode("``a`b"), std::string("``` ``a`b ```"));
        QCOMPARE(encode::markdownCode("`"), std::string("`` ` ``"));
        QCOMPARE(encode::markdownCode("*a* \\ <b> |"), std::string("`*a* \\ <b> |`"));
        QCOMPARE(encode::markdownCode(" a "), std::string("`  a  `"));
        QCOMPARE(encode::markdownCode("a  b"), std::string("`a  b`"));
        QCOMPARE(encode::markdownCode("a\n```\nb"), std::string("````a ``` b````"));
        QCOMPARE(encode::markdownCode(""), std::string("`  `"));
        QCOMPARE(encode::markdownCodeCell("a|b`c"), std::string("``a\\|b`c``"));
    }

    void cellsHaveNoBarePipe()
    {
        for (const auto &text : hostileTexts()) {
            for (const std::string &cell :
                 {encode::markdownCell(text), encode::markdownCodeCell(text)}) {
                for (std::size_t at = 0; at < cell.size(); ++at)
                    if (cell[at] == '|')
                        QVERIFY(at > 0 && cell[at - 1] == '\\');
            }
        }
    }

    void nothingStartsALine()
    {
        using Encoder = std::string (*)(std::string_view);
        for (const Encoder encoder :
             {Encoder(encode::dockerfileWord), Encoder(encode::dockerfileJson),
              Encoder(encode::json), Encoder(encode::nftablesString), Encoder(encode::confValue),
              Encoder(encode::markdown), Encoder(encode::markdownCode),
              Encoder(encode::markdownCell), Encoder(encode::markdownCodeCell),
              Encoder(encode::html)}) {
            for (const auto &text : refusedTexts()) {
                const std::string out = encoder(text);
                for (const char c : out)
                    QVERIFY(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
                for (const char *hidden : {"\u0085", "\u2028", "\u202E", "\uFEFF", "\u200B"})
                    QVERIFY(out.find(hidden) == std::string::npos);
                // Valid UTF-8, whatever came in.
                QCOMPARE(QString::fromUtf8(bytes(out)).toUtf8(), bytes(out));
            }
        }
        QCOMPARE(encode::shellWord("a\rb"), std::string("'a b'"));
        QCOMPARE(encode::shellWord(std::string_view("a\0b", 3)), std::string("'a b'"));
        QCOMPARE(encode::shellWord("a\u202Eb"), std::string("'a\uFFFDb'"));
    }
};

QTEST_GUILESS_MAIN(TestEncode)
#include "tst_encode.moc"
