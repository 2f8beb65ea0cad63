// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"
#include "core/yaml/json.h"
#include "core/yaml/writer.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

/// yaml_trees < list of profiles
///
/// For each YAML file of the bundle of each profile one line of JSON: the value trees that the renderers
/// made, before anything was written. Nothing is parsed, so a fault of the writer cannot hide itself. A file
/// that comes from a template instead has "documents": null.
using namespace skanse;

namespace {

/// What yaml::write() was given and what it made of it.
struct Written {
    std::string text;
    std::vector<yaml::Node> documents;
};
std::vector<Written> written;

std::string readAll(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// cloud-init's first line is put before what was written.
const Written *originOf(const Artifact &artifact)
{
    for (const Written &one : written)
        if (artifact.text == one.text || artifact.text == "#cloud-config\n" + one.text)
            return &one;
    return nullptr;
}

yaml::Node lineOf(const std::string &profile, const Artifact &artifact)
{
    yaml::Node line = yaml::Node::map();
    line.add("profile", profile);
    line.add("file", artifact.path);
    if (const Written *origin = originOf(artifact)) {
        yaml::Node documents = yaml::Node::list();
        for (const yaml::Node &document : origin->documents)
            documents.append(yaml::Node(document));
        line.add("documents", std::move(documents));
    }
    return line;
}

} // namespace

// The linker sends every call of yaml::write() here (--wrap) and calls the real one "__real_".
// NOLINTBEGIN(bugprone-reserved-identifier)
yaml::Written realWrite(std::span<const yaml::Node> documents, std::span<const std::string> header,
                        Commenter commenter) asm("__real_" SKANSE_YAML_WRITE);
yaml::Written wrappedWrite(std::span<const yaml::Node> documents,
                           std::span<const std::string> header,
                           Commenter commenter) asm("__wrap_" SKANSE_YAML_WRITE);
// NOLINTEND(bugprone-reserved-identifier)

yaml::Written wrappedWrite(std::span<const yaml::Node> documents,
                           std::span<const std::string> header, Commenter commenter)
{
    auto result = realWrite(documents, header, std::move(commenter));
    if (result)
        written.push_back({result->text, {documents.begin(), documents.end()}});
    return result;
}

int main()
{
    int problems = 0;
    for (std::string profile; std::getline(std::cin, profile);) {
        written.clear();
        const Outcome outcome = makeBundle(readAll(profile));
        if (outcome.failed() || written.empty()) {
            std::cerr << profile << ": no bundle\n";
            ++problems;
            continue;
        }
        for (const Artifact &artifact : outcome.bundle.artifacts)
            if (artifact.syntax == Syntax::Yaml || artifact.path.ends_with(".yaml")
                || artifact.path.ends_with(".yml"))
                std::cout << yaml::toJson(lineOf(profile, artifact), false) << '\n';
    }
    return problems == 0 ? 0 : 1;
}
