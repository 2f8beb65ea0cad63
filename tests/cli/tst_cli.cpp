// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/command.h"
#include "app/cli/help.h"
#include "app/cli/run.h"
#include "core/catalogue/catalogue.h"
#include "tests/support/examples.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sstream>

using namespace skanse;

namespace {

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
};

Ran run(std::vector<std::string> arguments, const std::string &input = {})
{
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::run(arguments, in, out, err);
    return {code, out.str(), err.str()};
}

bool contains(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

std::string example(const char *name)
{
    return (test::sourceFolder() + QStringLiteral("/resources/examples/") + QLatin1String(name)
            + QStringLiteral(".skanse.yaml"))
        .toStdString();
}

QJsonObject json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

const std::string kFiveLines = "skanse: 1\n"
                               "workload: {name: hello}\n"
                               "host: {region: \"NO\"}\n"
                               "services:\n"
                               "  - {name: web, preset: nginx}\n";

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void noCommandShowsHelpAndFails();
    void unknownCommandAndOption();
    void everyCommandHasHelpManAndCompletion();
    void fiveLinesMakeABundle();
    void secondRunChangesNothing();
    void handEditedFilesAreKept();
    void standardInput();
    void errorsHavePlaceAndAdvice();
    void checkAsJson();
    void strictCountsWarnings();
    void badFiles();
    void outputFolderInTheWay();
    void evidenceIsTakenAlong();
    void newMakesAProfileThatChecks();
    void newRefusesBadNames();
    void explainControlQuestionAndLine();
    void explainUnknown();
    void planNamesEveryControl();
    void diffShowsWhatChanges();
    void lists();
    void schemaIsJson();
    void generatedDocsAreCurrent();
};

void TestCli::noCommandShowsHelpAndFails()
{
    const Ran ran = run({});
    QCOMPARE(ran.code, int(cli::WrongUse));
    QVERIFY(contains(ran.err, "generate"));
    QCOMPARE(run({"--help"}).code, int(cli::Success));
    QVERIFY(contains(run({"--version"}).out, "skanse-cli 0."));
}

void TestCli::unknownCommandAndOption()
{
    QCOMPARE(run({"frobnicate"}).code, int(cli::WrongUse));
    const Ran ran = run({"check", "--bogus", "x"});
    QCOMPARE(ran.code, int(cli::WrongUse));
    QVERIFY(contains(ran.err, "--bogus"));
    QVERIFY(contains(run({"check"}).err, "missing PROFILE"));
    QVERIFY(contains(run({"check", "a", "b"}).err, "too many"));
    QVERIFY(contains(run({"check", "a", "--format", "xml"}).err, "text|json"));
    QVERIFY(contains(run({"generate", "a", "-o"}).err, "needs a value"));
    QVERIFY(contains(run({"generate", "a", "-o", "x", "--output=y"}).err, "given twice"));
    QVERIFY(contains(run({"generate", "a", "--force=1"}).err, "takes no value"));
}

void TestCli::everyCommandHasHelpManAndCompletion()
{
    const std::string man = run({"man"}).out;
    for (const char *shell : {"bash", "zsh", "fish"}) {
        const std::string script = run({"completion", shell}).out;
        for (const cli::Command &command : cli::commands())
            QVERIFY2(contains(script, command.name), shell);
    }
    for (const cli::Command &command : cli::commands()) {
        const Ran ran = run({std::string(command.name), "--help"});
        QCOMPARE(ran.code, int(cli::Success));
        QVERIFY(contains(man, ".SS " + std::string(command.name)));
        for (const cli::Option &option : command.options)
            QVERIFY(contains(ran.out, "--" + std::string(option.name)));
    }
    QCOMPARE(run({"completion", "tcsh"}).code, int(cli::WrongUse));
}

void TestCli::fiveLinesMakeABundle()
{
    QTemporaryDir dir;
    const std::string folder = dir.filePath(QStringLiteral("hello")).toStdString();
    const Ran ran = run({"generate", "-", "-o", folder}, kFiveLines);
    QVERIFY2(ran.code == cli::Success, ran.err.c_str());
    for (const char *file : {"README.md", "HARDENING.md", "profile.skanse.yaml", "compose.yaml",
                             "kubernetes/kustomization.yaml", "host/CHECKLIST.md"})
        QVERIFY2(
            QFile::exists(QString::fromStdString(folder) + QLatin1Char('/') + QLatin1String(file)),
            file);
}

void TestCli::secondRunChangesNothing()
{
    QTemporaryDir dir;
    const std::string folder = dir.filePath(QStringLiteral("b")).toStdString();
    QCOMPARE(run({"generate", example("web-shop"), "-o", folder}).code, int(cli::Success));
    const Ran again = run({"generate", example("web-shop"), "-o", folder, "--format", "json"});
    QCOMPARE(again.code, int(cli::Success));
    QCOMPARE(json(again.out)[QStringLiteral("written")].toArray().size(), 0);
}

void TestCli::handEditedFilesAreKept()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("b"));
    const std::string name = folder.toStdString();
    QCOMPARE(run({"generate", "-", "-o", name}, kFiveLines).code, int(cli::Success));
    QFile file(folder + QStringLiteral("/compose.yaml"));
    QVERIFY(file.open(QIODevice::Append));
    file.write("# mine\n");
    file.close();
    const Ran kept = run({"generate", "-", "-o", name}, kFiveLines);
    QCOMPARE(kept.code, int(cli::Success));
    QVERIFY(contains(kept.err, "compose.yaml"));
    QVERIFY(contains(test::readAll(file.fileName()), "# mine"));
    QCOMPARE(run({"generate", "-", "-o", name, "--force"}, kFiveLines).code, int(cli::Success));
    QVERIFY(!contains(test::readAll(file.fileName()), "# mine"));
}

void TestCli::standardInput()
{
    QCOMPARE(run({"check", "-"}, kFiveLines).code, int(cli::Success));
    QCOMPARE(run({"plan", "-"}, kFiveLines).code, int(cli::Success));
}

void TestCli::errorsHavePlaceAndAdvice()
{
    const Ran ran = run({"check", "-"},
                        "skanse: 1\nworkload: {name: Hello}\nhost: {region: \"NO\"}\nservices:\n"
                        "  - {name: web, preset: nginxx}\n");
    QCOMPARE(ran.code, int(cli::Refused));
    QVERIFY2(contains(ran.err, "<standard input>:2:18: error: "), ran.err.c_str());
    const Ran policy =
        run({"check", "-"},
            "skanse: 1\nworkload: {name: hello}\nhost: {region: \"NO\"}\nservices:\n"
            "  - name: web\n    preset: nginx\n    peers:\n      - {service: nobody}\n");
    QCOMPARE(policy.code, int(cli::Refused));
    QVERIFY2(contains(policy.err, ":8:19: error: "), policy.err.c_str());
    QVERIFY(contains(policy.err, "Services of this workload: web"));
    QVERIFY(contains(run({"check", "-", "--lang", "nb"}, "skanse: 1\n").err, "mangler"));
}

void TestCli::checkAsJson()
{
    const Ran ran = run({"check", "-", "--format", "json"}, "skanse: 1\nbogus: 2\n");
    QCOMPARE(ran.code, int(cli::Refused));
    const auto object = json(ran.out);
    QCOMPARE(object[QStringLiteral("ok")].toBool(true), false);
    QVERIFY(object[QStringLiteral("diagnostics")].toArray().size() >= 2);
}

void TestCli::strictCountsWarnings()
{
    QCOMPARE(run({"check", "-"}, kFiveLines).code, int(cli::Success));
    QCOMPARE(run({"check", "-", "--strict"}, kFiveLines).code,
             int(cli::Refused)); // the digest is open
}

void TestCli::badFiles()
{
    QTemporaryDir dir;
    const auto path = [&](const char *name) { return dir.filePath(QLatin1String(name)); };
    const auto write = [&](const char *name, const QByteArray &bytes) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    QCOMPARE(run({"check", path("missing").toStdString()}).code, int(cli::FileTrouble));
    QCOMPARE(run({"check", dir.path().toStdString()}).code, int(cli::FileTrouble));
    QByteArray bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'k'; ++c)
        bomb += QByteArray(1, c) + ": &" + c + " [*" + char(c - 1) + ", *" + char(c - 1) + "]\n";
    const QList<QPair<const char *, QByteArray>> bad{
        {"empty", ""},
        {"binary", QByteArray("\x7f"
                              "ELF\x00\x01\x02",
                              7)},
        {"utf16", QByteArray("\xff\xfe"
                             "s\0k\0",
                             6)},
        {"huge", QByteArray(2'000'000, 'x')},
        {"deep", QByteArray(5000, '[')},
        {"bomb", bomb},
        {"malformed", "skanse: 1\nworkload: {name: [}\n"},
        {"list", "- a\n- b\n"},
        {"twice", "skanse: 1\nskanse: 1\n"},
        {"types", "skanse: 1\nworkload: [a]\nhost: 5\nservices: {a: b}\n"},
        {"newer", "skanse: 99\n"},
        {"documents", "skanse: 1\n---\nskanse: 1\n"},
        {"tag", "skanse: !!int 1\n"},
    };
    for (const auto &[name, bytes] : bad) {
        write(name, bytes);
        const std::string file = path(name).toStdString();
        const std::string folder = path("out").toStdString();
        const Ran ran = run({"generate", file, "-o", folder});
        QVERIFY2(ran.code == cli::Refused, name);
        QVERIFY2(contains(ran.err, "error: "), name);
        QVERIFY2(!QFile::exists(QString::fromStdString(folder)), name);
    }
}

void TestCli::outputFolderInTheWay()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("mine.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const Ran ran = run({"generate", "-", "-o", dir.path().toStdString()}, kFiveLines);
    QCOMPARE(ran.code, int(cli::FileTrouble));
    QCOMPARE(
        QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
        1);
    const Ran onFile = run({"generate", "-", "-o", file.fileName().toStdString()}, kFiveLines);
    QCOMPARE(onFile.code, int(cli::FileTrouble));
}

void TestCli::evidenceIsTakenAlong()
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    const auto write = [&](const char *name, const std::string &text) {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
    };
    const auto path = [&](const char *name) {
        return dir.filePath(QString::fromLatin1(name)).toStdString();
    };
    QVERIFY(dir.mkpath(QStringLiteral("evidence")) && dir.mkpath(QStringLiteral("other")));
    write("hello.skanse.yaml", kFiveLines);
    write("other/drill.json",
          R"({"date":"2026-11-20T21:14:00Z","results":[{"control":"read-only-root","service":"web",
          "attempt":"touch /x","expected":"refused","seen":"written","held":false}]})");
    const auto hardening = [&](const char *out) {
        return test::readAll(dir.filePath(QString::fromLatin1(out))
                             + QStringLiteral("/HARDENING.md"));
    };
    // Nothing lies beside the profile yet.
    QCOMPARE(run({"generate", path("hello.skanse.yaml"), "-o", path("a")}).code, int(cli::Success));
    QVERIFY(contains(hardening("a"), "None was loaded"));
    // Named.
    const Ran named =
        run({"generate", path("hello.skanse.yaml"), "-o", path("b"), "--evidence", path("other")});
    QCOMPARE(named.code, int(cli::Success));
    QVERIFY(contains(named.err, "was seen not to hold"));
    QVERIFY(contains(hardening("b"), "contradicted on 2026-11-20"));
    // Found beside the profile.
    QVERIFY(QFile::copy(dir.filePath(QStringLiteral("other/drill.json")),
                        dir.filePath(QStringLiteral("evidence/drill.json"))));
    QCOMPARE(run({"generate", path("hello.skanse.yaml"), "-o", path("c")}).code, int(cli::Success));
    QCOMPARE(hardening("c"), hardening("b"));
    QVERIFY(contains(run({"check", path("hello.skanse.yaml")}).out
                         + run({"check", path("hello.skanse.yaml")}).err,
                     "was seen not to hold"));
    QCOMPARE(run({"check", "--strict", path("hello.skanse.yaml")}).code, int(cli::Refused));
    // A file that cannot be read is said, by name, and nothing is taken from it.
    write("evidence/bad.json", "{");
    QVERIFY(contains(run({"check", path("hello.skanse.yaml")}).err
                         + run({"check", path("hello.skanse.yaml")}).out,
                     "bad.json"));
    const Ran absent = run({"check", path("hello.skanse.yaml"), "--evidence", path("absent")});
    QCOMPARE(absent.code, int(cli::FileTrouble));
    QVERIFY(contains(absent.err, "not a folder"));
}

void TestCli::newMakesAProfileThatChecks()
{
    const Ran ran = run({"new", "shop", "-r", "SE", "-s", "web=nginx", "-s", "api=node", "-s",
                         "postgres", "--public"});
    QVERIFY2(ran.code == cli::Success, ran.err.c_str());
    const Ran checked = run({"check", "-"}, ran.out);
    QVERIFY2(checked.code == cli::Success, checked.err.c_str());
    QVERIFY(contains(ran.out, "service: api"));
    QVERIFY(contains(ran.out, "service: postgres"));

    QTemporaryDir dir;
    const std::string file = dir.filePath(QStringLiteral("shop.skanse.yaml")).toStdString();
    QCOMPARE(run({"new", "shop", "-o", file}).code, int(cli::Success));
    QCOMPARE(run({"new", "shop", "-o", file}).code, int(cli::FileTrouble)); // never overwrites
}

void TestCli::newRefusesBadNames()
{
    QCOMPARE(run({"new", "Shop!"}).code, int(cli::WrongUse));
    QCOMPARE(run({"new", "shop", "-s", "web=bogus"}).code, int(cli::WrongUse));
    QCOMPARE(run({"new", "shop", "-r", "ZZ"}).code, int(cli::WrongUse));
}

void TestCli::explainControlQuestionAndLine()
{
    QVERIFY(contains(run({"explain", "read-only-root"}).out, "5.13"));
    QVERIFY(contains(run({"explain", "read-only-root", "--lang", "nb"}).out, "Skrivebeskyttet"));
    QVERIFY(contains(run({"explain", "service.port.exposure"}).out, "loopback"));
    QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("b"));
    QCOMPARE(run({"generate", "-", "-o", folder.toStdString()}, kFiveLines).code,
             int(cli::Success));
    const auto lines =
        QString::fromStdString(test::readAll(folder + QStringLiteral("/compose.yaml")))
            .split(QLatin1Char('\n'));
    int line = 0;
    while (line < lines.size() && !lines[line].contains(QStringLiteral("read_only:")))
        ++line;
    QVERIFY(line < lines.size());
    const Ran ran =
        run({"explain", folder.toStdString() + "/compose.yaml:" + std::to_string(line + 1)});
    QVERIFY2(ran.code == cli::Success, ran.err.c_str());
    QVERIFY2(contains(ran.out, "read-only-root"), ran.out.c_str());
}

void TestCli::explainUnknown()
{
    QCOMPARE(run({"explain", "no-such-thing"}).code, int(cli::WrongUse));
    QCOMPARE(run({"explain", "/nowhere/compose.yaml:3"}).code, int(cli::FileTrouble));
}

void TestCli::planNamesEveryControl()
{
    const std::string text = run({"plan", example("web-shop")}).out;
    for (const auto name : kControlNames)
        QVERIFY2(contains(text, name), std::string(name).c_str());
    const Ran ran = run({"plan", example("web-shop"), "--format", "json"});
    QVERIFY(!json(ran.out).isEmpty());
}

void TestCli::diffShowsWhatChanges()
{
    QTemporaryDir dir;
    const std::string before = dir.filePath(QStringLiteral("a")).toStdString();
    const std::string after = dir.filePath(QStringLiteral("b")).toStdString();
    std::string changed = kFiveLines;
    changed.replace(changed.find("preset: nginx"), 13, "preset: nginx, resources: {memory: 333Mi}");
    const auto write = [](const std::string &path, const std::string &text) {
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
    };
    write(before, kFiveLines);
    write(after, changed);
    const Ran same = run({"diff", before, before, "--exit-code"});
    QCOMPARE(same.code, int(cli::Success));
    const Ran ran = run({"diff", before, after, "--exit-code"});
    QCOMPARE(ran.code, int(cli::Different));
    QVERIFY2(contains(ran.out, "333"), ran.out.c_str());
    QVERIFY(contains(ran.out, "--- a/compose.yaml"));
}

void TestCli::lists()
{
    QVERIFY(contains(run({"controls"}).out, "read-only-root"));
    QVERIFY(contains(run({"presets"}).out, "postgres"));
    QVERIFY(contains(run({"presets", "postgres"}).out, "999"));
    QCOMPARE(run({"presets", "bogus"}).code, int(cli::WrongUse));
    QVERIFY(contains(run({"regions"}).out, "NO"));
    for (const char *list : {"controls", "presets", "regions"}) {
        const auto document =
            QJsonDocument::fromJson(QByteArray::fromStdString(run({list, "--format", "json"}).out));
        QVERIFY2(document.isArray() || document.isObject(), list);
    }
}

void TestCli::schemaIsJson()
{
    const auto schema = json(run({"schema"}).out);
    QCOMPARE(schema[QStringLiteral("$schema")].toString(),
             QStringLiteral("https://json-schema.org/draft/2020-12/schema"));
}

void TestCli::generatedDocsAreCurrent()
{
    const auto compare = [](std::vector<std::string> arguments, const char *file) {
        const std::string there =
            test::readAll(test::sourceFolder() + QLatin1Char('/') + QLatin1String(file));
        QVERIFY2(run(arguments).out == there, file);
    };
    compare({"man"}, "installer/skanse-cli.1");
    compare({"schema"}, "resources/docs/skanse.schema.json");
    compare({"reference", "questions"}, "resources/docs/reference/questions.md");
    compare({"reference", "controls"}, "resources/docs/reference/controls.md");
    compare({"reference", "presets"}, "resources/docs/reference/presets.md");
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
