// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/resolve.h"
#include "core/profile/reader.h"
#include "core/render/catalogue_markdown.h"
#include "core/render/documents/hardening_evidence.h"
#include "core/render/parts.h"
#include "core/report/explain.h"
#include "core/report/lists.h"
#include "core/report/plain_text.h"
#include "core/report/plan_report.h"
#include "core/report/question_words.h"
#include "core/report/reference.h"
#include "core/yaml/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace skanse;

namespace {

constexpr std::array kLanguages{Language::English, Language::Bokmal};

constexpr std::string_view kProfile = R"yaml(skanse: 1
workload:
  name: shop
  description: "| cell * _ ` <script> [x](y) # - $(id)"
  owner: "- list\\n| x"
  hostname: www.example.org
  tls: files
  environment: staging
host:
  region: "NO"
  providerCountry: US
  userCountries: ["NO", SE]
  data: [personal]
services:
  - {name: web, preset: nginx, ports: [{name: http, exposure: public}, {name: https, exposure: public}], peers: [{service: api}]}
  - name: api
    preset: node
    peers:
      - {service: db}
      - {kind: network, network: 203.0.113.0/24, port: 443, purpose: "a | b `c` **d**"}
  - {name: db, preset: postgres, waivers: [{control: read-only-root, reason: "old | `code` *x*"}]}
)yaml";

struct Case {
    Resolution resolution;
    Stamp stamp{"0.1.0", "1a2b3c4d5e6f", std::string(kProfile)};
    Bundle bundle;

    explicit Case(Language language)
    {
        const ReadResult read = readProfile(kProfile);
        resolution = resolve(read.profile.value().answers, catalogue());
        resolution.plan.language = language;
        const Request request(resolution.plan, catalogue(), stamp, resolution.diagnostics);
        render::readme(request, bundle);
        // Stand-ins for the files whose lines the documents point at.
        Artifact compose{"compose.yaml", Syntax::Yaml, "a\nb\nc\nd\n", {}, false};
        const ServicePlan &web = resolution.plan.services.front();
        const ServicePlan &db = resolution.plan.services.back();
        compose.spans.push_back({1, 4, request.why(web, {ControlId::non_root}, "service.name")});
        compose.spans.push_back(
            {2, 3,
             request.why(web, {ControlId::read_only_root, ControlId::default_deny},
                         "service.scratch")});
        compose.spans.push_back({4, 4, request.why(db, {ControlId::read_only_root}, {})});
        bundle.artifacts.push_back(compose);
        render::hardening(request, bundle);
    }

    [[nodiscard]] const Plan &plan() const { return resolution.plan; }
    [[nodiscard]] std::string_view text(std::string_view path) const
    {
        return bundle.find(path)->text;
    }
};

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Bars that separate cells: not escaped ones.
std::size_t barsIn(const QByteArray &line)
{
    std::size_t bars = 0;
    for (qsizetype i = 0; i < line.size(); ++i)
        if (line[i] == '|' && (i == 0 || line[i - 1] != '\\'))
            ++bars;
    return bars;
}

QJsonDocument parsed(const yaml::Node &node)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(bytes(yaml::toJson(node, true)), &error);
    return error.error == QJsonParseError::NoError && node.duplicateKey().empty() ? document
                                                                                  : QJsonDocument();
}

bool matters(const Plan &plan, ControlId control)
{
    const auto isUsed = [&](const Decision &decision) {
        return decision.control == control && decision.state != DecisionState::NotApplicable;
    };
    return std::ranges::any_of(plan.decisions, isUsed)
        || std::ranges::any_of(plan.services, [&](const ServicePlan &service) {
               return std::ranges::any_of(service.decisions, isUsed);
           });
}

} // namespace

/// README.md, HARDENING.md and what the command line says.
class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void documentsHoldTheirTables_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<QString>("path");
        for (const Language language : kLanguages)
            for (const char *path : {"README.md", "HARDENING.md"})
                QTest::addRow("%s %d", path, static_cast<int>(language))
                    << static_cast<int>(language) << QString::fromLatin1(path);
    }

    /// Answers with bars, backticks and line-start marks neither end a cell nor start a block.
    void documentsHoldTheirTables()
    {
        QFETCH(int, language);
        QFETCH(QString, path);
        const Case made(static_cast<Language>(language));
        const auto lines = bytes(made.text(path.toStdString())).split('\n');
        std::size_t columns = 0;
        int rows = 0;
        for (const QByteArray &line : lines) {
            if (!line.startsWith('|')) {
                columns = 0;
                continue;
            }
            columns = columns == 0 ? barsIn(line) : columns;
            QVERIFY2(barsIn(line) == columns, line.constData());
            ++rows;
        }
        QVERIFY(rows > 10);
        QVERIFY(!has(made.text(path.toStdString()), " <script>"));
    }

    void spansNameQuestionsAndLinesThatExist()
    {
        const Case made(Language::English);
        for (const Artifact &artifact : made.bundle.artifacts) {
            const auto count = std::ranges::count(artifact.text, '\n');
            for (const Span &span : artifact.spans) {
                QVERIFY(span.firstLine >= 1 && span.firstLine <= span.lastLine);
                QVERIFY(span.lastLine <= count);
                QVERIFY(span.origin.question.empty()
                        || findQuestion(span.origin.question) != nullptr);
            }
        }
    }

    void documentsAreDeterministic()
    {
        QCOMPARE(Case(Language::Bokmal).text("HARDENING.md"),
                 Case(Language::Bokmal).text("HARDENING.md"));
    }

    void readmeListsWhatIsOpen()
    {
        const Case made(Language::English);
        const std::string_view readme = made.text("README.md");
        for (const Diagnostic &diagnostic : made.resolution.diagnostics) {
            const bool isListed = has(readme, "- [ ] `" + diagnostic.path + "`");
            const bool isWanted =
                diagnostic.severity == Severity::Open || diagnostic.severity == Severity::Warning;
            if (isWanted)
                QVERIFY2(isListed, diagnostic.path.c_str());
        }
        for (const ServicePlan &service : made.plan().services)
            QVERIFY(has(readme, "| " + service.name + " |"));
        QVERIFY(has(readme, "Skanse 0.1.0, profile 1a2b3c4d5e6f"));
        QVERIFY(has(readme, "a \\| b \\`c\\` \\*\\*d\\*\\*"));
    }

    /// Full sections for what is used, one line for the rest; the waiver with its reason and its loss.
    void hardeningCoversEveryControl()
    {
        for (const Language language : kLanguages) {
            const Case made(language);
            const std::string_view text = made.text("HARDENING.md");
            for (const Control &control : catalogue().controls) {
                std::string title;
                appendCatalogueText(title, control.title.in(language));
                const std::string id = "`" + std::string(toString(control.id)) + "`";
                QVERIFY2(has(text, "| " + title + " " + id), title.c_str());
                QCOMPARE(has(text, "### " + title + "\n\n" + id), matters(made.plan(), control.id));
                QCOMPARE(has(text, "- " + title + " " + id + ":"),
                         !matters(made.plan(), control.id));
            }
            QVERIFY(has(text, "old \\| \\`code\\` \\*x\\*"));
            QVERIFY(has(text, catalogue().legalDisclaimer.in(language)));
            // Only the disclaimer speaks of it, and says that this never does.
            std::string others(text);
            const std::string &disclaimer = catalogue().legalDisclaimer.in(language);
            for (auto at = others.find(disclaimer); at != std::string::npos;
                 at = others.find(disclaimer))
                others.erase(at, disclaimer.size());
            QVERIFY(!has(others, "compliant"));
        }
    }

    void matrixPointsAtTheFirstLinesOfSpans()
    {
        const Case made(Language::English);
        const std::string_view text = made.text("HARDENING.md");
        const auto row = [&](std::string_view id) {
            const std::size_t at = text.find("`" + std::string(id) + "` |");
            return text.substr(at, text.find('\n', at) - at);
        };
        QVERIFY(has(row("non-root"), "`compose.yaml:1`"));
        QVERIFY(has(row("read-only-root"), "`compose.yaml:2`"));
        // Waived for db: request.why() left the control out, so the line is not named.
        QVERIFY(!has(row("read-only-root"), "compose.yaml:4"));
        QVERIFY(has(row("read-only-root"), "cannot: D"));
    }

    void filesBelongToColumns()
    {
        using render::columnOf;
        QVERIFY(columnOf("docker/api/Dockerfile") == Column::Dockerfile);
        QVERIFY(columnOf("docker/api/Dockerfile.dockerignore") == Column::Dockerfile);
        QVERIFY(columnOf("docker/web/default.conf") == Column::Compose);
        QVERIFY(columnOf("compose.yaml") == Column::Compose);
        QVERIFY(columnOf("kubernetes/services/api.yaml") == Column::Kubernetes);
        QVERIFY(columnOf("host/daemon.json") == Column::Host);
        QVERIFY(columnOf("ci/scan.sh") == Column::Ci);
        QVERIFY(!columnOf("README.md"));
        QVERIFY(!columnOf("profile.skanse.yaml"));
    }

    void catalogueTextIsEscapedWhereItMeansSomething()
    {
        std::string out;
        appendCatalogueText(out, "a_b _c_ *d* <e> f|g, and a long plain tail without any of them");
        QCOMPARE(out,
                 std::string("a_b \\_c\\_ \\*d\\* \\<e> f\\|g, and a long plain tail without any "
                             "of them"));
    }

    /// The quick encoder relies on this.
    void catalogueFieldsHoldNoBackticks()
    {
        for (const Control &control : catalogue().controls)
            for (const ControlTarget &target : control.targets)
                QVERIFY2(!has(target.shows, "`"), target.shows.c_str());
    }

    void everyControlAndQuestionIsExplained()
    {
        for (const Language language : kLanguages) {
            for (const Control &control : catalogue().controls) {
                const std::string text = report::explainControl(control.id, language);
                QVERIFY(text.starts_with(toString(control.id)));
                QVERIFY(has(text, control.title.in(language)));
                const auto json = parsed(report::controlNode(control.id, language)).object();
                QCOMPARE(json["threat"].toString(),
                         QString::fromStdString(control.threat.in(language)));
            }
            for (const Question *question : allQuestions()) {
                const std::string text = report::explainQuestion(*question, language);
                QVERIFY(text.starts_with(question->id));
                QVERIFY(has(text, question->label.in(language)));
                QVERIFY(!parsed(report::questionNode(*question, language)).isNull());
            }
        }
    }

    void questionsKnowTheirPlaceInAProfile()
    {
        QCOMPARE(report::placeOf(*findQuestion("service.port.hostPort")).path,
                 std::string("services[].ports[].hostPort"));
        QCOMPARE(report::placeOf(*findQuestion("workload.name")).path,
                 std::string("workload.name"));
        QCOMPARE(report::questionPlaces().size(), allQuestions().size());
        QCOMPARE(report::boundsText(*findQuestion("service.port.hostPort"), Language::English),
                 std::string("1 to 65535"));
    }

    void aLineTellsItsControlsInnermostFirst()
    {
        const Case made(Language::English);
        const auto text =
            report::explainLine(made.bundle, made.plan(), "compose.yaml", 2, Language::English);
        QVERIFY(text.has_value());
        const auto inner = text->find("read-only-root: ");
        const auto outer = text->find("non-root: ");
        QVERIFY(inner != std::string::npos && outer != std::string::npos);
        QVERIFY(inner < outer);
        QVERIFY(has(*text, "default-deny: "));
        QVERIFY(has(*text, "(applied, web)"));
        QVERIFY(has(*text, "services[].scratch ("));
        const auto node =
            report::lineNode(made.bundle, made.plan(), "compose.yaml", 2, Language::English);
        QVERIFY(node.has_value());
        const auto json = parsed(*node).object();
        QCOMPARE(json["controls"].toArray().size(), 3);
        QCOMPARE(json["answers"].toArray().size(), 2);
    }

    void linesWithoutACauseAndLinesThatAreNotThere()
    {
        const Case made(Language::English);
        const auto plain =
            report::explainLine(made.bundle, made.plan(), "README.md", 2, Language::English);
        QVERIFY(plain.has_value() && has(*plain, "No control and no answer"));
        for (const int line : {-1, 0, 5})
            QVERIFY(!report::explainLine(made.bundle, made.plan(), "compose.yaml", line,
                                         Language::English));
        const auto missing =
            report::explainLine(made.bundle, made.plan(), "nothing", 1, Language::English);
        QVERIFY(!missing && has(missing.error().advice.en, "compose.yaml"));
    }

    void listsNameEverything()
    {
        for (const Language language : kLanguages) {
            const std::string controls = report::listControls(language);
            for (const Control &control : catalogue().controls)
                QVERIFY(has(controls, std::string(toString(control.id)) + " "));
            const std::string presets = report::listPresets(language);
            for (const Preset &preset : catalogue().presets) {
                QVERIFY(has(presets, "\n" + preset.id + " "));
                QVERIFY(has(report::describePreset(preset, language), preset.title.in(language)));
                QVERIFY(!parsed(report::presetNode(preset, language)).isNull());
            }
            const std::string regions = report::listRegions(language);
            for (const Region &region : catalogue().regions)
                QVERIFY(has(regions, region.name.in(language)));
            QCOMPARE(parsed(report::regionsNode(language)).object()["regions"].toArray().size(),
                     static_cast<qsizetype>(catalogue().regions.size()));
            QCOMPARE(parsed(report::controlsNode(language)).array().size(),
                     static_cast<qsizetype>(kControlCount));
            QCOMPARE(parsed(report::presetsNode(language)).array().size(),
                     static_cast<qsizetype>(catalogue().presets.size()));
            QCOMPARE(parsed(report::questionsNode(language)).array().size(),
                     static_cast<qsizetype>(allQuestions().size()));
        }
    }

    void unverifiedFactsAreMarked()
    {
        for (const Preset &preset : catalogue().presets) {
            const std::string text = report::describePreset(preset, Language::English);
            QCOMPARE(has(text, "(estimate)") || has(text, "unverified"),
                     isUnverified(preset.resources.basis) || isUnverified(preset.userBasis)
                         || isUnverified(preset.imageBasis) || isUnverified(preset.health.basis));
        }
    }

    void planTellsEveryDecision()
    {
        const Case made(Language::English);
        const std::string text = report::planText(made.plan());
        const auto json = parsed(report::planNode(made.plan())).object();
        QCOMPARE(json["services"].toArray().size(),
                 static_cast<qsizetype>(made.plan().services.size()));
        QCOMPARE(json["decisions"].toArray().size(),
                 static_cast<qsizetype>(made.plan().decisions.size()));
        for (const ServicePlan &service : made.plan().services)
            for (const Decision &decision : service.decisions)
                QVERIFY(has(text, decision.reason.en));
        for (const Decision &decision : made.plan().decisions)
            QVERIFY(has(text, decision.reason.en));
    }

    void referencePagesNameEverything()
    {
        for (const Language language : kLanguages) {
            const std::string questions = report::referenceQuestions(language);
            for (const Question *question : allQuestions())
                QVERIFY(has(questions, "`" + std::string(question->id) + "`"));
            const std::string controls = report::referenceControls(language);
            for (const Control &control : catalogue().controls)
                QVERIFY(has(controls, "\n`" + std::string(toString(control.id)) + "`, "));
            const std::string presets = report::referencePresets(language);
            for (const Preset &preset : catalogue().presets)
                QVERIFY(has(presets, "\n`" + preset.id + "`: "));
        }
    }

    void textIsWrappedInCodePoints()
    {
        QCOMPARE(report::widthOf("blåbær"), std::size_t{6});
        const std::string text =
            report::wrapped(std::string(60, 'a') + " " + std::string(60, 'b'), 4);
        QCOMPARE(text, std::string(60, 'a') + "\n    " + std::string(60, 'b'));
        report::TextTable table({"Å", "B"});
        table.row({"æøå", "x"});
        QCOMPARE(table.text(), std::string("Å    B\næøå  x\n"));
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
