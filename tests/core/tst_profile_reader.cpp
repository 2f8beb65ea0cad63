// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "answer_samples.h"
#include "core/base/hygiene.h"
#include "core/profile/answer_path.h"
#include "core/profile/near_word.h"
#include "core/profile/reader.h"
#include "core/profile/scalar.h"
#include "core/profile/writer.h"
#include "core/yaml/writer.h"

#include <QTest>

#include <array>

using namespace skanse;

namespace {

QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString line(const Diagnostic &d)
{
    return QString("%1:%2 %3 %4 (%5)")
        .arg(d.place.line)
        .arg(d.place.column)
        .arg(q(d.id), q(d.path), q(d.question));
}

QString allOf(const Diagnostics &diagnostics)
{
    QString text;
    for (const Diagnostic &d : diagnostics)
        text += line(d) + ": " + q(d.message.en) + " " + q(d.advice.en) + "\n";
    return text;
}

/// A small valid profile with `more` below the service.
std::string withService(std::string_view more)
{
    return "skanse: 1\n"
           "workload:\n"
           "  name: shop\n"
           "host:\n"
           "  region: NO\n"
           "services:\n"
           "  - name: api\n"
           "    preset: node\n"
         + std::string(more);
}

/// Writes answers as a profile with its own, simple rules; one scalar, that of `target`, as `raw`.
class RawProfile
{
public:
    RawProfile(const Answers &answers, const Question &target, std::string_view raw)
        : m_target(target)
        , m_raw(raw)
    {
        put("skanse: 1\n");
        record(answersType(), &answers, 0, false);
    }

    std::string text;
    Place place; ///< of the raw scalar

private:
    void put(std::string_view more)
    {
        for (const char c : more)
            m_column = c == '\n' ? 1 : m_column + 1;
        m_line += static_cast<int>(std::ranges::count(more, '\n'));
        text += more;
    }

    void indentTo(int columns) { put(std::string(static_cast<std::size_t>(columns), ' ')); }

    void scalar(const Question &question, const std::string &value)
    {
        if (&question == &m_target) {
            place = {m_line, m_column};
            put(m_raw);
        } else {
            put(yaml::quoted(value));
        }
        put("\n");
    }

    void record(const RecordType &type, const void *record, int indent, bool afterDash)
    {
        for (const Question &question : type.questions) {
            const bool nested = samples::isNested(question.kind);
            if (!samples::contains(question, m_target)
                && (nested ? !question.required
                           : question.access.get(record) == defaultOf(type, question)))
                continue;
            if (!afterDash)
                indentTo(indent);
            afterDash = false;
            put(std::string(question.key) + ":");
            if (question.kind == Kind::Group) {
                put("\n");
                this->record(*question.items, question.access.child(record), indent + 2, false);
            } else if (question.kind == Kind::Items) {
                put("\n");
                for (std::size_t i = 0; i < question.access.count(record); ++i) {
                    indentTo(indent + 2);
                    put("- ");
                    this->record(*question.items, question.access.at(record, i), indent + 4, true);
                }
            } else {
                answer(question, question.access.get(record), indent);
            }
        }
    }

    void answer(const Question &question, const AnswerValue &value, int indent)
    {
        if (!samples::isList(question.kind)) {
            put(" ");
            if (samples::isText(question.kind) || &question == &m_target)
                scalar(question, toString(value));
            else
                put(toString(value) + "\n");
            return;
        }
        put("\n");
        auto words = std::get<std::vector<std::string>>(value);
        if (&question == &m_target)
            words.resize(1);
        for (const auto &word : words) {
            indentTo(indent + 2);
            put("- ");
            scalar(question, word);
        }
    }

    const Question &m_target;
    std::string m_raw;
    int m_line = 1;
    int m_column = 1;
};

/// The place of the answer to `target` in answers that samples::answersFor made.
std::string pathTo(const Answers &answers, const Question &target)
{
    const Profile profile{answers, {}};
    std::string path;
    const RecordType *type = &answersType();
    const void *record = &answers;
    while (true) {
        const auto next = std::ranges::find_if(type->questions, [&](const Question &question) {
            return samples::contains(question, target);
        });
        path += (path.empty() ? "" : ".") + std::string(next->key);
        if (&*next == &target)
            return path;
        if (next->kind == Kind::Items) {
            path += "." + itemName(*next, record, 0);
            record = next->access.at(record, 0);
        } else {
            record = next->access.child(record);
        }
        type = next->items;
    }
}

struct Expected {
    const char *place;
    const char *id;
    const char *path;
    const char *question;
};

} // namespace

class TestProfileReader : public QObject
{
    Q_OBJECT

private slots:
    // --- good input --------------------------------------------------------------------------------

    void fiveLines()
    {
        const auto result = readProfile("skanse: 1\n"
                                        "workload: {name: shop}\n"
                                        "host: {region: NO}\n"
                                        "services:\n"
                                        "  - {name: api, preset: node}\n");
        QVERIFY2(result.diagnostics.empty(), qPrintable(allOf(result.diagnostics)));
        QVERIFY(result.profile.has_value());
        const Answers &answers = result.profile->answers;
        QCOMPARE(q(answers.workload.name), "shop");
        QCOMPARE(q(answers.host.region), "NO");
        QCOMPARE(answers.services.size(), 1U);
        QCOMPARE(q(answers.services.front().preset), "node");
        QCOMPARE(answers.workload.targets.size(), 4U); // a default
    }

    void values()
    {
        const auto result = readProfile(withService("    uid: 10001\n"
                                                    "    command: [node, \"a b\", 1e3, no, 0644]\n"
                                                    "    userNamespace: true\n"
                                                    "    stopGrace: 1m30s\n"
                                                    "    ports:\n"
                                                    "      - name: http\n"
                                                    "        container: 8080\n"
                                                    "        exposure: private\n"
                                                    "        hostAddress: fd00::1\n"
                                                    "        hostPort: 80\n"
                                                    "    resources:\n"
                                                    "      memory: 1.5Gi\n"
                                                    "      cpu: 2\n"
                                                    "    environment:\n"
                                                    "      - name: MODE\n"
                                                    "        value: 0644\n"
                                                    "      - name: EMPTY\n"
                                                    "        value: \"\"\n"));
        QVERIFY2(result.diagnostics.empty(), qPrintable(allOf(result.diagnostics)));
        const Service &api = result.profile->answers.services.front();
        QCOMPARE(api.uid, 10001);
        QCOMPARE(api.command, (std::vector<std::string>{"node", "a b", "1e3", "no", "0644"}));
        QVERIFY(api.userNamespace);
        QCOMPARE(api.stopGrace->milliseconds, 90'000);
        QCOMPARE(api.ports.front().host, 80);
        QCOMPARE(q(api.ports.front().hostAddress), "fd00::1");
        QCOMPARE(api.resources.memory->value, 1536LL << 20U);
        QCOMPARE(api.resources.cpu->milli, 2000);
        QCOMPARE(q(api.environment.front().value), "0644");
        QCOMPARE(q(api.environment.back().value), "");
    }

    void places()
    {
        const auto result = readProfile(withService("    ports:\n"
                                                    "      - name: http\n"
                                                    "        container: 8080\n"
                                                    "    command:\n"
                                                    "      - node\n"
                                                    "      - app.js\n"
                                                    "    storage:\n"
                                                    "      - size: 1Gi\n"
                                                    "        path: /var/lib/x\n"
                                                    "    peers:\n"
                                                    "      - service: db\n"));
        QVERIFY2(result.profile.has_value(), qPrintable(allOf(result.diagnostics)));
        const Profile &profile = *result.profile;
        const auto at = [&](std::string_view path) {
            const auto found = profile.places.find(path);
            return found == profile.places.end() ? Place{} : found->second;
        };
        QCOMPARE(at("workload"), (Place{2, 1}));
        QCOMPARE(at("workload.name"), (Place{3, 9}));
        QCOMPARE(at("services"), (Place{6, 1}));
        QCOMPARE(at("services.api"), (Place{7, 5}));
        QCOMPARE(at("services.api.ports"), (Place{9, 5}));
        QCOMPARE(at("services.api.ports.http"), (Place{10, 9}));
        QCOMPARE(at("services.api.ports.http.container"), (Place{11, 20}));
        QCOMPARE(at("services.api.command"), (Place{12, 5}));
        QCOMPARE(at("services.api.command.#2"), (Place{14, 9}));
        QCOMPARE(at("services.api.storage./var/lib/x"), (Place{16, 9}));
        QCOMPARE(at("services.api.storage./var/lib/x.size"), (Place{16, 15}));
        QCOMPARE(at("services.api.peers.#1.service"), (Place{19, 18}));
        // What the file does not give is placed where it would stand.
        QCOMPARE(profile.placeOf("services.api.ports.http.exposure"), (Place{10, 9}));
        QCOMPARE(profile.placeOf("services.api.resources.memory"), (Place{7, 5}));
        QCOMPARE(profile.placeOf("nothing.at.all"), (Place{1, 1}));
    }

    // --- bad input ---------------------------------------------------------------------------------

    void refusals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const std::string &text,
                            const std::vector<Expected> &expected) {
            QStringList lines;
            for (const Expected &e : expected)
                lines << QString("%1 %2 %3 (%4)").arg(e.place, e.id, e.path, e.question);
            QTest::newRow(name) << q(text) << lines;
        };
        const char *kGood = "workload: {name: shop}\nhost: {region: SE}\n"
                            "services: [{name: api, preset: node}]\n";

        row("empty", "", {{"1:1", "profile-yaml", "", ""}});
        row("only a comment", "# nothing\n", {{"1:1", "profile-yaml", "", ""}});
        row("not YAML", "skanse: [1\n", {{"2:1", "profile-yaml", "", ""}});
        row("a list", "- skanse\n", {{"1:1", "profile-wrong-kind", "", ""}});
        row("a word", "skanse\n", {{"1:1", "profile-wrong-kind", "", ""}});
        row("twice", "skanse: 1\nhost: {}\nhost: {}\n", {{"3:1", "profile-yaml", "", ""}});
        row("alias", "skanse: &a 1\nhost: *a\n", {{"1:9", "profile-yaml", "", ""}});
        row("bidirectional", "skanse: 1\nworkload: {name: \xE2\x80\xAEshop}\n",
            {{"2:18", "profile-yaml", "", ""}});

        row("no version", kGood, {{"1:1", "profile-version", "skanse", ""}});
        row("quoted version", std::string("skanse: \"1\"\n") + kGood,
            {{"1:9", "profile-version", "skanse", ""}});
        row("version 1.0", std::string("skanse: 1.0\n") + kGood,
            {{"1:9", "profile-version", "skanse", ""}});
        row("no number", std::string("skanse:\n") + kGood,
            {{"1:1", "profile-version", "skanse", ""}});
        row("newer: nothing else is said", "skanse: 2\nwhat: ever\n",
            {{"1:9", "profile-version", "skanse", ""}});
        row("much newer", "skanse: 99999999999999999999999\n",
            {{"1:9", "profile-version", "skanse", ""}});
        row("older than the first", "skanse: 0\n", {{"1:9", "profile-version", "skanse", ""}});
        row("version last", std::string(kGood) + "skanse: 2\n",
            {{"4:9", "profile-version", "skanse", ""}});

        row("nothing but the version", "skanse: 1\n",
            {{"1:1", "profile-missing", "workload", "workload"},
             {"1:1", "profile-missing", "host", "host"},
             {"1:1", "profile-missing", "services", "services"}});
        row("groups without content", "skanse: 1\nworkload: {}\nhost: {}\nservices: []\n",
            {{"2:1", "profile-missing", "workload.name", "workload.name"},
             {"3:1", "profile-missing", "host.region", "host.region"},
             {"4:1", "profile-refused", "services", "services"}});
        row("groups without value", "skanse: 1\nworkload:\nhost: ~\nservices: null\n",
            {{"2:1", "profile-no-value", "workload", "workload"},
             {"3:1", "profile-no-value", "host", "host"},
             {"4:1", "profile-no-value", "services", "services"}});
        row("wrong kinds", "skanse: 1\nworkload: shop\nhost: [NO]\nservices: {api: {}}\n",
            {{"2:1", "profile-wrong-kind", "workload", "workload"},
             {"3:1", "profile-wrong-kind", "host", "host"},
             {"4:1", "profile-wrong-kind", "services", "services"}});
        row("items of wrong kinds",
            "skanse: 1\nworkload: {name: shop}\nhost: {region: SE}\n"
            "services:\n  - api\n  - [api]\n  -\n  - {name: api, preset: node}\n",
            {{"4:1", "profile-no-value", "services.#3", "services"},
             {"5:5", "profile-wrong-kind", "services.#1", "services"},
             {"6:5", "profile-wrong-kind", "services.#2", "services"}});
        row("texts of wrong kinds",
            withService("    image: [a, b]\n"
                        "    digest: {a: b}\n"
                        "    context:\n"
                        "    stopSignal: null\n"),
            {{"9:5", "profile-wrong-kind", "services.api.image", "service.image"},
             {"10:5", "profile-wrong-kind", "services.api.digest", "service.digest"},
             {"11:5", "profile-no-value", "services.api.context", "service.context"},
             {"12:5", "profile-no-value", "services.api.stopSignal", "service.stopSignal"}});
        row("lists of wrong kinds",
            withService("    command: node app.js\n"
                        "    arguments:\n"
                        "      - a\n"
                        "      - {b: c}\n"
                        "      - ~\n"
                        "      - [d]\n"
                        "    environment: {A: b}\n"),
            {{"9:5", "profile-wrong-kind", "services.api.command", "service.command"},
             {"10:5", "profile-no-value", "services.api.arguments.#3", "service.arguments"},
             {"12:9", "profile-wrong-kind", "services.api.arguments.#2", "service.arguments"},
             {"14:9", "profile-wrong-kind", "services.api.arguments.#4", "service.arguments"},
             {"15:5", "profile-wrong-kind", "services.api.environment", "service.environment"}});

        row("flags",
            withService("    userNamespace: yes\n"
                        "    storage:\n"
                        "      - path: /data\n"
                        "        readOnly: \"true\"\n"
                        "        shared: True\n"
                        "        backup: 1\n"),
            {{"9:20", "profile-wrong-kind", "services.api.userNamespace", "service.userNamespace"},
             {"12:19", "profile-wrong-kind", "services.api.storage./data.readOnly",
              "service.storage.readOnly"},
             {"13:17", "profile-wrong-kind", "services.api.storage./data.shared",
              "service.storage.shared"},
             {"14:17", "profile-wrong-kind", "services.api.storage./data.backup",
              "service.storage.backup"}});
        row("numbers",
            withService("    uid: 010\n"
                        "    gid: \"10\"\n"
                        "    replicas: +1\n"
                        "    resources:\n"
                        "      pids: 1_000\n"
                        "      openFiles: 0x40\n"
                        "      ioWeight: 1e2\n"
                        "    health:\n"
                        "      retries: 3.0\n"),
            {{"9:10", "profile-wrong-kind", "services.api.uid", "service.uid"},
             {"10:10", "profile-wrong-kind", "services.api.gid", "service.gid"},
             {"11:15", "profile-wrong-kind", "services.api.replicas", "service.replicas"},
             {"13:13", "profile-wrong-kind", "services.api.resources.pids",
              "service.resources.pids"},
             {"14:18", "profile-wrong-kind", "services.api.resources.openFiles",
              "service.resources.openFiles"},
             {"15:17", "profile-wrong-kind", "services.api.resources.ioWeight",
              "service.resources.ioWeight"},
             {"17:16", "profile-wrong-kind", "services.api.health.retries",
              "service.health.retries"}});
        row("numbers out of bounds",
            withService("    uid: -1\n"
                        "    gid: 65535\n"
                        "    replicas: 99999999999999999999\n"),
            {{"9:10", "profile-refused", "services.api.uid", "service.uid"},
             {"10:10", "profile-refused", "services.api.gid", "service.gid"},
             {"11:15", "profile-refused", "services.api.replicas", "service.replicas"}});
        row("texts that a grammar refuses",
            withService("    image: Example/App:1\n"
                        "    digest: sha256:abc\n"
                        "    stopGrace: soon\n"
                        "    resources: {memory: lots, cpu: \"1,5\"}\n"),
            {{"9:12", "profile-refused", "services.api.image", "service.image"},
             {"10:13", "profile-refused", "services.api.digest", "service.digest"},
             {"11:16", "profile-refused", "services.api.stopGrace", "service.stopGrace"},
             {"12:25", "profile-refused", "services.api.resources.memory",
              "service.resources.memory"},
             {"12:36", "profile-refused", "services.api.resources.cpu", "service.resources.cpu"}});
        row("entries of lists",
            "skanse: 1\nworkload: {name: shop, targets: [compose, swarm, compose]}\n"
            "host:\n  region: NO\n"
            "  userCountries: [NO, Sweden, se, DK]\n"
            "  adminNetworks: [10.0.0.0/8, 10.0.0.0/8]\n"
            "services: [{name: api, preset: node}]\n",
            {{"2:43", "profile-refused", "workload.targets.#2", "workload.targets"},
             {"5:23", "profile-refused", "host.userCountries.#2", "host.userCountries"},
             {"5:31", "profile-refused", "host.userCountries.#3", "host.userCountries"},
             {"6:31", "profile-refused", "host.adminNetworks.#2", "host.adminNetworks"}});
        row("too few entries",
            "skanse: 1\nworkload: {name: shop, targets: []}\nhost: {region: NO}\n"
            "services: [{name: api, preset: node}]\n",
            {{"2:24", "profile-refused", "workload.targets", "workload.targets"}});

        row("unknown keys",
            "skanse: 1\nname: shop\nworkload: {name: shop, evironment: staging}\n"
            "host: {region: NO}\n"
            "services:\n  - {name: api, preset: node, ports: [{name: http, hostport: 80}]}\n",
            {{"2:1", "profile-unknown-key", "name", ""},
             {"3:24", "profile-unknown-key", "workload.evironment", ""},
             {"6:52", "profile-unknown-key", "services.api.ports.http.hostport", ""}});
        row("the version is known at the root only",
            "skanse: 1\nworkload: {name: shop, skanse: 1}\nhost: {region: NO}\n"
            "services: [{name: api, preset: node}]\n",
            {{"2:24", "profile-unknown-key", "workload.skanse", ""}});

        row("hidden keys",
            withService("    origin: image\n"
                        "    context: src\n"
                        "    ports:\n"
                        "      - name: http\n"
                        "        hostAddress: 10.0.0.1\n"
                        "        hostPort: 80\n"
                        "        viaProxy: true\n"),
            {{"10:5", "profile-hidden-key", "services.api.context", "service.context"},
             {"13:9", "profile-hidden-key", "services.api.ports.http.hostAddress",
              "service.port.hostAddress"},
             {"14:9", "profile-hidden-key", "services.api.ports.http.hostPort",
              "service.port.hostPort"},
             {"15:9", "profile-hidden-key", "services.api.ports.http.viaProxy",
              "service.port.viaProxy"}});
        row("hidden, whatever the order",
            withService("    ports: [{hostPort: 80, exposure: internal, name: http}]\n"),
            {{"9:14", "profile-hidden-key", "services.api.ports.http.hostPort",
              "service.port.hostPort"}});
        row("nothing is hidden by an answer that is wrong itself",
            withService("    ports: [{name: http, exposure: everybody, hostPort: 80}]\n"
                        "    peers: [{kind: what}]\n"),
            {{"9:36", "profile-refused", "services.api.ports.http.exposure",
              "service.port.exposure"},
             {"10:20", "profile-refused", "services.api.peers.#1.kind", "service.peer.kind"}});
        row("required when asked",
            withService("    peers:\n"
                        "      - kind: network\n"
                        "      - {}\n"
                        "      - {kind: ingress, direction: from}\n"
                        "    secrets:\n"
                        "      - {name: key, use: variable}\n"),
            {{"10:9", "profile-missing", "services.api.peers.#1.network", "service.peer.network"},
             {"11:9", "profile-missing", "services.api.peers.#2.service", "service.peer.service"},
             {"14:9", "profile-missing", "services.api.secrets.key.variable",
              "service.secret.variable"}});
        row("required and empty",
            "skanse: 1\nworkload: {name: \"\"}\nhost: {region: \"\"}\n"
            "services: [{name: api, preset: node}]\n",
            {{"2:18", "profile-refused", "workload.name", "workload.name"},
             {"3:16", "profile-refused", "host.region", "host.region"}});
        row("an item without its name",
            "skanse: 1\nworkload: {name: shop}\nhost: {region: NO}\n"
            "services:\n  - preset: node\n    uid: x\n  - name: API\n    preset: node\n",
            {{"5:5", "profile-missing", "services.#1.name", "service.name"},
             {"6:10", "profile-wrong-kind", "services.#1.uid", "service.uid"},
             {"7:11", "profile-refused", "services.#2.name", "service.name"}});

        row("duplicates",
            withService("    ports: [{name: a}, {name: a, container: x}]\n"
                        "    storage: [{path: /a}, {path: /a}]\n"
                        "    secrets: [{name: a}, {name: a}]\n"
                        "    environment: [{name: A}, {name: a}, {name: A}]\n"
                        "    waivers:\n"
                        "      - {control: seccomp, reason: \"for the course\"}\n"
                        "      - {control: seccomp, reason: \"again\"}\n"
                        "  - name: api\n"
                        "    preset: go\n"),
            {{"9:31", "profile-duplicate", "services.api.ports.#2.name", "service.port.name"},
             {"9:45", "profile-wrong-kind", "services.api.ports.#2.container",
              "service.port.container"},
             {"10:34", "profile-duplicate", "services.api.storage.#2.path", "service.storage.path"},
             {"11:33", "profile-duplicate", "services.api.secrets.#2.name", "service.secret.name"},
             {"12:48", "profile-duplicate", "services.api.environment.#3.name",
              "service.variable.name"},
             {"15:19", "profile-duplicate", "services.api.waivers.#2.control",
              "service.waiver.control"},
             {"16:11", "profile-duplicate", "services.#2.name", "service.name"}});
    }

    void refusals()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        const auto result = readProfile(text.toStdString());
        QStringList found;
        for (const Diagnostic &d : result.diagnostics) {
            found << line(d);
            QVERIFY(d.severity == Severity::Error);
            QVERIFY2(!d.message.en.empty() && !d.message.nb.empty(), qPrintable(line(d)));
            QVERIFY2(!d.advice.en.empty() && !d.advice.nb.empty(), qPrintable(line(d)));
            QVERIFY2(d.message.en != d.message.nb, qPrintable(line(d)));
        }
        QVERIFY2(found == expected, qPrintable("found\n" + allOf(result.diagnostics) + "expected\n"
                                               + expected.join('\n')));
        QVERIFY(!result.profile.has_value());
    }

    void messages()
    {
        const auto first = [](const std::string &text) {
            const auto result = readProfile(text);
            return result.diagnostics.empty() ? Diagnostic{} : result.diagnostics.front();
        };
        const auto typo = first("skanse: 1\nworklod: {}\n" + withService("").substr(10));
        QCOMPARE(q(typo.message.en), "“worklod” is not a known key here.");
        QCOMPARE(q(typo.message.nb), "«worklod» er ikke en kjent nøkkel her.");
        QCOMPARE(q(typo.advice.en), "Did you mean “workload”?");
        QCOMPARE(q(typo.advice.nb), "Mente du «workload»?");

        const auto strange = first(withService("zebra: 1\n"));
        QCOMPARE(q(strange.advice.en), "Known here: skanse, workload, host, services.");

        const auto hidden = first(withService("    ports: [{name: a, hostAddress: 10.0.0.1}]\n"));
        QCOMPARE(q(hidden.message.en), "“hostAddress” is asked only when exposure is private.");
        QCOMPARE(q(hidden.message.nb),
                 "«hostAddress» spørres det bare om når exposure er private.");
        const auto negated = first(withService("    ports: [{name: a, hostPort: 80}]\n"));
        QCOMPARE(q(negated.message.en), "“hostPort” is asked only when exposure is not internal.");
        QCOMPARE(q(negated.message.nb),
                 "«hostPort» spørres det bare om når exposure ikke er internal.");

        const auto flag = first(withService("    userNamespace: \"true\"\n"));
        QCOMPARE(q(flag.message.en),
                 "“userNamespace” needs true or false, but here is “true” in quotes.");
        QCOMPARE(q(flag.message.nb),
                 "«userNamespace» trenger true eller false, men her står «true» i anførselstegn.");

        const auto null = first(withService("    image: null\n"));
        QVERIFY(q(null.advice.en).contains("Leave the key out"));
        QVERIFY(q(null.advice.en).contains("quotes"));

        const auto variables = first(withService("    environment: {A: b}\n"));
        QVERIFY(q(variables.advice.en).contains("“- name: …”"));
        const auto peers = first(withService("    peers: db\n"));
        QVERIFY(q(peers.advice.en).contains("“- direction: …”"));

        const auto twice = first(withService("  - {name: api, preset: go}\n"));
        QCOMPARE(q(twice.message.en),
                 "“api” stands in “services” a second time; the first is on line 7.");

        const auto missing = first(withService("    secrets: [{use: file}]\n"));
        QCOMPARE(q(missing.message.nb), "«name» mangler.");
        QVERIFY(q(missing.advice.nb).startsWith("Legg til «name:». "));
    }

    void hostileKeysAreShownSafely()
    {
        const auto result = readProfile(withService("\"\\e[2J\\u202Ekey\": 1\n"));
        QCOMPARE(result.diagnostics.size(), 1U);
        const Diagnostic &d = result.diagnostics.front();
        QVERIFY(!findBadCharacter(d.message.en + d.path + d.advice.en, LineBreaks::Refused));
        QVERIFY(q(d.message.en).contains("U+"));
        QVERIFY(shown(std::string(1000, 'x')).size() < 100);
        QVERIFY(q(shown("\xFF"
                        "a\n\n"))
                    .startsWith("<invalid UTF-8 byte 0xFF>a<U+000A (control character)><U+000A"));
        QCOMPARE(q(shown("blå")), "blå");
    }

    void nearWords()
    {
        constexpr std::array<std::string_view, 4> kWords{"name", "hostPort", "hostAddress", "uid"};
        QCOMPARE(q(nearWord("hostport", kWords)), "hostPort");
        QCOMPARE(q(nearWord("hosPort", kWords)), "hostPort");
        QCOMPARE(q(nearWord("hotsPort", kWords)), "hostPort");
        QCOMPARE(q(nearWord("hostAdress", kWords)), "hostAddress");
        QCOMPARE(q(nearWord("nmae", kWords)), "name");
        QCOMPARE(q(nearWord("udi", kWords)), "uid");
        QCOMPARE(q(nearWord("memory", kWords)), "");
        QCOMPARE(q(nearWord("x", kWords)), "");
        QCOMPARE(q(nearWord("", kWords)), "");
        QCOMPARE(q(nearWord(std::string(10'000, 'h'), kWords)), "");
    }

    void strictScalars()
    {
        const auto scalar = [](std::string text, bool quoted = false) {
            yaml::Value value;
            value.kind = yaml::Value::Kind::Scalar;
            value.quoted = quoted;
            value.text = std::move(text);
            return value;
        };
        QCOMPARE(strictInteger(scalar("0")), 0);
        QCOMPARE(strictInteger(scalar("-7")), -7);
        QCOMPARE(strictInteger(scalar("9223372036854775807")), INT64_MAX);
        QCOMPARE(strictInteger(scalar("9223372036854775808")), INT64_MAX);
        QCOMPARE(strictInteger(scalar("-99999999999999999999")), INT64_MIN);
        for (const char *text : {"", "-", "-0", "00", "+1", "1_0", "1.0", "1e3", "0x1", "0o7", " 1",
                                 "1 ", "ten", "22:22", "٣"})
            QVERIFY2(!strictInteger(scalar(text)), text);
        QVERIFY(!strictInteger(scalar("1", true)));
        QVERIFY(!strictInteger(yaml::Value{}));
        QCOMPARE(strictFlag(scalar("true")), true);
        QCOMPARE(strictFlag(scalar("false")), false);
        for (const char *text : {"", "True", "TRUE", "yes", "on", "y", "1", "no"})
            QVERIFY2(!strictFlag(scalar(text)), text);
        QVERIFY(!strictFlag(scalar("true", true)));
    }

    // --- every text question ---------------------------------------------------------------------

    void hostile_data()
    {
        QTest::addColumn<QString>("id");
        for (const Question *question : allQuestions())
            if (samples::isText(question->kind))
                QTest::addRow("%s", question->id.data()) << q(question->id);
    }

    /// Each text comes back letter by letter, or is refused at its place.
    void hostile()
    {
        QFETCH(QString, id);
        const Question &question = *findQuestion(id.toStdString());
        const Answers answers = samples::answersFor(question);
        for (const std::string &text : test::hostileTexts()) {
            compare(question, answers, text, yaml::quoted(text));
            if (QTest::currentTestFailed())
                return;
        }
        for (const char *plain :
             {"NO",     "0644",       "1e3", "22:22",       "yes",  "off",       "1_000",
              "0x1F",   "2026-01-01", "<<",  "=",           "1.10", "$(reboot)", "${HOME}",
              "a'b\"c", "a#b",        "a:b", "back\\slash", ".inf", "-1",        "true"}) {
            compare(question, answers, plain, plain);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void hiddenCharacters_data() { hostile_data(); }

    /// Escapes can bring characters that the file itself may not contain.
    void hiddenCharacters()
    {
        QFETCH(QString, id);
        const Question &question = *findQuestion(id.toStdString());
        const Answers answers = samples::answersFor(question);
        const std::vector<std::pair<std::string, QString>> escapes{
            {"\\n", "U+000A"},     {"\\r", "U+000D"},     {"\\t", "U+0009"},
            {"\\0", "U+0000"},     {"\\e", "U+001B"},     {"\\x7F", "U+007F"},
            {"\\u0085", "U+0085"}, {"\\u2028", "U+2028"}, {"\\u2029", "U+2029"},
            {"\\uFEFF", "U+FEFF"}, {"\\u202E", "U+202E"}, {"\\u2066", "U+2066"},
            {"\\u200F", "U+200F"}, {"\\u200B", "U+200B"}, {"\\uFFFE", "U+FFFE"},
        };
        for (const auto &[escape, name] : escapes) {
            const RawProfile raw(answers, question, "\"a" + escape + "b\"");
            const auto result = readProfile(raw.text);
            QVERIFY(!result.profile.has_value());
            QVERIFY2(result.diagnostics.size() == 1,
                     qPrintable(allOf(result.diagnostics) + q(raw.text)));
            const Diagnostic &d = result.diagnostics.front();
            // The YAML reader may refuse it before any question sees it.
            QVERIFY2(q(d.question) == id || d.id == "profile-yaml",
                     qPrintable(allOf(result.diagnostics) + q(raw.text)));
            QCOMPARE(d.place, raw.place);
            QVERIFY2(q(d.message.en).contains(name) && q(d.message.nb).contains(name),
                     d.message.en.c_str());
            QVERIFY(!findBadCharacter(d.message.en + d.advice.en + d.path, LineBreaks::Refused));
        }
    }

    // --- damaged files ---------------------------------------------------------------------------

    /// Whatever is done to a file: answers that can be written and read again, or errors that say
    /// where and what to do; never a crash.
    void damaged()
    {
        static constexpr std::string_view kBits = "-:#\"'[]{}&*!|>?%@`,~ \n\t09ax_\xC3\x80";
        samples::Random random(11);
        int read = 0;
        for (int round = 0; round < 400; ++round) {
            std::string text =
                writeProfile(samples::randomAnswers(static_cast<std::uint64_t>(round % 20)));
            for (auto changes = random.between(1, 2); changes > 0 && !text.empty(); --changes) {
                const auto last = static_cast<std::int64_t>(text.size()) - 1;
                const auto at = static_cast<std::size_t>(random.between(0, last));
                const char bit = kBits[static_cast<std::size_t>(
                    random.between(0, static_cast<std::int64_t>(kBits.size()) - 1))];
                switch (random.between(0, 3)) {
                case 0:
                    text[at] = bit;
                    break;
                case 1:
                    text.insert(at, 1, bit);
                    break;
                case 2:
                    text.erase(at, static_cast<std::size_t>(random.between(1, 30)));
                    break;
                default:
                    text.insert(at, text.substr(static_cast<std::size_t>(random.between(0, last)),
                                                static_cast<std::size_t>(random.between(1, 60))));
                }
            }
            const auto result = readProfile(text);
            QCOMPARE(result.profile.has_value(), !hasError(result.diagnostics));
            for (const Diagnostic &d : result.diagnostics) {
                QVERIFY2(!d.message.en.empty() && !d.message.nb.empty(), text.c_str());
                QVERIFY2(!d.advice.en.empty() && !d.advice.nb.empty(), text.c_str());
                QVERIFY2(d.place.line > 0 && d.place.column > 0,
                         qPrintable(line(d) + "\n" + q(text)));
                QVERIFY2(!findBadCharacter(d.message.en + d.message.nb + d.advice.en + d.path,
                                           LineBreaks::Refused),
                         qPrintable(q(d.message.en)));
            }
            if (result.profile) {
                ++read;
                const auto again = readProfile(writeProfile(result.profile->answers));
                QVERIFY2(again.profile && again.profile->answers == result.profile->answers,
                         text.c_str());
            }
        }
        QVERIFY2(read > 10 && read < 390, qPrintable(QString::number(read)));
    }

    // --- versions ----------------------------------------------------------------------------------

    void migrations()
    {
        // Version 2 calls the workload's name "title"; version 3 moves the region into a host group.
        static constexpr std::array kMigrations{
            Migration{2, 3, "region-into-host",
                      [](yaml::Value &profile) {
                          const auto region = std::ranges::find(profile.entries, "region",
                                                                &yaml::Value::Entry::key);
                          yaml::Value host;
                          host.kind = yaml::Value::Kind::Map;
                          host.entries.push_back(*region);
                          profile.entries.erase(region);
                          profile.entries.push_back({"host", {}, host});
                      }},
            Migration{1, 2, "title-to-name",
                      [](yaml::Value &profile) {
                          for (auto &entry : profile.entries)
                              if (entry.key == "workload")
                                  for (auto &below : entry.value.entries)
                                      if (below.key == "title")
                                          below.key = "name";
                      }},
        };
        const std::string old = "skanse: 1\nworkload: {title: shop}\nregion: SE\n"
                                "services: [{name: api, preset: node}]\n";
        const auto result = readProfile(old, kMigrations, 3);
        QVERIFY2(result.profile.has_value(), qPrintable(allOf(result.diagnostics)));
        QCOMPARE(q(result.profile->answers.workload.name), "shop");
        QCOMPARE(q(result.profile->answers.host.region), "SE");
        QCOMPARE(result.profile->placeOf("host.region"), (Place{3, 9}));
        QCOMPARE(result.diagnostics.size(), 2U);
        for (const Diagnostic &d : result.diagnostics)
            QVERIFY(d.severity == Severity::Note);
        QCOMPARE(q(result.diagnostics.front().message.en),
                 "The profile was brought from version 1 to 2 (title-to-name).");
        QCOMPARE(q(result.diagnostics.back().message.en),
                 "The profile was brought from version 2 to 3 (region-into-host).");

        // A migrated value that is wrong is still reported where it stands in the file.
        const auto wrong = readProfile("skanse: 1\nworkload: {title: shop}\nregion: Sweden\n"
                                       "services: [{name: api, preset: node}]\n",
                                       kMigrations, 3);
        QVERIFY(!wrong.profile.has_value());
        QCOMPARE(line(wrong.diagnostics.back()), "3:9 profile-refused host.region (host.region)");

        // No way from version 0, and none beyond the current version.
        const auto none = readProfile("skanse: 0\n", kMigrations, 3);
        QCOMPARE(q(none.diagnostics.front().message.en),
                 "This program cannot read profiles of version 0.");
        const auto newer = readProfile("skanse: 4\n", kMigrations, 3);
        QCOMPARE(q(newer.diagnostics.front().message.en),
                 "The profile has version 4; this program reads up to version 3.");
        const auto stuck = readProfile("skanse: 1\n", std::span(kMigrations).first(1), 3);
        QCOMPARE(q(stuck.diagnostics.front().message.en),
                 "This program cannot read profiles of version 1.");
    }

    void productionMigrationsLeadToTheCurrentVersion()
    {
        for (const Migration &migration : profileMigrations()) {
            QVERIFY(migration.from < migration.to && migration.to <= kProfileVersion);
            QVERIFY(!migration.name.empty() && migration.apply != nullptr);
        }
        for (std::int64_t version = 1; version < kProfileVersion; ++version)
            QVERIFY(std::ranges::find(profileMigrations(), version, &Migration::from)
                    != profileMigrations().end());
    }

private:
    /// Reads a profile in which `raw` answers `question`; it must mean exactly `text`.
    static void compare(const Question &question, const Answers &answers, const std::string &text,
                        const std::string &raw)
    {
        const AnswerValue value =
            samples::isList(question.kind) ? AnswerValue{std::vector{text}} : AnswerValue{text};
        const RawProfile profile(answers, question, raw);
        const auto result = readProfile(profile.text);
        if (!check(question, value)) {
            QVERIFY2(!result.profile.has_value(), profile.text.c_str());
            QVERIFY2(result.diagnostics.size() == 1,
                     qPrintable(allOf(result.diagnostics) + q(profile.text)));
            const Diagnostic &d = result.diagnostics.front();
            QCOMPARE(q(d.question), q(question.id));
            QVERIFY2(d.place == profile.place, qPrintable(line(d) + "\n" + q(profile.text)));
            QVERIFY2(d.path.ends_with("." + std::string(question.key))
                         || d.path.ends_with("." + std::string(question.key) + ".#1"),
                     d.path.c_str());
            return;
        }
        QVERIFY2(result.profile.has_value(),
                 qPrintable(allOf(result.diagnostics) + q(profile.text)));
        Answers expected = answers;
        const auto target = findAnswer(expected, pathTo(expected, question));
        QVERIFY(target.has_value());
        samples::set(question, const_cast<void *>(target->record), value);
        QVERIFY2(result.profile->answers == expected, profile.text.c_str());
        const auto place = result.profile->places.find(
            pathTo(expected, question) + (samples::isList(question.kind) ? ".#1" : ""));
        QVERIFY(place != result.profile->places.end());
        QCOMPARE(place->second, profile.place);
    }
};

QTEST_GUILESS_MAIN(TestProfileReader)
#include "tst_profile_reader.moc"
