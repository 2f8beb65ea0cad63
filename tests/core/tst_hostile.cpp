// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"
#include "core/schema/question.h"
#include "core/yaml/json.h"
#include "tests/support/hostile_answers.h"

#include <QProcess>
#include <QTest>

using namespace skanse;

/// Hostile text in every question that takes free text: the bundle keeps its structure, and a YAML 1.1 and
/// a YAML 1.2 reader find the text itself in every place where it was meant. check_hostile.py reads.
class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void everyTextInEveryArtifact();
    void hiddenCharactersAreRefused();
};

namespace {

/// Stands where hostile text will stand; unlike anything else in the bundle.
const std::string kMark = "MARKMARKMARK";

QString writeFiles(const QString &name, const Bundle &bundle)
{
    const QString folder = test::buildFolder() + QStringLiteral("/hostile/") + name;
    QDir(folder).removeRecursively();
    for (const Artifact &artifact : bundle.artifacts) {
        const QString path = folder + QLatin1Char('/') + QString::fromStdString(artifact.path);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(artifact.text.data(), qint64(artifact.text.size()));
    }
    return folder;
}

} // namespace

void TestHostile::everyTextInEveryArtifact()
{
    const Outcome base = makeBundle(test::hostileAnswers(kMark));
    for (const auto &diagnostic : base.diagnostics)
        QVERIFY2(diagnostic.severity != Severity::Error, diagnostic.message.en.c_str());
    writeFiles(QStringLiteral("base"), base.bundle);
    yaml::Node texts = yaml::Node::list(test::hostileTexts());
    int number = 0;
    for (const auto &text : test::hostileTexts()) {
        const Outcome outcome = makeBundle(test::hostileAnswers(text));
        QVERIFY2(!outcome.failed(), text.c_str());
        // What is read back from the profile in the bundle is what was said.
        const auto again = readProfile(outcome.stamp.profile);
        QVERIFY2(again.profile && again.profile->answers == test::hostileAnswers(text),
                 text.c_str());
        writeFiles(QString::number(number++), outcome.bundle);
    }
    QFile list(test::buildFolder() + QStringLiteral("/hostile/texts.json"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write(QByteArray::fromStdString(yaml::toJson(texts, false)));
    list.close();

    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    // The distribution's Python has the distribution's packages; another one may come first in PATH.
    const QString system = QStringLiteral("/usr/bin/python3");
    python.start(QFile::exists(system) ? system : QStringLiteral("python3"),
                 {test::sourceFolder() + QStringLiteral("/tests/support/check_hostile.py"),
                  test::buildFolder() + QStringLiteral("/hostile"), QString::fromStdString(kMark)});
    QVERIFY2(python.waitForFinished(240'000), "the Python check did not finish");
    QVERIFY2(python.exitCode() == 0, python.readAll().constData());
}

void TestHostile::hiddenCharactersAreRefused()
{
    for (const Question *question : allQuestions()) {
        if (question->kind != Kind::Line && question->kind != Kind::Words)
            continue;
        for (const char *text : {"a\nb", "a\rprivileged: true", "a\tb", "a\x1b[2Jb", "a\x7f",
                                 "a\xe2\x80\xae"
                                 "b",
                                 "a\xe2\x80\xa8"
                                 "b",
                                 "a\xef\xbb\xbf"
                                 "b",
                                 "a\xff"}) {
            const AnswerValue value = question->kind == Kind::Words
                                        ? AnswerValue{std::vector<std::string>{text}}
                                        : AnswerValue{std::string(text)};
            QVERIFY2(!check(*question, value), std::string(question->id).c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
