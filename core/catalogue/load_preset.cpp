// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/fields.h"

#include <algorithm>

namespace skanse {

namespace {

PresetKind readKind(Fields &fields)
{
    const std::string word = fields.text("kind");
    for (int i = 0; i <= static_cast<int>(PresetKind::Custom); ++i)
        if (toString(static_cast<PresetKind>(i)) == word)
            return static_cast<PresetKind>(i);
    fields.fail("kind", "unknown word: " + word);
}

Variable readVariable(Fields &fields)
{
    return {fields.text("name"), fields.text("value")};
}

/// Adds a secret with what is known about the content of its file.
void addSecret(Fields &fields, Preset &preset)
{
    Secret secret{.name = fields.text("name"),
                  .use = fields.word<SecretUse>("use"),
                  .variable = {},
                  .path = {}};
    if (secret.use == SecretUse::Variable)
        secret.variable = fields.text("variable");
    if (secret.use == SecretUse::Config)
        secret.path = fields.text("path");
    if (secret.use != SecretUse::Variable && fields.has("content"))
        preset.secretContents.push_back({secret.name, fields.texts("content")});
    if (fields.has("given") && fields.flag("given"))
        preset.givenSecrets.push_back(secret.name);
    preset.secrets.push_back(std::move(secret));
}

PresetHealth readHealth(Fields &fields)
{
    return {.command = fields.texts("command"),
            .probe = fields.word<ProbeKind>("probe"),
            .path = fields.text("path"),
            .port = fields.text("port"),
            .interval = fields.duration("interval"),
            .timeout = fields.duration("timeout"),
            .retries = fields.number("retries"),
            .start = fields.duration("start"),
            .basis = fields.basis("basis"),
            .note = fields.prose("note")};
}

PresetResources readResources(Fields &fields)
{
    PresetResources resources{.memory = fields.bytes("memory"),
                              .cpu = fields.cpu("cpu"),
                              .cpuRequest = fields.cpu("cpuRequest"),
                              .pids = fields.number("pids"),
                              .openFiles = fields.number("openFiles"),
                              .sharedMemory = {},
                              .ephemeral = fields.bytes("ephemeral"),
                              .basis = fields.basis("basis")};
    if (const std::string text = fields.text("shm"); !text.empty()) {
        const auto shm = parseBytes(text);
        if (!shm)
            fields.fail("shm", shm.error().message.en);
        resources.sharedMemory = *shm;
    }
    return resources;
}

std::vector<Variable> readVariableMap(const yaml::Value &value)
{
    std::vector<Variable> variables;
    for (const auto &entry : value.entries)
        variables.push_back({entry.key, entry.value.text});
    return variables;
}

std::vector<ControlId> readControls(Fields &fields)
{
    std::vector<ControlId> ids;
    for (const auto &name : fields.optionalTexts("controls")) {
        const auto *found = std::ranges::find(kControlNames, name);
        if (found == kControlNames.end())
            fields.fail("controls", "unknown control: " + name);
        ids.push_back(static_cast<ControlId>(found - kControlNames.begin()));
    }
    return ids;
}

BuildStep readStep(Fields &fields)
{
    BuildStep step;
    if (const auto *workdir = fields.optional("workdir")) {
        step.kind = BuildStep::Kind::Workdir;
        step.sources = {workdir->text};
    } else if (const auto *run = fields.optional("run")) {
        step.kind = BuildStep::Kind::Run;
        step.sources = {run->text};
    } else if (const auto *environment = fields.optional("environment")) {
        step.kind = BuildStep::Kind::Environment;
        step.variables = readVariableMap(*environment);
    } else if (const auto *argument = fields.optional("argument")) {
        step.kind = BuildStep::Kind::Argument;
        step.variables = readVariableMap(*argument);
    } else {
        step.kind = BuildStep::Kind::Copy;
        step.sources = fields.texts("copy");
        step.to = fields.text("to");
        if (const auto *from = fields.optional("from"))
            step.from = from->text;
    }
    step.controls = readControls(fields);
    return step;
}

BuildRecipe readBuild(Fields &fields)
{
    const std::string context = fields.text("context");
    if (context != "application" && context != "none")
        fields.fail("context", "unknown word: " + context);
    return {.needsSource = context == "application",
            .stages = fields.list("stages",
                                  [](Fields &stage) {
                                      return BuildStage{stage.text("name"), stage.text("from"),
                                                        stage.basis("basis"),
                                                        stage.list("steps", readStep)};
                                  }),
            .entrypoint = fields.texts("entrypoint"),
            .command = fields.texts("command"),
            .ignore = fields.texts("ignore")};
}

void readImage(Fields &fields, Preset &preset)
{
    fields.map("image", [&](Fields &image) {
        preset.image = image.text("reference");
        preset.imageBasis = image.basis("basis");
        preset.imageAsOf = image.text("asOf");
        preset.imageSource = image.text("source");
        return 0;
    });
    fields.map("user", [&](Fields &user) {
        preset.uid = user.number("uid");
        preset.gid = user.number("gid");
        preset.userBasis = user.basis("basis");
        preset.userSource = user.text("source");
        return 0;
    });
}

void readPaths(Fields &fields, Preset &preset)
{
    preset.storage = fields.list("storage", [](Fields &storage) {
        return PresetStorage{
            storage.text("path"),   storage.bytes("size"), storage.word<StorageKind>("kind"),
            storage.flag("backup"), storage.prose("why"),  storage.basis("basis")};
    });
    preset.scratch = fields.list("scratch", [](Fields &scratch) {
        return PresetScratch{scratch.text("path"), scratch.bytes("size"), scratch.flag("exec"),
                             scratch.prose("why"), scratch.basis("basis")};
    });
    preset.files = fields.list(
        "files", [](Fields &file) { return PresetFile{file.text("path"), file.text("template")}; });
}

void readHostNeeds(Fields &fields, Preset &preset)
{
    fields.map("host", [&](Fields &host) {
        preset.sysctls = host.list("sysctls", [](Fields &sysctl) {
            return HostSysctl{sysctl.text("key"), sysctl.text("value"), sysctl.prose("why")};
        });
        preset.cpuFlags = host.texts("cpuFlags");
        return 0;
    });
}

} // namespace

Preset readPreset(Fields &fields)
{
    Preset preset;
    preset.id = fields.text("id");
    preset.title = fields.prose("title");
    preset.summary = fields.prose("summary");
    preset.kind = readKind(fields);
    readImage(fields, preset);
    preset.ports = fields.list("ports", [](Fields &port) {
        return PresetPort{port.text("name"), port.number("port"), port.word<Protocol>("protocol"),
                          port.word<ApplicationProtocol>("application")};
    });
    readPaths(fields, preset);
    preset.capabilities = fields.texts("capabilities");
    preset.environment = fields.list("environment", readVariable);
    fields.list("secrets", [&preset](Fields &secret) {
        addSecret(secret, preset);
        return 0;
    });
    preset.command = fields.texts("command");
    preset.arguments = fields.texts("arguments");
    preset.health = fields.map("health", readHealth);
    fields.map("stop", [&](Fields &stop) {
        preset.stopSignal = stop.text("signal");
        preset.stopGrace = stop.duration("grace");
        return 0;
    });
    preset.resources = fields.map("resources", readResources);
    preset.stateful = fields.flag("stateful");
    preset.replicas = fields.number("replicas");
    preset.init = fields.flag("init");
    preset.ownCertificates = fields.has("ownCertificates") && fields.flag("ownCertificates");
    preset.limitsClients = !fields.has("limitsClients") || fields.flag("limitsClients");
    if (fields.has("largestBody"))
        preset.largestBody = fields.bytes("largestBody");
    readHostNeeds(fields, preset);
    preset.surprises = fields.list(
        "surprises", [](Fields &text) { return Prose{text.text("en"), text.text("nb")}; });
    if (fields.has("build"))
        preset.build = fields.map("build", readBuild);
    preset.sources = fields.texts("sources");
    return preset;
}

} // namespace skanse
