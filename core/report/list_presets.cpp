// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/labels.h"
#include "core/report/lists.h"
#include "core/report/plain_text.h"
#include "core/report/preset_words.h"

namespace skanse::report {

using yaml::Node;

namespace {

std::string list(const std::vector<std::string> &items)
{
    return joined(items, "; ");
}

Node mount(const std::string &path, Bytes size, Basis basis, const Prose &why, Language language)
{
    Node entry = Node::map();
    entry.add("path", path);
    entry.add("size", toString(size));
    entry.add("why", why.in(language));
    entry.add("basis", toString(basis));
    return entry;
}

Node summary(const Preset &preset, Language language)
{
    Node node = Node::map();
    node.add("id", preset.id);
    node.add("title", preset.title.in(language));
    node.add("summary", preset.summary.in(language));
    node.add("kind", toString(preset.kind));
    node.add("builds", preset.build.has_value());
    node.add("image", preset.image);
    node.add("imageBasis", toString(preset.imageBasis));
    node.add("uid", preset.uid);
    node.add("gid", preset.gid);
    node.add("userBasis", toString(preset.userBasis));
    return node;
}

void addPaths(Node &node, const Preset &preset, Language language)
{
    Node &storage = node.add("storage", Node::list());
    for (const PresetStorage &item : preset.storage) {
        Node &entry = storage.append(mount(item.path, item.size, item.basis, item.why, language));
        entry.add("kind", wordOf(item.kind));
        entry.add("backup", item.backup);
    }
    Node &scratch = node.add("scratch", Node::list());
    for (const PresetScratch &item : preset.scratch)
        scratch.append(mount(item.path, item.size, item.basis, item.why, language))
            .add("exec", item.exec);
}

void addHealth(Node &node, const PresetHealth &health, Language language)
{
    Node &entry = node.add("health", Node::map());
    entry.add("command", Node::list(health.command)).flow();
    entry.add("probe", wordOf(health.probe));
    entry.add("interval", toString(health.interval));
    entry.add("timeout", toString(health.timeout));
    entry.add("retries", health.retries);
    entry.add("start", toString(health.start));
    entry.add("note", health.note.in(language));
    entry.add("basis", toString(health.basis));
}

void addResources(Node &node, const PresetResources &resources)
{
    Node &entry = node.add("resources", Node::map());
    entry.add("memory", toString(resources.memory));
    entry.add("cpu", toString(resources.cpu));
    entry.add("cpuRequest", toString(resources.cpuRequest));
    entry.add("pids", resources.pids);
    entry.add("openFiles", resources.openFiles);
    entry.add("ephemeral", toString(resources.ephemeral));
    entry.add("basis", toString(resources.basis));
}

} // namespace

std::string listPresets(Language language)
{
    const auto say = [&](const StaticProse &prose) { return std::string(prose.in(language)); };
    TextTable table({"ID", say({"KIND", "SLAG"}), say({"USER", "BRUKER"}), say({"PORTS", "PORTER"}),
                     "IMAGE", say({"SUMMARY", "KORT FORTALT"})});
    for (const Preset &preset : catalogue().presets)
        table.row(
            {preset.id, say(labelOf(preset.kind)),
             fill("{}:{}{}", preset.uid, preset.gid, doubt(preset.userBasis)), presetPorts(preset),
             preset.image.empty() ? "-" : preset.image + std::string(doubt(preset.imageBasis)),
             preset.summary.in(language)});
    return table.text() + "\n"
         + say({"? is an estimate or general knowledge, unverified. Sizes and limits are estimates "
                "throughout.\n",
                "? er et anslag eller alminnelig kunnskap, ubekreftet. Størrelser og grenser er "
                "anslag overalt.\n"});
}

Node presetsNode(Language language)
{
    Node node = Node::list();
    for (const Preset &preset : catalogue().presets)
        node.append(summary(preset, language));
    return node;
}

std::string describePreset(const Preset &preset, Language language)
{
    const auto say = [&](const StaticProse &prose) { return prose.in(language); };
    std::string text =
        fill("{}\n{}: {}\n\n", preset.id, preset.title.in(language), preset.summary.in(language));
    LabelledLines lines;
    for (const PresetFact &fact : factsOf(preset, language))
        lines.add(fact.label,
                  fact.basis ? fill("{} ({})", fact.text, say(labelOf(*fact.basis))) : fact.text);
    text += lines.text();
    if (!preset.surprises.empty())
        text += fill("\n{}\n", say({"Good to know:", "Verdt å vite:"}));
    for (const Prose &surprise : preset.surprises)
        text += "  - " + wrapped(surprise.in(language), 4) + "\n";
    LabelledLines sources;
    sources.add(say({"Sources", "Kilder"}), list(preset.sources));
    return text + "\n" + sources.text();
}

Node presetNode(const Preset &preset, Language language)
{
    Node node = summary(preset, language);
    node.add("imageAsOf", preset.imageAsOf);
    node.add("imageSource", preset.imageSource);
    node.add("userSource", preset.userSource);
    Node &ports = node.add("ports", Node::list());
    for (const PresetPort &port : preset.ports) {
        Node &entry = ports.append(Node::map());
        entry.add("name", port.name);
        entry.add("port", port.port);
        entry.add("protocol", wordOf(port.protocol));
        entry.add("application", wordOf(port.application));
    }
    addPaths(node, preset, language);
    node.add("capabilities", Node::list(preset.capabilities)).flow();
    Node &environment = node.add("environment", Node::map());
    for (const Variable &variable : preset.environment)
        environment.add(variable.name, variable.value);
    Node &secrets = node.add("secrets", Node::list());
    for (const Secret &secret : preset.secrets) {
        Node &entry = secrets.append(Node::map());
        entry.add("name", secret.name);
        entry.add("use", wordOf(secret.use));
        if (!secret.variable.empty())
            entry.add("variable", secret.variable);
        if (!secret.path.empty())
            entry.add("path", secret.path);
    }
    node.add("command", Node::list(preset.command)).flow();
    node.add("arguments", Node::list(preset.arguments)).flow();
    addHealth(node, preset.health, language);
    addResources(node, preset.resources);
    node.add("stopSignal", preset.stopSignal);
    node.add("stopGrace", toString(preset.stopGrace));
    node.add("stateful", preset.stateful);
    node.add("replicas", preset.replicas);
    node.add("init", preset.init);
    node.add("cpuFlags", Node::list(preset.cpuFlags)).flow();
    Node &surprises = node.add("surprises", Node::list());
    for (const Prose &surprise : preset.surprises)
        surprises.append(surprise.in(language));
    node.add("sources", Node::list(preset.sources));
    return node;
}

} // namespace skanse::report
